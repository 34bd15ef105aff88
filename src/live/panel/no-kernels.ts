// Stands in a page for the modules that start WebAssembly: a page whose policy lets nothing but its
// own two scripts run may start none. The plain evaluators give the same bits.

/** Of `sampling/threefry-kernel`, where a block is never made. */
export const BLOCKS_MAX = 1024;

/** As on a machine without vector instructions. */
export function threefryKernel(): undefined {
  return undefined;
}

/** As on a machine without vector instructions. */
export function sobolKernel(): undefined {
  return undefined;
}

/** As on a machine without vector instructions. */
export function formulaKernel(): undefined {
  return undefined;
}

/** As on a machine without vector instructions. */
export function createLookup(): () => boolean {
  return () => false;
}
