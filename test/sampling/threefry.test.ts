import { describe, expect, it } from "vitest";
import { threefry4x32 } from "../../src/sampling/threefry.js";

/**
 * Random123 tests/kat_vectors at commit 9545ff6413f2 (D. E. Shaw Research), rows `threefry4x32`:
 * rounds, counter, key, expected; Salmon et al., SC'11.
 */
const VECTORS = `
13 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 531c7e4f 39491ee5 2c855a92 3d6abf9a
13 ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff c4189358 1c9cc83a d5881c67 6a0a89e0
13 243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 082efa98 ec4e6c89 4aa71d8f 734738c2 431fc6a8 ae6debf1
20 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 9c6ca96a e17eae66 fc10ecd4 5256a7d8
20 ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff 2a881696 57012287 f6c7446e a16a6732
20 243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 082efa98 ec4e6c89 59cd1dbb b8879579 86b5d00c ac8b6d84
72 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 93171da6 9220326d b392b7b1 ff58a002
72 ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff 60743f3d 9961e684 aab21c34 8c65fb7d
72 243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 082efa98 ec4e6c89 09930adf 7f27bd55 9ed68ce1 97f803f6
`
  .trim()
  .split("\n")
  .map((row) => row.split(" "));

describe("threefry4x32", () => {
  it.each(VECTORS)("gives Random123's published words for %s rounds of %s", (rounds, ...words) => {
    const [counter, key, expected] = [0, 4, 8].map((from) =>
      Uint32Array.from(words.slice(from, from + 4), (word) => parseInt(word, 16)),
    ) as [Uint32Array, Uint32Array, Uint32Array];
    const out = new Uint32Array(4);
    threefry4x32(counter, key, out, Number(rounds));
    expect([...out]).toEqual([...expected]);
  });

  it("uses 13 rounds unless told otherwise", () => {
    const zeros = new Uint32Array(4);
    const out = new Uint32Array(4);
    threefry4x32(zeros, zeros, out);
    expect(out[0]).toBe(0x531c7e4f);
  });
});
