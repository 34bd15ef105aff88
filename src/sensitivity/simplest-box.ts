import { type Feature, type LevelBox, peel, phi } from "./peel.js";

/** More conditions than this nobody keeps in mind. */
const CONDITIONS_MAX = 3;
/** Of the best box's phi, what a box of fewer conditions has to reach to stand for it. */
const ENOUGH = 0.95;

/** A box on a few features. */
export interface FoundBox {
  /** Places of the features that the box restricts, the most needed first. */
  readonly restricted: readonly number[];
  /** Of each of those, the levels allowed. */
  readonly allowed: LevelBox;
}

/**
 * The box that tells wanted draws from the others by as few features as do it, three at most: a box is
 * peeled on all features, then on the three, two and one without which it tells least, and the
 * smallest that is 95% as good as the best of these is kept. Undefined where no cut tells anything.
 *
 * Source of leaving a condition out to see what it is worth: Bryant & Lempert, "Thinking inside the
 * box", Technological Forecasting & Social Change 77 (2010).
 */
export function simplestBox(
  features: readonly Feature[],
  wanted: Uint8Array,
): FoundBox | undefined {
  const most = peel(features, wanted);
  const ranked = restrictedBy(most)
    .map((k) => ({ k, without: phiOf(features, without(most, k), wanted) }))
    .sort((a, b) => a.without - b.without)
    .map(({ k }) => k);
  const sizes = [1, 2, CONDITIONS_MAX].filter((size) => size <= ranked.length);
  const found = sizes.map((size) => {
    const places = ranked.slice(0, size);
    const chosen = places.map((k) => features[k]!);
    const box = peel(chosen, wanted);
    const used = restrictedBy(box);
    return {
      restricted: used.map((k) => places[k]!),
      allowed: used.map((k) => box[k]!),
      phi: phiOf(chosen, box, wanted),
    };
  });
  const best = Math.max(...found.map((one) => one.phi));
  return found.find((one) => one.phi > 0 && one.phi >= ENOUGH * best);
}

function restrictedBy(box: LevelBox): readonly number[] {
  return [...box.keys()].filter((k) => box[k]!.includes(0));
}

function without(box: LevelBox, place: number): LevelBox {
  return box.map((levels, k) => (k === place ? new Uint8Array(levels.length).fill(1) : levels));
}

function phiOf(features: readonly Feature[], box: LevelBox, wanted: Uint8Array): number {
  const inside = new Uint8Array(wanted.length).fill(1);
  for (const k of restrictedBy(box)) {
    const { levels } = features[k]!;
    for (let draw = 0; draw < inside.length; draw++) inside[draw]! &= box[k]![levels[draw]!]!;
  }
  let [draws, hits, all] = [0, 0, 0];
  for (let draw = 0; draw < wanted.length; draw++) {
    all += wanted[draw]!;
    draws += inside[draw]!;
    hits += inside[draw]! & wanted[draw]!;
  }
  return phi({ draws, hits }, { draws: wanted.length, hits: all });
}
