import { power } from "../formula/power.js";
import type { BinaryOperator } from "../formula/expression.js";
import type { Kernel } from "./kernel.js";

// One loop each: a loop that took its operation as a function would call it for every draw,
// which costs 9 ns a draw where these take 2.

const add: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) out[i] = x[i & xMask]! + y[i & yMask]!;
};

const subtract: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) out[i] = x[i & xMask]! - y[i & yMask]!;
};

const multiply: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) out[i] = x[i & xMask]! * y[i & yMask]!;
};

const divide: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) out[i] = x[i & xMask]! / y[i & yMask]!;
};

const raise: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) out[i] = power(x[i & xMask]!, y[i & yMask]!);
};

const minimum: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) out[i] = Math.min(x[i & xMask]!, y[i & yMask]!);
};

const maximum: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) out[i] = Math.max(x[i & xMask]!, y[i & yMask]!);
};

/** The kernels of two operands. NaN in either gives NaN. */
export const arithmeticKernels = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": divide,
  "^": raise,
  min: minimum,
  max: maximum,
} satisfies Partial<Record<BinaryOperator | "min" | "max", Kernel>>;
