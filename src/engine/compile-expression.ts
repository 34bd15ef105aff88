import { arithmeticKernels } from "./arithmetic-kernels.js";
import { choiceKernels } from "./choice-kernels.js";
import { comparisonKernels } from "./comparison-kernels.js";
import type { Expression } from "../formula/expression.js";
import type { Kernel, Operand } from "./kernel.js";
import { unaryKernels } from "./unary-kernels.js";

/**
 * Evaluates one formula for one block of draws, in base units.
 *
 * @param read column of a quantity: one value per draw of the block, or a single one for all of them
 * @param length draws in the block, at least 1
 * @param out where the results go: the first `length` values; none of the columns read
 * @throws {RangeError} for a column that is shorter than the block
 */
export type BlockFormula = (
  read: (name: string) => Float64Array,
  length: number,
  out: Float64Array,
) => void;

interface Step {
  readonly kernel: Kernel;
  readonly operands: readonly Operand[];
  readonly target: Operand;
}

/** Columns for results in between, which formulas that run one after the other may share. */
export interface Scratch {
  /** Those that no later step reads. */
  readonly free: Operand[];
  readonly all: Set<Operand>;
}

/** No column yet. */
export function createScratch(): Scratch {
  return { free: [], all: new Set() };
}

interface Program {
  readonly steps: Step[];
  readonly columns: Map<string, Operand>;
  readonly scratch: Scratch;
}

const binaryKernels = { ...arithmeticKernels, ...comparisonKernels };
const EMPTY = new Float64Array(0);

/**
 * Turns a formula into steps over whole columns, the reference that every other evaluator is held
 * against. The meaning of each operator is that of `applyOperator` and `applyFunction`, bit for bit.
 *
 * Compile once and call once a block: scratch columns are kept between calls, so no formula must be
 * called from within the `read` of one that shares them. What does not vary is worked out once a
 * block, not once a draw.
 */
export function compileExpression(
  expression: Expression,
  scratch: Scratch = createScratch(),
): BlockFormula {
  const program: Program = { steps: [], columns: new Map(), scratch };
  const result = compile(expression, program);
  if (scratch.all.has(result)) scratch.free.push(result);
  return (read, length, out) => {
    for (const [name, column] of program.columns) readInto(column, name, read(name), length);
    for (const step of program.steps) run(step, length);
    if (result.mask === 0) out.fill(result.values[0]!, 0, length);
    else out.set(result.values.subarray(0, length));
  };
}

function readInto(column: Operand, name: string, values: Float64Array, length: number): void {
  if (values.length < length && values.length !== 1) {
    throw new RangeError(`the column ${name} has ${values.length} values for ${length} draws`);
  }
  column.values = values;
  column.mask = values.length === 1 ? 0 : -1;
}

function run({ kernel, operands, target }: Step, length: number): void {
  target.mask = operands.every(({ mask }) => mask === 0) ? 0 : -1;
  const needed = target.mask === 0 ? 1 : length;
  if (target.values.length < needed) target.values = new Float64Array(needed);
  kernel(target.values, operands, needed);
}

function compile(expression: Expression, program: Program): Operand {
  switch (expression.kind) {
    case "number":
      return { values: Float64Array.of(expression.value * expression.unit.scale), mask: 0 };
    case "name":
      return columnOf(expression.name, program);
    case "negate":
      return addStep(unaryKernels.negate, [compile(expression.operand, program)], program);
    case "binary": {
      const operands = [compile(expression.left, program), compile(expression.right, program)];
      return addStep(binaryKernels[expression.operator], operands, program);
    }
    case "call":
      return compileCall(expression, program);
  }
}

function compileCall({ callee, operands }: Expression & { kind: "call" }, program: Program) {
  const compiled = operands.map((operand) => compile(operand, program));
  switch (callee) {
    case "min":
    case "max":
      return compiled.reduce((left, right) =>
        addStep(arithmeticKernels[callee], [left, right], program),
      );
    case "if":
    case "clamp":
      return addStep(choiceKernels[callee], compiled, program);
    case "abs":
    case "exp":
    case "log":
    case "log2":
    case "log10":
    case "sqrt":
    case "floor":
    case "ceil":
    case "round":
    case "sin":
    case "cos":
    case "tan":
      return addStep(unaryKernels[callee], compiled, program);
  }
}

function columnOf(name: string, { columns }: Program): Operand {
  const column = columns.get(name) ?? { values: EMPTY, mask: -1 };
  columns.set(name, column);
  return column;
}

/** The target is taken before the operands are given back, so a step never writes what it reads. */
function addStep(
  kernel: Kernel,
  operands: readonly Operand[],
  { steps, scratch: { free, all } }: Program,
): Operand {
  const target = free.pop() ?? { values: EMPTY, mask: -1 };
  all.add(target);
  steps.push({ kernel, operands, target });
  free.push(...operands.filter((operand) => all.has(operand)));
  return target;
}
