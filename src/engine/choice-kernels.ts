import type { Kernel } from "./kernel.js";

const choose: Kernel = (out, [condition, then, otherwise], length) => {
  const { values: c, mask: cMask } = condition!;
  const { values: x, mask: xMask } = then!;
  const { values: y, mask: yMask } = otherwise!;
  for (let i = 0; i < length; i++) {
    const holds = c[i & cMask]!;
    out[i] = holds !== holds ? NaN : holds !== 0 ? x[i & xMask]! : y[i & yMask]!;
  }
};

const clamp: Kernel = (out, [operand, lowest, highest], length) => {
  const { values: x, mask: xMask } = operand!;
  const { values: low, mask: lowMask } = lowest!;
  const { values: high, mask: highMask } = highest!;
  for (let i = 0; i < length; i++) {
    const bottom = low[i & lowMask]!;
    const top = high[i & highMask]!;
    out[i] = bottom <= top ? Math.min(Math.max(x[i & xMask]!, bottom), top) : NaN;
  }
};

/** The kernels of three operands. A NaN in the branch that `if` does not choose is not seen. */
export const choiceKernels = { if: choose, clamp };
