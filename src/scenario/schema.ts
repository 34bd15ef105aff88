import * as z from "zod";
import { closed } from "./closed.js";
import { distributionSchema, pair } from "./distribution-schema.js";
import { horizonSchema } from "./horizon-schema.js";
import { inputName, quantityName } from "./name-schema.js";
import { evidence, source, text } from "./evidence-schema.js";
import { runSchema } from "./run-schema.js";

const SCENARIO_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
/** Device names that no Windows folder can have. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** What every quantity may say about itself. */
const description = {
  unit: z.string().max(200).optional().describe("Such as USD/Mtoken; 1 or % for a pure number"),
  label: text.optional().describe("Name for readers"),
  meaning: text.optional().describe("One line: what it is"),
  ...evidence,
  nature: z
    .enum(["variability", "uncertainty"])
    .optional()
    .describe("Differs from case to case, or one number not known exactly (the usual)"),
};

const finite = z.number();
const amount = z
  .string()
  .max(1000)
  .describe("`300k to 330k USD/server`: nine times in ten between the two");

/** A parameter may be uncertain itself; the parameters of its own distribution are numbers. */
const parameter = z
  .union([finite, amount, distributionSchema(description)])
  .meta({ id: "parameter", description: "A number, or an uncertain one: its own distribution" });

const input = z
  .union([
    finite.describe("A fixed number in the model's unit"),
    amount,
    distributionSchema(description, parameter),
  ])
  .meta({ id: "input" });

const switches = closed({
  label: text.optional().describe("Name for readers"),
  meaning: text.optional().describe("One line: what it is"),
  ...evidence,
  nature: description.nature,
  cases: z
    .array(
      closed({
        name: z
          .string()
          .regex(SCENARIO_NAME, "a case is a letter, then letters, digits, - and _\nRename it"),
        weight: z.number().min(0).describe("Relative to the other cases"),
        inputs: z.record(z.string(), input).optional().describe("What inputs are in this case"),
      }),
    )
    .min(2)
    .max(1000)
    .describe("Exactly one of them happens in a draw; numbered from 0"),
});

const formula = z.union([
  z.string().max(4096),
  closed({ formula: z.string().max(4096), ...description }),
]);

const price = z.union([
  finite.describe("In the unit of the output it is compared with"),
  closed({
    price: finite,
    unit: z.string().max(200).optional(),
    output: quantityName
      .optional()
      .describe("What it is compared with; the first output that fits"),
    source: source.optional(),
  }),
]);

const probability = z.number().min(0).max(1);

const expectation = z.union([
  closed({ output: quantityName, percentile: z.number().gt(0).lt(100), between: pair }),
  closed({ against: z.string(), probability: z.tuple([probability, probability]) }),
]);

const rank = z.number().min(-1).max(1);
const correlations = z.union([
  z.array(
    closed({
      between: z.tuple([inputName, inputName]),
      rank: rank.describe("Spearman rank correlation"),
      source: source.optional(),
    }),
  ),
  closed({
    inputs: z.array(inputName).min(2).max(1000),
    matrix: z
      .array(z.array(rank))
      .describe(
        "Spearman rank correlations, a row for each input; symmetric, ones on the diagonal",
      ),
    source: source.optional(),
  }),
]);

const shock = closed({
  set: z
    .record(z.string(), parameter)
    .optional()
    .describe("What quantities are instead: numbers, amounts or distributions; a switch: its case"),
  multiply: z.record(z.string(), finite).optional().describe("Quantities times a number"),
  source: source.optional(),
});

const condition = z
  .string()
  .max(4096)
  .describe("A comparison: `utilization > 60%`; for *and* multiply two in brackets");

const payoff = z.union([
  finite.describe("0: what doing nothing pays"),
  z.string().max(4096).describe("A formula in USD or USD/year"),
  closed({
    volume: z.string().max(4096).describe("What is sold, such as 2 Ttoken/year; a formula"),
    price: z.string().describe("A name under prices: the payoff is volume * (price - its output)"),
  }),
]);

const decision = closed({
  options: z
    .record(z.string().max(200), payoff)
    .describe("Two or more, by name, with what each pays; doing nothing is one too"),
});

/** What of the catalog a scenario may name; its facts replace the model's. */
const named = {
  gpu: z.string().optional().describe("A GPU whose facts replace the model's: h200, b200, ..."),
  llm: z.string().optional().describe("A language model whose size replaces the model's: kimi-k2"),
  price_list: z.string().optional().describe("Whose list prices to hold against: claude-opus-4-6"),
  workload: z.string().optional().describe("A kind of use: chat, coding-agent, ..."),
};

const branding = closed({
  accent: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/, "a colour is # and six hexadecimal digits\nWrite it in quotes")
    .optional()
    .describe("A colour for rules: #rrggbb, seen on light and dark pages alike"),
  logo: z
    .string()
    .max(100_000)
    .optional()
    .describe("An SVG file beside the scenario, or its text: plain shapes"),
});

/** What a scenario file may say. The validator and the JSON Schema are both made from this. */
export const scenarioSchema = closed({
  name: z
    .string()
    .regex(
      SCENARIO_NAME,
      "a name is a letter, then letters, digits, - and _ (64 at most)\nRename it",
    )
    .refine((name) => !RESERVED.test(name), "this name is reserved on Windows\nRename it")
    .describe("Short name; the report's folder"),
  title: text.min(1).optional().describe("Name for readers"),
  question: text.optional().describe("The decision this scenario informs"),
  author: text.optional(),
  date: text.optional(),
  status: z.enum(["draft", "final"]).optional().describe("Whether the report is final"),
  notes: text.optional(),
  branding: branding.optional().describe("How the report looks"),
  model: z.string().optional().describe("A model of the library to start from"),
  ...named,
  units: z.array(z.string()).max(100).optional().describe("Further base units"),
  inputs: z.record(z.string(), input).optional().describe("Overrides of the model, and additions"),
  switches: z
    .record(z.string(), switches)
    .optional()
    .describe("What changes several inputs together, by cases with weights"),
  formulas: z.record(z.string(), formula).optional().describe("New or overriding formulas"),
  outputs: z.array(quantityName).min(1).optional().describe("What to report; the first leads"),
  prices: z
    .record(z.string().max(200), price)
    .optional()
    .describe("What outputs are compared with"),
  correlations: correlations.optional(),
  correlations_repair: z
    .literal("nearest")
    .optional()
    .describe("Where the correlations cannot hold together, apply the nearest that can"),
  run: runSchema.optional(),
  expect: z.array(expectation).optional().describe("Checked after the run; a miss is exit code 3"),
  stress: z
    .record(z.string().max(200), shock)
    .optional()
    .describe("Shocks by name: what the answer becomes if each of them happens"),
  given: z
    .record(z.string().max(200), condition)
    .optional()
    .describe("Conditions by name: what the answer is in the futures in which each holds"),
  decision: decision.optional().describe("A choice, to say what it is worth to know more first"),
  horizon: horizonSchema
    .optional()
    .describe("Years of operation: any formula may use years_passed, 0 in the first of them"),
});

/** A scenario as its file states it, of the right shape but not yet checked for sense. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;

/** The JSON Schema (draft 2020-12) of a scenario file, for editors. */
export function scenarioJsonSchema(): object {
  return z.toJSONSchema(scenarioSchema);
}
