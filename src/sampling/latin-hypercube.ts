import type { Design, DesignOptions, FillInMemory, FillUniforms } from "./design.js";
import { permutation, type Permute, permuter, permuterBytes } from "./permutation.js";
import { LARGEST_BELOW_ONE, startStrata } from "./stratify-code.js";
import { createStreams, type Streams } from "./streams.js";
import { throughMemory } from "./through-memory.js";
import { fillUniforms } from "./uniforms.js";

const REPLICATES_MIN = 12;
const REPLICATES_USUAL = 32;
const DRAWS_PER_REPLICATE = 400;
const REPLICATE_SIZE_MAX = 65_536;
/** Strata handed to the kernel at a time, and what the last vector reads beyond them. */
const STRATA = 2048;
const STRATA_BYTES = 4 * STRATA + 16;

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
  const scratchBytes = STRATA_BYTES + permuterBytes(block);
  const plainParts = hypercubes(streams, draws, block, undefined);
  const plain: FillUniforms = (input, start, out) => {
    fillUniforms(streams.key(input), start, out);
    for (const part of plainParts(input, start, out.length)) stratifyPlainly(part, out, 0);
  };
  const inMemory: FillInMemory = (memory, scratch) => {
    const fill = streams.inMemory(memory, scratch);
    const stratify = startStrata(memory)?.["stratify"];
    const places = new Uint32Array(memory.buffer, scratch, STRATA);
    const partsOf = hypercubes(
      streams,
      draws,
      block,
      permuter(memory, scratch + STRATA_BYTES, block),
    );
    if (!fill || !stratify) return undefined;
    return (input, start, column) => {
      fill(input, start, column);
      for (const part of partsOf(input, start, column.length)) {
        const { from, strata, size } = part;
        // Pairs only: what follows an odd one belongs to the next hypercube.
        const paired = strata.length - (strata.length % 2);
        const at = column.byteOffset + 8 * from;
        places.set(strata);
        if (paired > 0) stratify(at, at + 8 * paired, scratch, size);
        stratifyPlainly(part, column, paired);
      }
    };
  };
  return {
    method: "lhs",
    draws,
    replication: { count, block },
    fill: throughMemory(inMemory, scratchBytes, plain),
    inMemory,
    scratchBytes,
  };
}

/** Draws of one hypercube. */
interface Part {
  /** Place of the first one in the column. */
  readonly from: number;
  /** Stratum of each, at most `STRATA` of them. */
  readonly strata: Uint32Array;
  /** Draws of the whole hypercube. */
  readonly size: number;
}

/**
 * Cuts columns at the borders of hypercubes; keeps each input's last permutation, in whose memory the next is
 * made: a part is to be used before the next is asked for.
 */
function hypercubes(
  streams: Streams,
  draws: number,
  block: number,
  permute: Permute | undefined,
): (input: string, start: number, length: number) => Generator<Part> {
  const known = new Map<string, { readonly replicate: number; readonly strata: Uint32Array }>();
  const strataOf = (input: string, replicate: number, size: number): Uint32Array => {
    const last = known.get(input);
    if (last?.replicate === replicate) return last.strata;
    const key = streams.key(input);
    const order = permute?.(key, replicate, size) ?? permutation(streams, key, replicate, size);
    const strata = last?.strata.length === size ? last.strata : new Uint32Array(size);
    strata.set(order);
    known.set(input, { replicate, strata });
    return strata;
  };
  return function* (input, start, length) {
    for (let from = 0; from < length;) {
      const replicate = Math.floor((start + from) / block);
      const first = replicate * block;
      const size = Math.min(block, draws - first);
      const at = start + from - first;
      const end = Math.min(size, at + length - from, at + STRATA);
      yield { from, strata: strataOf(input, replicate, size).subarray(at, end), size };
      from += end - at;
    }
  };
}

function stratifyPlainly({ from, strata, size }: Part, column: Float64Array, first: number): void {
  for (let k = first; k < strata.length; k++) {
    // The sum can round up to the next whole stratum, which for the last one would be 1.
    column[from + k] = Math.min((strata[k]! + column[from + k]!) / size, LARGEST_BELOW_ONE);
  }
}

/** Enough replicates to estimate an error, each large enough to be worth stratifying. */
function replicateCount(draws: number): number {
  const usual = Math.min(REPLICATES_USUAL, Math.floor(draws / DRAWS_PER_REPLICATE));
  const wanted = Math.max(REPLICATES_MIN, usual, Math.ceil(draws / REPLICATE_SIZE_MAX));
  return Math.min(wanted, draws);
}
