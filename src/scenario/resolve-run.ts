import { didYouMean } from "./closed.js";
import type { Context } from "./context.js";
import type { Scenario, Until } from "./scenario.js";
import type { ScenarioFile } from "./schema.js";
import type { YamlSource } from "./yaml-source.js";

const DRAWS_USUAL = 131_072;
/** Where a run that grows stops unless the scenario says otherwise; seconds to a minute. */
const DRAWS_MAX_USUAL = 4_194_304;

/** How a scenario is to be drawn, with what it leaves open filled in. */
export function resolveRun(
  context: Context,
  file: ScenarioFile,
  source: YamlSource,
  outputs: readonly string[],
): Scenario["run"] {
  const {
    draws = DRAWS_USUAL,
    seed = 0,
    method = "sobol",
    allow_undefined = false,
  } = file.run ?? {};
  // A number longer than a double can hold keeps the digits the author wrote.
  const digits = typeof seed === "number" ? source.textOf(["run", "seed"]) : undefined;
  const until = resolveUntil(context, file, outputs, draws);
  return {
    draws,
    seed: digits ?? String(seed),
    method,
    allowUndefined: allow_undefined,
    ...(until === undefined ? {} : { until }),
  };
}

function resolveUntil(
  context: Context,
  file: ScenarioFile,
  outputs: readonly string[],
  draws: number,
): Until | undefined {
  const entry = file.run?.until;
  if (!entry) return undefined;
  const drawsMax = entry.draws_max ?? Math.max(draws, DRAWS_MAX_USUAL);
  if (drawsMax < draws) {
    context.report(
      ["run", "until", "draws_max"],
      `draws_max is ${drawsMax}, but the run starts with ${draws} draws`,
      "Raise it, or give the run fewer draws to start with",
    );
  }
  const [key, name, known, mend] =
    "against" in entry
      ? ["against", entry.against, Object.keys(file.prices ?? {}), "Declare it under prices"]
      : ["output", entry.output, outputs, "Add it to outputs"];
  if (!known.includes(name)) {
    const message = `${name} is not one of the ${key === "against" ? "prices" : "outputs"}`;
    context.report(["run", "until", key], message, didYouMean(name, known) ?? mend);
  }
  if ("against" in entry) {
    const { against, probability_error: halfWidth } = entry;
    return { kind: "break-even", against, halfWidth, drawsMax };
  }
  const { output, percentile, relative_error: halfWidth } = entry;
  return { kind: "percentile", output, percentile, halfWidth, drawsMax };
}
