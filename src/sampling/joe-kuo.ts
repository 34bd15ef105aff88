import { JOE_KUO_PACKED } from "./joe-kuo-data.js";

/** Dimensions of the table, the first being van der Corput's. */
export const SOBOL_DIMENSIONS = 1024;

/** Bits of an index that a direction is needed for: replicates hold at most 2^32 points. */
const INDEX_BITS = 32;

/**
 * The 32 direction numbers of one dimension (from 0), each a 32-bit fraction.
 *
 * Source: Joe & Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J.
 * Sci. Comput. 30 (2008), equations 2 and 3 and file new-joe-kuo-6.21201.
 */
export function joeKuoDirections(dimension: number): Uint32Array {
  const directions = new Uint32Array(INDEX_BITS);
  if (dimension === 0) return directions.map((_, j) => 2 ** (31 - j));
  const { read, skip } = bitReader(JOE_KUO_PACKED);
  for (let passed = 1; passed < dimension; passed++) {
    const degree = read(5);
    skip(degree - 1 + (degree * (degree - 1)) / 2);
  }
  const degree = read(5);
  const inner = read(degree - 1);
  for (let j = 0; j < degree; j++) directions[j] = (2 * read(j) + 1) * 2 ** (31 - j);
  for (let j = degree; j < INDEX_BITS; j++) {
    let value = directions[j - degree]! ^ (directions[j - degree]! >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((inner >>> (degree - 1 - k)) & 1) value ^= directions[j - k]!;
    }
    directions[j] = value;
  }
  return directions;
}

interface BitReader {
  /** The next so many bits as a number, the highest first. */
  readonly read: (count: number) => number;
  readonly skip: (count: number) => void;
}

/** Reads characters of six bits as they are needed: low dimensions stand at the beginning. */
function bitReader(base64: string): BitReader {
  let position = 0;
  return {
    read: (count) => {
      let value = 0;
      for (let k = 0; k < count; k++, position++) {
        const six = sixBits(base64.charCodeAt(Math.floor(position / 6)));
        value = 2 * value + ((six >> (5 - (position % 6))) & 1);
      }
      return value;
    },
    skip: (count) => {
      position += count;
    },
  };
}

/** The value of a base64 digit. */
function sixBits(code: number): number {
  if (code >= 97) return code - 71; //  a to z
  if (code >= 65) return code - 65; //  A to Z
  if (code >= 48) return code + 4; //   0 to 9
  return code === 43 ? 62 : 63; //      + and /
}
