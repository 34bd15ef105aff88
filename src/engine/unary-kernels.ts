import { oneOperand } from "../formula/scalar.js";
import type { Kernel } from "./kernel.js";

const negate: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = -x[i]!;
};

const abs: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = Math.abs(x[i]!);
};

const exp: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = oneOperand.exp(x[i]!);
};

const log: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = oneOperand.log(x[i]!);
};

const log2: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = oneOperand.log2(x[i]!);
};

const log10: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = oneOperand.log10(x[i]!);
};

const sqrt: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = Math.sqrt(x[i]!);
};

const floor: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = Math.floor(x[i]!);
};

const ceil: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = Math.ceil(x[i]!);
};

const round: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = oneOperand.round(x[i]!);
};

const sin: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = Math.sin(x[i]!);
};

const cos: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = Math.cos(x[i]!);
};

const tan: Kernel = (out, [operand], length) => {
  const x = operand!.values;
  for (let i = 0; i < length; i++) out[i] = Math.tan(x[i]!);
};

/** The kernels of one operand. A number for all draws comes as a block of length 1. */
export const unaryKernels = {
  negate,
  abs,
  exp,
  log,
  log2,
  log10,
  sqrt,
  floor,
  ceil,
  round,
  sin,
  cos,
  tan,
};
