import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import seedrandom from "seedrandom";

/**
 * The key of one input's stream of random words: a full hash of the seed phrase and the input's name.
 * Equal only for equal seed and name; adding or renaming one input leaves every other key alone.
 *
 * seedrandom alone repeats short phrases cyclically (`1` = `11`) and reads only the low byte of each
 * character, so it is given the SHA-256 of the phrase, never the phrase itself.
 *
 * @param seed the seed phrase of the run; `0` and the empty phrase are seeds like any other
 * @param name the input's name, which contains no NUL
 * @returns four 32-bit words
 */
export function streamKey(seed: string, name: string): Uint32Array {
  const phrase = bytesToHex(sha256(utf8ToBytes(`${seed}\u0000${name}`)));
  const words = seedrandom(phrase);
  return Uint32Array.from([words.int32(), words.int32(), words.int32(), words.int32()]);
}
