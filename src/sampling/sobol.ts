import type { Design, DesignOptions, FillInMemory, FillUniforms } from "./design.js";
import { joeKuoDirections, SOBOL_DIMENSIONS } from "./joe-kuo.js";
import { SOBOL_BYTES, type SobolKernel, sobolKernel } from "./sobol-kernel.js";
import { type Scrambled, scramble } from "./scramble.js";
import { createStreams, type Streams } from "./streams.js";
import { throughMemory } from "./through-memory.js";
import { fillUniforms, toUniform } from "./uniforms.js";

/** Fewer make each replicate larger and better; eight still give Student's t seven degrees. */
const REPLICATES = 8;
const BLOCK_MAX = 1024;
const BLOCK_MIN = 8;

/**
 * Scrambled Sobol' points in eight independent replicates, dealt out in blocks: block b of the run is
 * the next block of points of replicate b mod 8. A longer run begins with the draws of a shorter one
 * where both have 8,192 draws or more, or where it has grown from it. Powers of two balance best.
 *
 * An input's dimension is its place among all declared quantities that are no formulas; those beyond
 * the table's 1,024 draw independently, which is what their dimensions would be worth.
 *
 * Source: Sobol', USSR Comput. Math. 7 (1967); Antonov & Saleev (1979) for the Gray-code order; Owen,
 * Monte Carlo theory, methods and examples (2013), section 17.2 for replicates.
 */
export function sobolDesign({ draws, growsFrom = draws, seed, dimensions }: DesignOptions): Design {
  const block = blockSize(growsFrom);
  const bits = Math.ceil(Math.log2(block * Math.ceil(draws / (block * REPLICATES))));
  const streams = createStreams(seed);
  const places = new Map(dimensions.map((name, place) => [name, place]));
  const cache = new Map<string, readonly Scrambled[]>();
  /** Undefined for an input beyond the table. */
  const scrambled = (input: string): readonly Scrambled[] | undefined => {
    const dimension = places.get(input) ?? SOBOL_DIMENSIONS;
    if (dimension >= SOBOL_DIMENSIONS) return undefined;
    const known =
      cache.get(input) ??
      scrambleAll(streams, input, joeKuoDirections(dimension).subarray(0, bits));
    cache.set(input, known);
    return known;
  };
  /** Fills by blocks, each of one replicate. */
  const by =
    (points: SobolKernel, independent: FillUniforms): FillUniforms =>
    (input, start, out) => {
      const replicates = scrambled(input);
      if (!replicates) return independent(input, start, out);
      for (let from = 0; from < out.length;) {
        const draw = start + from;
        const within = draw % block;
        const length = Math.min(block - within, out.length - from);
        const turn = Math.floor(draw / block);
        const first = Math.floor(turn / REPLICATES) * block + within;
        points(replicates[turn % REPLICATES]!, first, out.subarray(from, from + length));
        from += length;
      }
    };
  const plain = by(fillPoints, (input, start, out) => fillUniforms(streams.key(input), start, out));
  const inMemory: FillInMemory = (memory, scratch) => {
    const points = sobolKernel(memory, scratch);
    const independent = streams.inMemory(memory, scratch);
    return points && independent && by(points, independent);
  };
  return {
    method: "sobol",
    draws,
    replication: { count: REPLICATES, block },
    fill: throughMemory(inMemory, SOBOL_BYTES, plain),
    inMemory,
    scratchBytes: SOBOL_BYTES,
  };
}

function scrambleAll(
  streams: Streams,
  input: string,
  directions: Uint32Array,
): readonly Scrambled[] {
  const key = streams.key(input);
  return Array.from({ length: REPLICATES }, (_, index) =>
    scramble(streams, key, index, directions),
  );
}

/**
 * Points first, first + 1, ... of one replicate, in Gray-code order; what the kernel is held against.
 */
export function fillPoints(
  { high, low, shiftHigh, shiftLow }: Scrambled,
  first: number,
  out: Float64Array,
): void {
  let x = shiftHigh;
  let y = shiftLow;
  const gray = (first ^ (first >>> 1)) >>> 0;
  for (let j = 0; j < 32; j++) {
    if ((gray >>> j) & 1) {
      x ^= high[j]!;
      y ^= low[j]!;
    }
  }
  for (let k = 0; ;) {
    out[k] = toUniform(x >>> 0, y << 12);
    if (++k === out.length) return;
    const changed = 31 - Math.clz32((first + k) & -(first + k));
    x ^= high[changed]!;
    y ^= low[changed]!;
  }
}

/** A power of two that gives every replicate a block, so far as there are draws enough. */
function blockSize(draws: number): number {
  let block = BLOCK_MIN;
  while (2 * block * REPLICATES <= draws && block < BLOCK_MAX) block *= 2;
  return block;
}
