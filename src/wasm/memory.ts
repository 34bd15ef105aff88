/** Memory that modules work on, zero at first. It never grows, so views of it stay what they are. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  /** What modules take it by. */
  readonly handle: object;
}

/** What is used of the global `WebAssembly`, which neither Node's types nor ES2023's declare. */
interface Engine {
  readonly Memory: new (limits: {
    readonly initial: number;
  }) => object & { readonly buffer: ArrayBuffer };
}

/**
 * Bytes on either side of a column in memory that hold nothing: kernels work on whole groups of
 * values, which may begin before the column and end after it.
 */
export const SPARE = 128;

const PAGE = 65_536;

/**
 * Memory of so many bytes at least.
 *
 * @returns undefined where the machine has no WebAssembly, or no room: a memory reserves gigabytes of
 *   address space
 */
export function createMemory(bytes: number): Memory | undefined {
  const { WebAssembly: engine } = globalThis as { readonly WebAssembly?: Engine };
  if (!engine) return undefined;
  try {
    const handle = new engine.Memory({ initial: Math.ceil(bytes / PAGE) });
    return { buffer: handle.buffer, handle };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
