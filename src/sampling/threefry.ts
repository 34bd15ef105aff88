/** Rounds everywhere in Breakeven. */
export const ROUNDS = 13;
/** What the words of an extended key add up to, bit by bit. */
export const KEY_PARITY = 0x1bd11bda;
/** Left rotations of the two words that each round mixes, from round 0, repeated every eight. */
export const ROTATIONS_0 = [10, 11, 13, 23, 6, 17, 25, 18] as const;
export const ROTATIONS_1 = [26, 21, 27, 5, 20, 11, 10, 20] as const;

/**
 * One block of the Threefry-4x32 counter-based generator: four 32-bit words that depend on nothing
 * but the counter and the key, so any block of any stream can be made anywhere, in any order.
 *
 * @param counter four 32-bit words, the block's address
 * @param key four 32-bit words, the stream's key
 * @param out receives four words; may be `counter` itself
 * @param rounds 13 everywhere in Breakeven; 20 and 72 exist for the published vectors
 *
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, section
 * 4.2 and table 2 (12 rounds pass BigCrush). Bit-exact against Random123's published vectors.
 */
export function threefry4x32(
  counter: Uint32Array,
  key: Uint32Array,
  out: Uint32Array,
  rounds: number = ROUNDS,
): void {
  const k0 = key[0]!;
  const k1 = key[1]!;
  const k2 = key[2]!;
  const k3 = key[3]!;
  const schedule = [k0, k1, k2, k3, (KEY_PARITY ^ k0 ^ k1 ^ k2 ^ k3) >>> 0];
  let x0 = (counter[0]! + k0) | 0;
  let x1 = (counter[1]! + k1) | 0;
  let x2 = (counter[2]! + k2) | 0;
  let x3 = (counter[3]! + k3) | 0;
  for (let round = 0; round < rounds; round++) {
    const a = ROTATIONS_0[round & 7]!;
    const b = ROTATIONS_1[round & 7]!;
    if ((round & 1) === 0) {
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << a) | (x1 >>> (32 - a))) ^ x0;
      x2 = (x2 + x3) | 0;
      x3 = ((x3 << b) | (x3 >>> (32 - b))) ^ x2;
    } else {
      x0 = (x0 + x3) | 0;
      x3 = ((x3 << a) | (x3 >>> (32 - a))) ^ x0;
      x2 = (x2 + x1) | 0;
      x1 = ((x1 << b) | (x1 >>> (32 - b))) ^ x2;
    }
    if ((round & 3) === 3) {
      const injection = (round + 1) >> 2;
      x0 = (x0 + schedule[injection % 5]!) | 0;
      x1 = (x1 + schedule[(injection + 1) % 5]!) | 0;
      x2 = (x2 + schedule[(injection + 2) % 5]!) | 0;
      x3 = (x3 + schedule[(injection + 3) % 5]! + injection) | 0;
    }
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}
