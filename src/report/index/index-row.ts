import type { Summary } from "../../summary/summary.js";
import { labelOf, subjectOf } from "../figures/subject.js";
import { type Change, changeSince } from "./change.js";
import { type RunLine, type RunMark, runLine } from "./run-line.js";

/** A report of a batch. */
export interface IndexEntry {
  readonly summary: Summary;
  /** Its folder as seen from the index, such as `kimi-k2-h200`. */
  readonly folder: string;
  /** From its `run.json`; undefined where that is not to be read. */
  readonly mark?: RunMark | undefined;
}

/** A row of the index: what `index.json` holds of a report. */
export interface IndexRow extends Omit<RunLine, "finished" | "version"> {
  readonly title: string;
  readonly folder: string;
  /** Null where the run left no record. */
  readonly finished: string | null;
  readonly version: string | null;
  readonly topDriverLabel?: string;
  /** Whether it is a cost per token, so that to exceed a price is to lose money. */
  readonly isTokenCost: boolean;
  /** Against the run before; absent where there was none. */
  readonly change?: Change;
  readonly trend: readonly TrendPoint[];
  /** The page that explains what changed since an earlier run, in the report's folder. */
  readonly comparison?: string;
}

/** An earlier run or this one: its chance of exceeding the first price, without one its median. */
export interface TrendPoint {
  readonly finished: string;
  readonly value: number;
}

const TREND_MAX = 20;
const NO_MARK: RunMark = { version: "", finished: "", sha256: "", data: {}, overrides: [] };

/** @param earlier runs of the same scenario in order, this one among them or not */
export function indexRow(
  { summary, folder, mark }: IndexEntry,
  earlier: readonly RunLine[],
): IndexRow {
  const now = runLine(summary, mark ?? NO_MARK);
  const before = mark ? earlier.filter(({ finished }) => finished < mark.finished) : [];
  const last = before.at(-1);
  const { page } = summary.since ?? {};
  return {
    ...now,
    title: summary.title,
    folder,
    finished: mark?.finished ?? null,
    version: mark?.version ?? null,
    ...(now.topDriver === undefined ? {} : { topDriverLabel: labelOf(summary, now.topDriver) }),
    isTokenCost: subjectOf(summary).isTokenCost,
    ...(last ? { change: changeSince(last, now) } : {}),
    trend: trendOf([...before, now].slice(-TREND_MAX)),
    ...(page && "path" in page ? { comparison: page.path } : {}),
  };
}

/** Runs that say the same thing as the last of them. */
function trendOf(lines: readonly RunLine[]): readonly TrendPoint[] {
  const now = lines.at(-1)!;
  return lines.flatMap((line) => {
    const alike =
      line.output.name === now.output.name &&
      line.output.unit === now.output.unit &&
      line.excess?.against === now.excess?.against;
    const value = now.excess ? line.excess?.probability.value : line.median.value;
    return alike && Number.isFinite(value) ? [{ finished: line.finished, value: value! }] : [];
  });
}
