import { dependencyOrder } from "../models/dependency-order.js";
import type { DifferingFactor } from "./differing-factors.js";
import { cycleOf, hybridsOf, mediansOf } from "./hybrids.js";
import type { Pair } from "./pair.js";
import { splitOf } from "./split.js";

/** Factors that are told apart at most: their mixtures number two to this power. */
const FACTORS_MAX = 12;

/** Factors as they can be exchanged, and what had to be put together for it, in sentences. */
export interface Merged {
  readonly factors: readonly DifferingFactor[];
  readonly notes: readonly string[];
}

/**
 * Puts factors together that can only move together, because exchanging one without the other would
 * have a quantity need itself, and the smallest ones where there are more than can be told apart.
 */
export function mergeFactors(pair: Pair, factors: readonly DifferingFactor[]): Merged {
  const sound = withoutCycles(pair, { factors, notes: [] });
  return sound.factors.length > FACTORS_MAX
    ? withoutCycles(pair, withoutSmall(pair, sound))
    : sound;
}

function withoutCycles(pair: Pair, { factors, notes }: Merged): Merged {
  if ("order" in dependencyOrder(pair.needs, [pair.output])) return { factors, notes };
  const cycle = findCycle(pair, factors);
  if (!cycle) return { factors, notes };
  const caught = factors.filter(({ quantities }) => quantities.some((one) => cycle.includes(one)));
  const labels = caught.map(({ label }) => label);
  const whole = together(caught, labels.join(" with "), caught[0]!.name);
  const note = `${labels.join(" and ")} are exchanged together: taking one without the other, ${cycle[0]!} would need itself.`;
  const rest = factors.filter((factor) => !caught.includes(factor));
  return withoutCycles(pair, { factors: [whole, ...rest], notes: [...notes, note] });
}

/** The first mixture that needs itself: among all of them, or where these are too many the plainest. */
function findCycle(pair: Pair, factors: readonly DifferingFactor[]): readonly string[] | undefined {
  if (factors.length > FACTORS_MAX) {
    for (const factor of factors) {
      const halves = oneAgainstOthers(factor, factors);
      const cycle = cycleOf(pair, halves, 1) ?? cycleOf(pair, halves, 2);
      if (cycle) return cycle;
    }
    return undefined;
  }
  for (let set = 0; set < 2 ** factors.length; set++) {
    const cycle = cycleOf(pair, factors, set);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Keeps the factors that do most to the output, exchanged first or exchanged last. */
function withoutSmall(pair: Pair, { factors, notes }: Merged): Merged {
  const sizes = new Map(factors.map((factor) => [factor, sizeOf(pair, factor, factors)]));
  const bySize = [...factors].sort((one, other) => sizes.get(other)! - sizes.get(one)!);
  const small = bySize.slice(FACTORS_MAX - 1);
  const label = `${small.length} smaller ones`;
  const note = `${factors.length} factors differ; the ${small.length} that do least are taken together: ${small.map((factor) => factor.label).join(", ")}.`;
  const kept = factors.filter((factor) => !small.includes(factor));
  return {
    factors: [...kept, together(small, label, "smaller_ones")],
    notes: [...notes, note],
  };
}

/** How far a factor moves the output at the medians; as far as can be where it is not a number. */
function sizeOf(pair: Pair, factor: DifferingFactor, factors: readonly DifferingFactor[]): number {
  const halves = oneAgainstOthers(factor, factors);
  const hybrids = hybridsOf(pair, halves, mediansOf(pair), 1);
  const worth = Float64Array.from([0, 1, 2, 3], (set) => hybrids(set).get(pair.output)![0]!);
  const split = splitOf(halves, worth);
  return split ? Math.abs(split.parts[0]!.effect.value) : Number.MAX_VALUE;
}

function oneAgainstOthers(
  factor: DifferingFactor,
  factors: readonly DifferingFactor[],
): readonly DifferingFactor[] {
  const others = factors.filter((other) => other !== factor);
  return [factor, together(others, "the others", "others")];
}

function together(
  factors: readonly DifferingFactor[],
  label: string,
  name: string,
): DifferingFactor {
  return {
    name,
    label,
    quantities: factors.flatMap(({ quantities }) => quantities),
    along: factors.flatMap(({ along }) => along),
    ...(factors.some(({ correlations }) => correlations) ? { correlations: true as const } : {}),
  };
}
