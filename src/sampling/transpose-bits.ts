/**
 * Swaps rows and columns of 32 x 32 bits, in place: bit 31 - j of word i becomes bit 31 - i of word j.
 *
 * Source: Warren, Hacker's Delight, 2nd ed. (2012), figure 7-6.
 *
 * @param rows 32 words
 */
export function transposeBits(rows: Uint32Array): void {
  for (let width = 16, mask = 0x0000ffff; width > 0; width >>= 1, mask ^= mask << width) {
    for (let k = 0; k < 32; k = (k + width + 1) & ~width) {
      const swapped = (rows[k]! ^ (rows[k + width]! >>> width)) & mask;
      rows[k]! ^= swapped;
      rows[k + width]! ^= swapped << width;
    }
  }
}
