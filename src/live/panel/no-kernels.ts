// Stands in a page for the modules that start WebAssembly: a page whose policy lets nothing but its
// own two scripts run may start none. The plain evaluators give the same bits.

/** Of `wasm/memory`, where a column in memory is never made. */
export const SPARE = 64;

/** As on a machine without WebAssembly. */
export function createMemory(): undefined {
  return undefined;
}

/** As on a machine without vector instructions. */
export function instantiate(): undefined {
  return undefined;
}

/** As on a machine without vector instructions. */
export function formulaKernel(): undefined {
  return undefined;
}
