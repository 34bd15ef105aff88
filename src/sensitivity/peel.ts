/** An input as boxes are cut from it: the level of each draw, from 0. */
export interface Feature {
  readonly levels: Uint8Array;
  /** Number of levels. */
  readonly count: number;
  /** Levels are names without an order, so that any of them may be cut off. */
  readonly nominal: boolean;
}

/** Of each feature, by level, whether a draw in the box may have it. */
export type LevelBox = readonly Uint8Array[];

/** The share of the draws still inside that one cut takes, or the least above it that levels allow. */
const ALPHA = 0.05;
/** Wanted draws below which a box is not cut further. */
const HITS_MIN = 20;

/**
 * The box of levels that tells wanted draws from the others best, by peeling: from all draws, the cut
 * at one end of one feature that raises the share of wanted draws most for each draw it takes is made
 * again and again, and of all boxes on the way the one with the largest phi coefficient is kept.
 *
 * Source: Friedman & Fisher, "Bump hunting in high-dimensional data", Statistics and Computing 9
 * (1999), the patient rule induction method. The gain for each draw taken, which is fair to cuts of
 * unequal size, is the lenient criterion of Kwakkel & Jaxa-Rozen, "Improving scenario discovery for
 * handling heterogeneous uncertainties", Environmental Modelling & Software 79 (2016). There is no
 * pasting: cuts are small.
 *
 * @param wanted 1 for the draws to hold, 0 for the others
 */
export function peel(features: readonly Feature[], wanted: Uint8Array): LevelBox {
  const box = features.map(({ count }) => new Uint8Array(count).fill(1));
  let inside: Uint32Array = new Uint32Array(wanted.length).map((_, draw) => draw);
  const counts = features.map((feature) => countLevels(feature, inside, wanted));
  const all = countIn(inside, wanted);
  let held = all;
  let best: LevelBox = box.map((levels) => levels.slice());
  let bestPhi = 0;
  for (;;) {
    const cut = bestCut(features, box, counts, held);
    if (!cut) return best;
    for (const level of cut.levels) box[cut.feature]![level] = 0;
    const { left, taken } = divide(inside, features[cut.feature]!.levels, box[cut.feature]!);
    // Levels that hold no draw peel nothing, for ever.
    if (taken.length === 0) return best;
    inside = left;
    for (const [k, feature] of features.entries()) {
      takeAway(counts[k]!, countLevels(feature, taken, wanted));
    }
    const gone = countIn(taken, wanted);
    held = { draws: held.draws - gone.draws, hits: held.hits - gone.hits };
    if (held.hits < HITS_MIN) return best;
    const found = phi(held, all);
    if (found > bestPhi) {
      bestPhi = found;
      best = box.map((allowed) => allowed.slice());
    }
  }
}

/** Draws, and how many of them are wanted. */
interface Held {
  readonly draws: number;
  readonly hits: number;
}

/** The correlation of being inside with being wanted; Yule, J. Royal Statistical Society 75 (1912). */
export function phi({ draws: n, hits }: Held, { draws, hits: wanted }: Held): number {
  const spread = Math.sqrt(n * (draws - n) * wanted * (draws - wanted));
  return spread > 0 ? (hits * draws - n * wanted) / spread : 0;
}

interface Cut {
  readonly feature: number;
  readonly levels: readonly number[];
  readonly gain: number;
}

/** The cut that raises the share of wanted draws most for each draw taken; undefined if none does. */
function bestCut(
  features: readonly Feature[],
  box: LevelBox,
  counts: readonly Counts[],
  held: Held,
): Cut | undefined {
  let best: Cut | undefined;
  for (const [k, feature] of features.entries()) {
    for (const levels of cutsOf(feature, box[k]!, counts[k]!.draws, ALPHA * held.draws)) {
      const gain = gainOf(held, takenBy(levels, counts[k]!));
      if (gain > (best?.gain ?? 0)) best = { feature: k, levels, gain };
    }
  }
  return best;
}

/** By level, the draws of a box and how many of them are wanted. */
interface Counts {
  readonly draws: Uint32Array;
  readonly hits: Uint32Array;
}

function countLevels({ levels, count }: Feature, inside: Uint32Array, wanted: Uint8Array): Counts {
  const draws = new Uint32Array(count);
  const hits = new Uint32Array(count);
  for (let k = 0; k < inside.length; k++) {
    const draw = inside[k]!;
    const level = levels[draw]!;
    draws[level]!++;
    hits[level]! += wanted[draw]!;
  }
  return { draws, hits };
}

function takeAway(counts: Counts, taken: Counts): void {
  for (let level = 0; level < counts.draws.length; level++) {
    counts.draws[level]! -= taken.draws[level]!;
    counts.hits[level]! -= taken.hits[level]!;
  }
}

/** The draws whose levels are still allowed, and the others. */
function divide(
  inside: Uint32Array,
  levels: Uint8Array,
  allowed: Uint8Array,
): { readonly left: Uint32Array; readonly taken: Uint32Array } {
  const left = new Uint32Array(inside.length);
  const taken = new Uint32Array(inside.length);
  let kept = 0;
  for (let k = 0; k < inside.length; k++) {
    const draw = inside[k]!;
    if (allowed[levels[draw]!] === 1) left[kept++] = draw;
    else taken[k - kept] = draw;
  }
  return { left: left.subarray(0, kept), taken: taken.subarray(0, inside.length - kept) };
}

function gainOf({ draws, hits }: Held, taken: Held): number {
  if (taken.draws === 0 || taken.draws === draws) return 0;
  return ((hits - taken.hits) / (draws - taken.draws) - hits / draws) / taken.draws;
}

function takenBy(levels: readonly number[], counts: Counts): Held {
  let [draws, hits] = [0, 0];
  for (const level of levels) {
    draws += counts.draws[level]!;
    hits += counts.hits[level]!;
  }
  return { draws, hits };
}

/** The levels that a cut at either end takes, or any one level of a feature without order. */
function cutsOf(
  { nominal, count }: Feature,
  allowed: Uint8Array,
  draws: Uint32Array,
  least: number,
): readonly (readonly number[])[] {
  const left: number[] = [];
  for (let level = 0; level < count; level++) if (allowed[level] === 1) left.push(level);
  if (nominal) return left.map((level) => [level]);
  return [endOf(left, draws, least), endOf(left.toReversed(), draws, least)];
}

/** The first levels that hold at least so many draws. */
function endOf(levels: readonly number[], draws: Uint32Array, least: number): readonly number[] {
  let [taken, end] = [0, 0];
  while (end < levels.length && taken < least) taken += draws[levels[end++]!]!;
  return levels.slice(0, end);
}

function countIn(inside: Uint32Array, wanted: Uint8Array): Held {
  let hits = 0;
  for (let k = 0; k < inside.length; k++) hits += wanted[inside[k]!]!;
  return { draws: inside.length, hits };
}
