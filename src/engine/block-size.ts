import { SPARE } from "../wasm/memory.js";

/** Draws evaluated together: their columns stay in cache. */
export const BLOCK_DRAWS = 4096;

/** Bytes from one column of a block to the next. */
export const STRIDE = 8 * BLOCK_DRAWS + 2 * SPARE;
