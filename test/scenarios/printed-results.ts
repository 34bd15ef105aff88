/** One number that an essay prints, and the scenario and output that have to come to it. */
export interface PrintedResult {
  readonly essay: string;
  readonly what: string;
  /** In the unit that the essay prints. */
  readonly printed: number;
  /** Decimals printed; negative where the essay says "about" and rounds to tens or more. */
  readonly decimals: number;
  readonly scenario: string;
  readonly output: string;
  /** Printed units in one of the output's: 100 for percent. */
  readonly times?: number;
  /** Where the essay's own numbers do not lead to what it prints: what they lead to, and why. */
  readonly slip?: { readonly recomputed: number; readonly reason: string };
}

type Row = readonly [
  what: string,
  printed: number,
  decimals: number,
  output: string,
  more?: Pick<PrintedResult, "times" | "slip">,
];

function of(essay: string, scenario: string, rows: readonly Row[]): readonly PrintedResult[] {
  return rows.map(([what, printed, decimals, output, more]) => ({
    essay,
    scenario,
    what,
    printed,
    decimals,
    output,
    ...more,
  }));
}

const percent = { times: 100 };

/** All 95 results that the five essays state; essay 002 states none. */
export const printedResults: readonly PrintedResult[] = [
  ...of("000", "essay-000-kimi-k2-h200", [
    ["capital of a GPU-year, USD", 7500, 0, "capital_per_gpu_year"],
    ["capital of a GPU-hour, USD", 0.86, 2, "capital_in_cents"],
    ["operation of a GPU-hour, USD", 0.29, 2, "support_in_cents"],
    ["bare-metal GPU-hour, USD", 1.15, 2, "gpu_hour_cost"],
    ["GPUs of a replica", 5, 0, "gpus_per_replica"],
    ["replica-hour, USD", 5.75, 2, "replica_hour_cost"],
    ["replica-hour with training, USD", 11.5, 2, "trained_hour_cost"],
    ["uplift for idle time", 1.25, 2, "utilization_uplift"],
    [
      "useful hour at 80% utilization, USD",
      14.4,
      2,
      "useful_hour_cost",
      {
        slip: {
          recomputed: 14.375,
          reason: "11.50 x 1.25 is 14.375, to the cent 14.38: rounded to the nearest ten cents",
        },
      },
    ],
    ["hours for a million tokens", 5.56, 2, "hours_per_million_tokens"],
    ["raw cost, USD/Mtoken", 80, 0, "raw_cost_per_token"],
    ["price with overhead and margin, USD/Mtoken", 143, 0, "price_per_token"],
    [
      "price of a frontier model, USD/Mtoken",
      285,
      0,
      "frontier_price_as_printed",
      {
        slip: {
          recomputed: 2000 / 7,
          reason: "twice 143 is 286, twice 142.857 is 285.7: cut off rather than rounded",
        },
      },
    ],
    ['frontier model over Opus, "over 10x"', 10, -1, "frontier_over_opus"],
    ["Max plan's usage over its price", 25, 0, "subsidy"],
  ]),
  ...of("001", "essay-001-h100-dense-70b", [
    ["write-off of a GPU-month, USD", 833, 0, "depreciation_per_month"],
    ["power of a GPU-month, USD", 66, 0, "power_per_month"],
    ["GPU-month, USD", 1400, -1, "gpu_month_cost"],
    ["GPU-hour, USD", 1.92, 2, "gpu_hour_cost"],
    ["tokens of an hour, dense, millions", 1.44, 2, "tokens_per_hour"],
    ["cost, dense, USD/Mtoken", 1.33, 2, "cost_per_token"],
    ["markup of Claude Opus 4.8", 18.8, 1, "opus_markup"],
    ["markup of Claude Sonnet 4.6", 11.3, 1, "sonnet_markup"],
    ["markup of GPT-5.5", 22.6, 1, "gpt_markup"],
    ["claimed loss on a subscriber, USD/month", 270, 0, "subscriber_loss_at_list"],
    ["profit on the subscriber at hardware cost, USD/month", 156, 0, "subscriber_profit"],
    ["cost of the subscriber with research, USD/month", 60, 0, "subscriber_cost"],
  ]),
  ...of("001", "essay-001-h100-moe", [
    ["tokens of an hour, mixture of experts, millions", 9, 0, "tokens_per_hour"],
    ["cost, mixture of experts, USD/Mtoken", 0.21, 2, "cost_per_token"],
    ["markup of DeepSeek V4 Flash", 1.3, 1, "flash_markup"],
    ["markup of DeepSeek V4 Pro", 1.7, 1, "pro_markup"],
    [
      'hardware below Opus, "two orders of magnitude"',
      100,
      0,
      "opus_distance",
      {
        slip: { recomputed: 25 / 0.21, reason: "25 over 0.21 is 119: a claim, not a calculation" },
      },
    ],
  ]),
  ...of("003", "essay-003-llama-405b-12-months", [
    ["replica over the training cluster", 0.0005, 4, "replica_share"],
    ["the same in percent", 0.05, 2, "replica_percent"],
    ["active users of a replica", 50, -1, "users_per_replica"],
    ["GPUs of the fleet", 16_000, 0, "fleet_gpus"],
    ["active users of the fleet", 100_000, 0, "active_users"],
    ["serving by the day, USD", 4_070_400, 0, "serving_per_day"],
    ["serving by the day, million USD", 4.07, 2, "serving_per_day", { times: 1e-6 }],
    ["serving by the month, million USD", 122.1, 1, "serving_cost"],
    ["paying users, millions", 8, 0, "paying_users"],
    ["revenue, million USD/month", 200, 1, "revenue"],
    ["profit before training, million USD/month", 77.9, 1, "gross_profit"],
    ["training by the month, 12 months, million USD", 166.7, 1, "training_write_off"],
    ["profit, 12 months, million USD/month", -88.8, 1, "profit"],
  ]),
  ...of("003", "essay-003-llama-405b-36-months", [
    ["training by the month, 36 months, million USD", 55.6, 1, "training_write_off"],
    ["profit, 36 months, million USD/month", 22.3, 1, "profit"],
  ]),
  ...of("004", "essay-004-r1-first-principles", [
    ["cluster, USD/hour", 144, 0, "cluster_cost"],
    ["instances", 9, 0, "instances"],
    ["output of an hour, million tokens", 46.7, 1, "decode_tokens"],
    ["cost of output, USD/Mtoken", 3.08, 2, "printed_output_cost"],
    [
      "input of an hour, billion tokens",
      46.8,
      1,
      "prefill_tokens",
      {
        slip: {
          recomputed: 46.656,
          reason:
            "45 passes of 32,000 tokens on 9 instances are 12.96 million a second, used as 13.0",
        },
      },
    ],
    ["cost of input, USD/Mtoken", 0.003, 3, "fresh_input_cost"],
    ["output over input", 1000, -3, "asymmetry"],
  ]),
  ...of("004", "essay-004-list-margins", [
    [
      "Opus 4.1, lowest margin, %",
      90,
      0,
      "opus_41_margin_low",
      { ...percent, slip: { recomputed: 89.0 + 1 / 3, reason: "1 - 8/75 is 89.3%" } },
    ],
    ["Opus 4.1, highest margin, %", 96, 0, "opus_41_margin_high", percent],
    ["Opus 4.5, lowest margin, %", 80, 0, "opus_45_margin_low", percent],
    ["Opus 4.5, highest margin, %", 92, 0, "opus_45_margin_high", percent],
    ["Sonnet 4, lowest margin, %", 80, 0, "sonnet_4_margin_low", percent],
    ["Sonnet 4, highest margin, %", 93, 0, "sonnet_4_margin_high", percent],
    ["Haiku 4.5, lowest margin, %", 80, 0, "haiku_45_margin_low", percent],
    ["Haiku 4.5, highest margin, %", 90, 0, "haiku_45_margin_high", percent],
    ["Haiku 3, lowest margin, %", 76, 0, "haiku_3_margin_low", percent],
    ["Haiku 3, highest margin, %", 92, 0, "haiku_3_margin_high", percent],
    ["DeepSeek V3.2, lowest margin, %", 9, 0, "deepseek_margin_low", percent],
    ["DeepSeek V3.2, highest margin, %", 55, 0, "deepseek_margin_high", percent],
    ["cut of Opus's price, %", 67, 0, "opus_cut", percent],
    [
      'gap to DeepSeek\'s prices, "10-30x"',
      30,
      0,
      "output_gap",
      {
        slip: {
          recomputed: 75 / 1.1,
          reason:
            "its table gives 3.7 to 111; Opus over DeepSeek, output, 68; only Sonnet lies in 10 to 30",
        },
      },
    ],
  ]),
  ...of("004", "essay-004-prompt-caching", [
    [
      "reads until a cache of 5 minutes pays",
      2,
      0,
      "cache_reads_5_minutes",
      {
        slip: { recomputed: 1, reason: "(1.25 - 1) / (1 - 0.1) is 0.28 reads: the first one pays" },
      },
    ],
    [
      "reads until a cache of 1 hour pays",
      8,
      0,
      "cache_reads_1_hour",
      { slip: { recomputed: 2, reason: "(2 - 1) / (1 - 0.1) is 1.11 reads: the second one pays" } },
    ],
  ]),
  ...of("004", "essay-004-company", [["growth of revenue in a year", 10, 0, "yearly_growth"]]),
  ...of("004", "essay-004-max-plan-limits", [
    [
      "output of a window, million tokens",
      3.33,
      2,
      "window_output",
      { slip: { recomputed: 3.32, reason: "83 over 25 is 3.32" } },
    ],
    ["windows in a week's limit", 7.5, 1, "windows_per_week"],
    ["plan at list price, USD/month", 2679, 0, "api_value"],
    ["apparent loss, USD/month", 2479, 0, "apparent_loss"],
    ["output of a week, million tokens", 25, 0, "weekly_output"],
  ]),
  ...of("004", "essay-004-casual-pro", [
    [
      "casual user, USD/month",
      1.5,
      2,
      "user_cost",
      { slip: { recomputed: 1.38915, reason: "30 days of its own unit costs are 1.39" } },
    ],
    ["casual user, price over cost", 13, 0, "printed_markup"],
  ]),
  ...of("004", "essay-004-heavy-pro", [
    ["heavy user, USD/month", 3, 0, "user_cost"],
    ["heavy user, price over cost", 6.7, 1, "printed_markup"],
  ]),
  ...of("004", "essay-004-claude-code-moderate", [
    [
      "coding agent, moderate, USD/month",
      5,
      0,
      "user_cost",
      {
        slip: {
          recomputed: 2.952,
          reason: "30 days of its own unit costs are 2.95; a month of 50 days gives 4.92",
        },
      },
    ],
    ["coding agent, moderate, price over cost", 20, 0, "printed_markup"],
  ]),
  ...of("004", "essay-004-claude-code-heavy", [
    [
      "coding agent, heavy, USD/month",
      17,
      0,
      "user_cost",
      {
        slip: {
          recomputed: 10.14,
          reason: "30 days of its own unit costs are 10.14; a month of 50 days gives 16.90",
        },
      },
    ],
    ["coding agent, heavy, price over cost", 11.8, 1, "printed_markup"],
  ]),
  ...of("004", "essay-004-max-at-limit", [
    ['user at the limits, USD/month, "~300+"', 300, -2, "user_cost"],
    ["user at the limits, price over cost", 0.67, 2, "printed_ratio"],
  ]),
  ...of("004", "essay-004-extended-thinking", [
    ["session without thinking, USD", 0.75, 2, "plain_price"],
    ["session with thinking, USD", 0.87, 2, "session_price"],
    ["premium for thinking, %", 16, 0, "thinking_premium", percent],
  ]),
  ...of("004", "essay-004-coding-session", [
    ["input of a coding session, USD", 0.0015, 4, "session_input_cost"],
    ["output of a coding session, USD", 0.015, 3, "session_output_cost"],
    ["coding session, USD", 0.017, 3, "session_cost"],
    ["coding sessions of a day, USD", 0.85, 2, "daily_cost"],
    ["coding sessions of a month, USD", 25, 0, "monthly_cost"],
    ["input over output", 100, 0, "input_over_output"],
  ]),
];
