import { uncertain } from "../define.js";
import type { Quantity } from "../quantity.js";
import type { Workload } from "./workload.js";

type Range = readonly [p5: number, p95: number];

interface Template {
  readonly name: string;
  readonly title: string;
  /** Tokens of one request, and the visible ones of its answer: requests differ. */
  readonly prompt: Range;
  readonly answer: Range;
  /** Means over all requests, which nobody knows exactly. */
  readonly thinking: Range;
  readonly inputPerOutput: Range;
  readonly context: Range;
  readonly cacheHit: { readonly mean: number; readonly sd: number };
  /** Tokens a second promised to a user. */
  readonly speed: Range;
  readonly calls: Range;
  readonly source: string;
}

/** The quantities of a kind of use, under the names that the models `inference` and `demand` give them. */
export function workloadOf({ name, title, source, ...template }: Template): Workload {
  const about = (what: string) => ({ source: `${title}: ${source}`, meaning: what });
  const ranged = (
    quantity: string,
    label: string,
    unit: string,
    [p5, p95]: Range,
    meaning: string,
    nature: "variability" | "uncertainty" = "uncertainty",
  ): Quantity =>
    uncertain({
      ...about(meaning),
      name: quantity,
      label,
      unit,
      family: "lognormal",
      of: { p5, p95 },
      nature,
      grade: "C",
    });
  return {
    name,
    title,
    quantities: [
      ranged(
        "prompt_tokens",
        "Input of a request",
        "token/request",
        template.prompt,
        "Input tokens of one request; requests differ",
        "variability",
      ),
      ranged(
        "answer_tokens",
        "Visible output of a request",
        "token/request",
        template.answer,
        "Output tokens of one request that its user sees; requests differ",
        "variability",
      ),
      ranged(
        "thinking_multiple",
        "Output with thinking",
        "1",
        template.thinking,
        "All output tokens over the visible ones",
      ),
      ranged(
        "input_per_output",
        "Input tokens per output token",
        "1",
        template.inputPerOutput,
        "Mean over the workload",
      ),
      ranged(
        "context",
        "Context",
        "token/request",
        template.context,
        "Mean tokens in the key-value cache of a running request",
      ),
      ranged(
        "speed_per_user",
        "Speed promised to a user",
        "token/s/request",
        template.speed,
        "Tokens a second that one request must get",
      ),
      ranged(
        "input_per_call",
        "Input of a call",
        "token/request",
        template.prompt,
        "Mean input tokens of one call of the model",
      ),
      ranged(
        "output_per_call",
        "Visible output of a call",
        "token/request",
        template.answer,
        "Mean visible output tokens of one call of the model",
      ),
      ranged(
        "fan_out",
        "Calls per session",
        "1",
        template.calls,
        "Calls of the model that one request of a user sets off",
      ),
      uncertain({
        ...about("Share of the input tokens that a prefix cache holds"),
        name: "cache_hit",
        label: "Input found in the cache",
        unit: "1",
        family: "beta",
        of: template.cacheHit,
        grade: "C",
      }),
    ],
  };
}
