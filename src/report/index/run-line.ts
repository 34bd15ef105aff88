import { complement } from "../../statistics/complement.js";
import type { Interval } from "../../statistics/estimate.js";
import type { Summary } from "../../summary/summary.js";
import { subjectOf } from "../figures/subject.js";
import type { Provenance } from "../provenance.js";

/** One run of a scenario in a line: `history.jsonl` has one for every run, `index.json` the latest. */
export interface RunLine {
  readonly format: "breakeven/history/1";
  readonly scenario: string;
  /** When the run ended, ISO 8601 in UTC. */
  readonly finished: string;
  /** Version of Breakeven. */
  readonly version: string;
  /** SHA-256 of the scenario's text. */
  readonly sha256: string;
  /** SHA-256 of every data file it was read with, by path from the scenario's folder. */
  readonly data: Readonly<Record<string, string>>;
  /** `--set` entries laid over the scenario's inputs. */
  readonly overrides: readonly string[];
  readonly run: Pick<Summary["run"], "draws" | "replicates" | "seed" | "method">;
  /** The output that leads the report. */
  readonly output: { readonly name: string; readonly label: string; readonly unit: string };
  /** In the output's unit, as are all percentiles. */
  readonly median: Interval;
  readonly p5: Interval;
  /** The price that suffices in 90% of futures. */
  readonly p90: Interval;
  readonly p95: Interval;
  /** How likely the output exceeds the first price; absent without one. */
  readonly excess?: Excess;
  /** Whether anything moves the output at all. */
  readonly uncertain: boolean;
  /** The input that moves the output most, by name. */
  readonly topDriver?: string;
  readonly expectations: { readonly met: number; readonly missed: number };
}

/** The chance that an output exceeds a price: of a token's cost, the chance of a loss. */
export interface Excess {
  readonly against: string;
  /** In the output's unit. */
  readonly price: number;
  readonly probability: Interval;
}

/** What a run leaves beside its summary: the part of `run.json` that a line needs. */
export type RunMark = Pick<Provenance, "version" | "sha256" | "overrides"> &
  Pick<RunLine, "finished" | "data">;

/** The headline numbers of a run with their intervals. */
export function runLine(summary: Summary, mark: RunMark): RunLine {
  const { name, output, main, drivers, uncertain } = subjectOf(summary);
  const { draws, replicates, seed, method } = summary.run;
  const { p5, p50, p90, p95 } = output.percentiles;
  const met = summary.expect.filter((one) => one.met).length;
  const [top] = drivers;
  return {
    format: "breakeven/history/1",
    scenario: summary.scenario,
    finished: mark.finished,
    version: mark.version,
    sha256: mark.sha256,
    data: mark.data,
    overrides: mark.overrides,
    run: { draws, replicates, seed, method },
    output: { name, label: output.label, unit: output.unit },
    median: p50!,
    p5: p5!,
    p90: p90!,
    p95: p95!,
    ...(main ? { excess: excessOf(main) } : {}),
    uncertain,
    ...(uncertain && top ? { topDriver: top.input } : {}),
    expectations: { met, missed: summary.expect.length - met },
  };
}

function excessOf({ against, price, probability }: Summary["breakEven"][number]): Excess {
  return { against, price, probability: complement(probability) };
}
