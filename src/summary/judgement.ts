import type { CompiledModel } from "../engine/compile-model.js";
import type { Driver } from "../sensitivity/drivers.js";
import type { VarianceNote } from "./summary.js";

/** A share of variance; first-order indices leave out interactions, total indices count them double. */
export interface ShareRange {
  readonly low: number;
  readonly high: number;
}

/** How much of an output's variance rests on inputs that nobody measured or published. */
export interface Judgement {
  readonly output: string;
  readonly of: "logarithm" | "value";
  /** Of inputs of grade C. */
  readonly judged: ShareRange;
  /** Of inputs without a grade. */
  readonly ungraded: ShareRange;
}

/** Undefined where there are no shares, or their variance may not exist. */
export function judgementOf(
  { quantities }: CompiledModel,
  output: string,
  drivers: readonly Driver[],
  note: VarianceNote | undefined,
): Judgement | undefined {
  if (!note || "refused" in note || note.warning !== undefined) return undefined;
  const gradeOf = (name: string): string | undefined =>
    quantities.find((quantity) => quantity.name === name)?.grade;
  const sum = (grade: string | undefined): ShareRange => {
    const own = drivers.filter(({ input }) => gradeOf(input) === grade);
    const total = (of: (driver: Driver) => number): number =>
      Math.min(
        1,
        Math.max(
          0,
          own.reduce((share, driver) => share + of(driver), 0),
        ),
      );
    const low = total(({ first, shapley }) => (shapley ?? first)!.value);
    const high = total(({ total: all, shapley }) => (shapley ?? all)!.value);
    return { low: Math.min(low, high), high };
  };
  return { output, of: note.of, judged: sum("C"), ungraded: sum(undefined) };
}
