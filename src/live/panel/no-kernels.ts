// Stands in a page for the modules that make and start WebAssembly: a page whose policy lets nothing
// but its own two scripts run may start none. The plain evaluators give the same bits.
import type { FillUniforms } from "../../sampling/design.js";

/** Of `wasm/memory`, where a column in memory is never made. */
export const SPARE = 128;
/** Of `sampling/sobol-kernel`: no kernel, no memory for it. */
export const SOBOL_BYTES = 0;

/** As on a machine without WebAssembly. */
export function createMemory(): undefined {
  return undefined;
}

/** As on a machine without vector instructions. */
export function startNothing(): undefined {
  return undefined;
}

/** As on a machine without vector instructions. */
export function compiledOnce(): typeof startNothing {
  return startNothing;
}

/** As on a machine without vector instructions. */
export const startFormulas = compiledOnce;
/** As on a machine without vector instructions. */
export const formulaKernel = startNothing;
/** As on a machine without vector instructions. */
export const threefryKernel = startNothing;
/** As on a machine without vector instructions. */
export const sobolKernel = startNothing;

/** Columns are filled plainly. */
export function throughMemory(_: unknown, __: number, plain: FillUniforms): FillUniforms {
  return plain;
}

/** A lookup that leaves every column to the plain one. */
export function createLookup(): () => false {
  return () => false;
}
