import { bytesOf, type Code, unsigned } from "./code.js";
import { f64x2 } from "./instructions.js";
import { vectorsAside } from "./vectors-aside.js";

export type ValueType = "i32" | "i64" | "f64" | "v128";

/** A function that the module has. Parameters and locals are numbered together from 0. */
export interface Definition {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/** A function of doubles that the module calls back; functions count from the imported ones. */
export interface Import {
  readonly name: string;
  readonly call: (...operands: number[]) => number;
  /** How many doubles it takes. */
  readonly operands: number;
}

/** What a module is made of. */
export interface Module {
  readonly definitions: readonly Definition[];
  readonly imports?: readonly Import[];
  /** Vectors that the functions share, zero at first. */
  readonly globalCount?: number;
}

const TYPES: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b };
/** Name under which a module finds its memory. */
export const MEMORY = "memory";
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
/** A vector that changes, zero at first. */
const VARIABLE: Code = [TYPES.v128, 0x01, f64x2.const(0), 0x0b];

/**
 * The bytes of a WebAssembly module, which finds its memory and its imports under "env".
 *
 * Source: WebAssembly Core Specification 2.0 (2022), section 5.5.
 */
export function encodeModule({ definitions, imports = [], globalCount = 0 }: Module): Uint8Array {
  const imported = imports.map(({ operands }) => [
    0x60,
    vec(Array.from({ length: operands }, () => [TYPES.f64])),
    vec([[TYPES.f64]]),
  ]);
  const types = definitions.map(({ parameters, results }) => [
    0x60,
    vec(parameters.map((type) => [TYPES[type]])),
    vec(results.map((type) => [TYPES[type]])),
  ]);
  const exported = definitions.map(({ name }, k) => [
    text(name),
    0x00,
    unsigned(imports.length + k),
  ]);
  const bytes = bytesOf([
    HEADER,
    section(1, vec([...imported, ...types])),
    section(2, vec([...imports.map(importOf), [text("env"), text(MEMORY), 0x02, 0x00, 0]])),
    section(3, vec(definitions.map((_, k) => unsigned(imports.length + k)))),
    section(6, vec(Array.from({ length: globalCount }, () => VARIABLE))),
    section(7, vec(exported)),
    section(10, vec(definitions.map(encodeBody))),
  ]);
  return Uint8Array.from(bytes);
}

function importOf({ name }: Import, index: number): Code {
  return [text("env"), text(name), 0x00, unsigned(index)];
}

function encodeBody({ parameters, locals, body }: Definition): Code {
  const { setting, vectorOf } = vectorsAside(parameters.length + locals.length);
  const steps = bytesOf(body, vectorOf);
  const all = [...locals, ...setting.map(() => "v128" as const)];
  const code = bytesOf([vec(runsOf(all)), setting, steps, 0x0b]);
  return [unsigned(code.length), code];
}

/** Locals of one type in a row, as how many and which. */
function runsOf(locals: readonly ValueType[]): Code[] {
  const ends = locals.flatMap((type, k) => (locals[k + 1] === type ? [] : [k + 1]));
  return ends.map((end, k) => [unsigned(end - (ends[k - 1] ?? 0)), TYPES[locals[end - 1]!]]);
}

function section(id: number, content: Code): Code {
  const bytes = bytesOf(content);
  return [id, unsigned(bytes.length), bytes];
}

function vec(items: readonly Code[]): Code {
  return [unsigned(items.length), items];
}

function text(value: string): Code {
  return vec([...value].map((character) => character.charCodeAt(0)));
}
