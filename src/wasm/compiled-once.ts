import { encodeModule, MEMORY, type Module } from "./encode-module.js";
import type { Memory } from "./memory.js";

/** The functions of a module at work. */
export type Functions = Readonly<Record<string, (...args: number[]) => number>>;

/**
 * Starts a module on a memory.
 *
 * @returns undefined where the machine has no WebAssembly, none with vectors, or no room for code
 */
export type Start = (memory: Memory) => Functions | undefined;

/** What is used of the global `WebAssembly`, which neither Node's types nor ES2023's declare. */
interface Engine {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => {
    readonly exports: Readonly<Record<string, unknown>>;
  };
}

/**
 * A module that is started on one memory after another, once on each, and compiled when that is first
 * asked for: what runs often is fast only when the machine need not compile it again.
 */
export function compiledOnce(emit: () => Module): Start {
  let compiled: Compiled | null | undefined;
  const started = new WeakMap<Memory, Functions>();
  return (memory) => {
    if (compiled === undefined) compiled = compile(emit()) ?? null;
    const functions = started.get(memory) ?? (compiled ? start(compiled, memory) : undefined);
    if (functions) started.set(memory, functions);
    return functions;
  };
}

interface Compiled {
  readonly engine: Engine;
  readonly module: object;
  /** What the module calls back, by name. */
  readonly calls: Readonly<Record<string, unknown>>;
}

function compile(parts: Module): Compiled | undefined {
  const { WebAssembly: engine } = globalThis as { readonly WebAssembly?: Engine };
  const encoded = encodeModule(parts);
  if (!engine?.validate(encoded)) return undefined;
  const calls = Object.fromEntries((parts.imports ?? []).map(({ name, call }) => [name, call]));
  return unlessFull(() => ({ engine, module: new engine.Module(encoded), calls }));
}

function start({ engine, module, calls }: Compiled, memory: Memory): Functions | undefined {
  const env = { ...calls, [MEMORY]: memory.handle };
  return unlessFull(() => new engine.Instance(module, { env }).exports as Functions);
}

/** Undefined where there is no room. */
function unlessFull<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
