import type { Design, DesignOptions } from "./design.js";
import { permutation } from "./permutation.js";
import { createStreams } from "./streams.js";

const REPLICATES_MIN = 12;
const REPLICATES_USUAL = 32;
const DRAWS_PER_REPLICATE = 400;
const REPLICATE_SIZE_MAX = 65_536;
const LARGEST_BELOW_ONE = 1 - 2 ** -53;

/**
 * Latin hypercube sampling in independent replicates. Within a replicate of m draws each input falls
 * exactly once into each of m equal strata, uniformly inside it; replicates are independent, which
 * gives an honest error of any statistic. A run that grows adds hypercubes of the same size.
 *
 * Source: McKay, Beckman & Conover, Technometrics 21 (1979); replicates: Iman, "Statistical methods
 * for including uncertainties ... using Latin hypercube sampling", SAND81-0625.
 */
export function latinHypercubeDesign({ draws, growsFrom = draws, seed }: DesignOptions): Design {
  const block = Math.ceil(growsFrom / replicateCount(growsFrom));
  const count = Math.ceil(draws / block);
  const streams = createStreams(seed);
  /** Each input's last permutation: a replicate is made in several portions. */
  const permutations = new Map<
    string,
    { readonly replicate: number; readonly strata: Uint32Array }
  >();
  const strataOf = (input: string, replicate: number, size: number): Uint32Array => {
    const last = permutations.get(input);
    if (last?.replicate === replicate) return last.strata;
    const strata = permutation(streams, streams.key(input), replicate, size);
    permutations.set(input, { replicate, strata });
    return strata;
  };
  return {
    method: "lhs",
    draws,
    replication: { count, block },
    fill: (input, start, out) => {
      streams.fill(streams.key(input), start, out);
      const end = start + out.length;
      for (let replicate = Math.floor(start / block); replicate * block < end; replicate++) {
        const first = replicate * block;
        const last = Math.min(first + block, draws);
        const strata = strataOf(input, replicate, last - first);
        for (let draw = Math.max(first, start); draw < Math.min(last, end); draw++) {
          const within = out[draw - start]!;
          const uniform = (strata[draw - first]! + within) / (last - first);
          // The sum can round up to the next whole stratum, which for the last one would be 1.
          out[draw - start] = Math.min(uniform, LARGEST_BELOW_ONE);
        }
      }
    },
  };
}

/** Enough replicates to estimate an error, each large enough to be worth stratifying. */
function replicateCount(draws: number): number {
  const usual = Math.min(REPLICATES_USUAL, Math.floor(draws / DRAWS_PER_REPLICATE));
  const wanted = Math.max(REPLICATES_MIN, usual, Math.ceil(draws / REPLICATE_SIZE_MAX));
  return Math.min(wanted, draws);
}
