import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomDesign } from "../../src/sampling/random.js";
import { createStreams } from "../../src/sampling/streams.js";
import { threefryKernel } from "../../src/sampling/threefry-kernel.js";
import { createMemory } from "../../src/wasm/memory.js";
import { threefry4x32 } from "../../src/sampling/threefry.js";
import { fillUniforms } from "../../src/sampling/uniforms.js";

const streams = createStreams("7");
const key = streams.key("throughput");
const { fill } = randomDesign({ method: "random", draws: 2 ** 53, seed: "7", dimensions: [] });

describe("the streams of a seed", () => {
  it("are made by vector instructions on this machine", () => {
    const memory = createMemory(64)!;
    expect(threefryKernel(memory)).toBeDefined();
    expect(streams.inMemory(memory, 0)).toBeDefined();
  });

  it("have the uniforms that single blocks have, wherever a range starts and ends", () => {
    const starts = fc.oneof(
      fc.nat(5000),
      // Where the low word of the counter overflows, and far beyond.
      fc.integer({ min: 2 ** 33 - 3000, max: 2 ** 33 + 100 }),
      fc.integer({ min: 2 ** 50, max: 2 ** 50 + 3 }),
    );
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 5000 }), (start, length) => {
        const plain = new Float64Array(length);
        fillUniforms(key, start, plain);
        const fast = new Float64Array(length);
        fill("throughput", start, fast);
        expect(fast.every((uniform, k) => uniform === plain[k])).toBe(true);
      }),
    );
  });

  it("have the words that single blocks have", () => {
    const words = streams.words(key, Uint32Array.of(0, 0, 5, 1), 9999);
    const block = new Uint32Array(4);
    for (const number of [0, 1, 2, 3, 4, 1023, 1024, 2499]) {
      threefry4x32(Uint32Array.of(number, 0, 5, 1), key, block);
      expect(words.subarray(4 * number, 4 * number + 4)).toEqual(block);
    }
  });
});
