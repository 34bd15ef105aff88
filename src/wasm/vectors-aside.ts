import { type Code, inPlace, type Vector } from "./code.js";
import { local } from "./instructions.js";

/** More would not stay near, and a function has room for so many locals only. */
const ASIDE_MAX = 256;

/** Vectors that a function sets once, ahead of its loops. */
export interface VectorsAside {
  /** Sets the locals, from the first on, once all vectors are known. */
  readonly setting: readonly Code[];
  /** Puts a vector on the stack. */
  readonly vectorOf: (vector: Vector, isRepeated: boolean) => Code;
}

/**
 * Gives a local to every vector that a loop would make anew each time, of three instructions: V8 takes
 * them out of loops by itself in Node 20 and no longer in Node 24.
 *
 * @param first number of a local that is free, as all after it are
 */
export function vectorsAside(first: number): VectorsAside {
  const places = new Map<string, number>();
  const setting: Code[] = [];
  const placeOf = (constant: Vector): number | undefined => {
    const key = constant.vector.join();
    const known = places.get(key);
    if (known !== undefined || setting.length === ASIDE_MAX) return known;
    const place = first + setting.length;
    setting.push(local.set(place, constant));
    places.set(key, place);
    return place;
  };
  return {
    setting,
    vectorOf: (constant, isRepeated) => {
      const place = isRepeated ? placeOf(constant) : undefined;
      return place === undefined ? inPlace(constant) : local.get(place);
    },
  };
}
