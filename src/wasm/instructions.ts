import { type Code, doubleBytes, longBytes, signed, unsigned } from "./code.js";

/** An instruction as a function of the code that puts its operands on the stack. */
type Instruction = (...operands: Code[]) => Code;

const plain =
  (opcode: number): Instruction =>
  (...operands) => [...operands, opcode];

const vector =
  (opcode: number): Instruction =>
  (...operands) => [...operands, 0xfd, unsigned(opcode)];

const shift =
  (opcode: number) =>
  (operand: Code, by: number): Code => [operand, i32.const(by), 0xfd, unsigned(opcode)];

/** Loads and stores take an address and a fixed offset; addresses need no alignment. */
const access =
  (opcode: Code) =>
  (address: Code, offset = 0): Code => [address, opcode, 0, unsigned(offset)];

/** Source of all opcodes: WebAssembly Core Specification 2.0 (2022), section 5.4. */
export const local = {
  get: (index: number): Code => [0x20, unsigned(index)],
  set: (index: number, value: Code): Code => [value, 0x21, unsigned(index)],
  tee: (index: number, value: Code): Code => [value, 0x22, unsigned(index)],
};

export const global = {
  get: (index: number): Code => [0x23, unsigned(index)],
  set: (index: number, value: Code): Code => [value, 0x24, unsigned(index)],
};

export const i32 = {
  const: (value: number): Code => [0x41, signed(value)],
  add: plain(0x6a),
  sub: plain(0x6b),
  and: plain(0x71),
  xor: plain(0x73),
  shl: plain(0x74),
  shrU: plain(0x76),
  ltU: plain(0x49),
  ofLong: plain(0xa7),
  load: access(0x28),
  ctz: plain(0x68),
  store: (address: Code, value: Code, offset = 0): Code => [
    address,
    value,
    0x36,
    0,
    unsigned(offset),
  ],
};

export const i64 = {
  load: access(0x29),
  const: (value: bigint): Code => [0x42, signedLong(value)],
  or: plain(0x84),
  xor: plain(0x85),
  mul: plain(0x7e),
  shrU: plain(0x88),
  extendU: plain(0xad),
};

export const f64 = {
  store: (address: Code, value: Code, offset = 0): Code => [
    address,
    value,
    0x39,
    0,
    unsigned(offset),
  ],
  const: (value: number): Code => [0x44, doubleBytes(value)],
};

export const v128 = {
  load: access([0xfd, 0x00]),
  /** One number of 64 bits, in both halves. */
  loadSplat64: access([0xfd, 0x0a]),
  store: (address: Code, value: Code, offset = 0): Code => [
    address,
    value,
    [0xfd, 0x0b],
    0,
    unsigned(offset),
  ],
  not: vector(0x4d),
  and: vector(0x4e),
  or: vector(0x50),
  xor: vector(0x51),
  /** Bits of the first where the third has ones, of the second elsewhere. */
  select: vector(0x52),
  anyTrue: vector(0x53),
  /** Bytes of both operands by number, those of the second from 16. */
  shuffle: (a: Code, b: Code, lanes: readonly number[]): Code => [a, b, 0xfd, 0x0d, lanes],
};

export const i32x4 = {
  splat: vector(0x11),
  const: (values: readonly number[]): Code => ({
    vector: values.flatMap((value) => longBytes(BigInt(value >>> 0)).slice(0, 4)),
  }),
  shl: shift(0xab),
  shrU: shift(0xad),
  add: vector(0xae),
  maxS: vector(0xb8),
  lane: (operand: Code, index: number): Code => [operand, 0xfd, 0x1b, index],
  /** Lanes 0 and 1 of both operands in turn; those of the second are the higher halves of 64 bits. */
  zipLow: (a: Code, b: Code): Code => v128.shuffle(a, b, lanesOf(4, [0, 4, 1, 5])),
  /** The same of lanes 2 and 3. */
  zipHigh: (a: Code, b: Code): Code => v128.shuffle(a, b, lanesOf(4, [2, 6, 3, 7])),
};

export const i64x2 = {
  splat: (value: bigint): Code => i64x2.ofTwo(value, value),
  ofTwo: (first: bigint, second: bigint): Code => ({
    vector: [...longBytes(first), ...longBytes(second)],
  }),
  extendLow: vector(0xc9),
  extendHigh: vector(0xca),
  shl: shift(0xcb),
  shrU: shift(0xcd),
  add: vector(0xce),
  sub: vector(0xd1),
};

export const f64x2 = {
  splat: vector(0x14),
  const: (value: number): Code => ({ vector: [...doubleBytes(value), ...doubleBytes(value)] }),
  eq: vector(0x47),
  ne: vector(0x48),
  lt: vector(0x49),
  gt: vector(0x4a),
  le: vector(0x4b),
  ge: vector(0x4c),
  ceil: vector(0x74),
  floor: vector(0x75),
  trunc: vector(0x7a),
  abs: vector(0xec),
  neg: vector(0xed),
  sqrt: vector(0xef),
  add: vector(0xf0),
  sub: vector(0xf1),
  mul: vector(0xf2),
  div: vector(0xf3),
  min: vector(0xf4),
  max: vector(0xf5),
  /** The second operand where it is below the first, else the first: of NaN and zeros the first. */
  pmin: vector(0xf6),
  pmax: vector(0xf7),
  /** Of the first two of four signed 32-bit numbers. */
  convertLow: vector(0xfe),
  /** The first lanes of both operands, and the second ones. */
  zipLow: (a: Code, b: Code): Code => v128.shuffle(a, b, lanesOf(8, [0, 2])),
  zipHigh: (a: Code, b: Code): Code => v128.shuffle(a, b, lanesOf(8, [1, 3])),
  lane: (operand: Code, index: number): Code => [operand, 0xfd, 0x21, index],
  withLane: (operand: Code, index: number, value: Code): Code => [
    operand,
    value,
    0xfd,
    0x22,
    index,
  ],
};

/** Bytes of lanes by number, those of the second operand counted on. */
function lanesOf(bytes: number, lanes: readonly number[]): readonly number[] {
  return lanes.flatMap((lane) => Array.from({ length: bytes }, (_, k) => bytes * lane + k));
}

/** Repeats the body as long as the condition, worked out after it, is not zero. */
export function loop(body: Code, condition: Code): Code {
  return { loop: [0x03, 0x40, body, condition, 0x0d, 0, 0x0b] };
}

/** The body, only where the condition is not zero. */
export function when(condition: Code, body: Code): Code {
  return [condition, 0x04, 0x40, body, 0x0b];
}

/** The first where the third is not zero, else the second. */
export function select(a: Code, b: Code, condition: Code): Code {
  return [a, b, condition, 0x1b];
}

export function call(index: number, ...operands: Code[]): Code {
  return [...operands, 0x10, unsigned(index)];
}

function signedLong(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest < -0x40n || rest >= 0x40n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return [...bytes, Number(rest & 0x7fn)];
}
