import type { BinaryOperator } from "../formula/expression.js";
import type { Kernel } from "./kernel.js";

const isBelow: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) {
    const a = x[i & xMask]!;
    const b = y[i & yMask]!;
    out[i] = a !== a || b !== b ? NaN : a < b ? 1 : 0;
  }
};

const isAtMost: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) {
    const a = x[i & xMask]!;
    const b = y[i & yMask]!;
    out[i] = a !== a || b !== b ? NaN : a <= b ? 1 : 0;
  }
};

const isAbove: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) {
    const a = x[i & xMask]!;
    const b = y[i & yMask]!;
    out[i] = a !== a || b !== b ? NaN : a > b ? 1 : 0;
  }
};

const isAtLeast: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) {
    const a = x[i & xMask]!;
    const b = y[i & yMask]!;
    out[i] = a !== a || b !== b ? NaN : a >= b ? 1 : 0;
  }
};

const isEqual: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) {
    const a = x[i & xMask]!;
    const b = y[i & yMask]!;
    out[i] = a !== a || b !== b ? NaN : a === b ? 1 : 0;
  }
};

const isUnequal: Kernel = (out, [left, right], length) => {
  const { values: x, mask: xMask } = left!;
  const { values: y, mask: yMask } = right!;
  for (let i = 0; i < length; i++) {
    const a = x[i & xMask]!;
    const b = y[i & yMask]!;
    out[i] = a !== a || b !== b ? NaN : a !== b ? 1 : 0;
  }
};

/** Comparisons: 1 where they hold, 0 where not, NaN where either operand is NaN. */
export const comparisonKernels = {
  "<": isBelow,
  "<=": isAtMost,
  ">": isAbove,
  ">=": isAtLeast,
  "==": isEqual,
  "!=": isUnequal,
} satisfies Partial<Record<BinaryOperator, Kernel>>;
