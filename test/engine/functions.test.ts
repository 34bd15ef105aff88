import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formulaKernel } from "../../src/engine/formula-kernel.js";
import { parseFormula } from "../../src/formula/parse.js";
import { power } from "../../src/formula/power.js";
import { oneOperand } from "../../src/formula/scalar.js";
import { units } from "../formula/arbitrary-expression.js";

const edges = [0, 1, 2, 0.5, 1024, 1025, 1025.5, 5e-324, 2 ** -1022, 1.7976931348623157e308]
  .concat([709.782712893384, 745.1332191019411, 1.224744871391589, 1.7320508075688772, Infinity])
  .concat([Math.SQRT1_2, Math.SQRT2, 2 ** 53, 3 * 2 ** 51, 2 ** 19 * Math.PI])
  .flatMap((x) => [x, -x, x * (1 + 2 ** -52), x * (1 - 2 ** -53)]);
const anyBits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(doubleOf);
const anyNumber = fc.oneof(
  anyBits,
  fc.constantFrom(...edges, NaN),
  fc.double({ min: -800, max: 800, noNaN: true }),
  fc.double({ min: 0.9, max: 1.1, noNaN: true }),
  fc.integer({ min: -1100, max: 1100 }).map((n) => n / 2),
);

function kernelOf(text: string): (a: readonly number[], b: readonly number[]) => Float64Array {
  const kernel = formulaKernel({
    inputs: [{ name: "a" }, { name: "b" }],
    numbers: new Map(),
    formulas: [{ name: "f", tree: parseFormula(text, units) }],
    outputs: ["f"],
  })!;
  return (a, b) => kernel([Float64Array.from(a), Float64Array.from(b)], a.length)[0]!;
}

describe("a function of two draws at a time", () => {
  it.each(["exp", "log", "log2", "log10", "sin", "cos", "tan"] as const)(
    "%s has the bits of the plain one for any double",
    (name) => {
      const run = kernelOf(`${name}(a)`);
      const lists = fc.array(anyNumber, { minLength: 200, maxLength: 200 });
      fc.assert(
        fc.property(lists, (list) => {
          expect([...run(list, list)]).toEqual(list.map((x) => oneOperand[name](x)));
        }),
        { seed: 7, numRuns: 100 },
      );
      expect([...run(edges, edges)]).toEqual(edges.map((x) => oneOperand[name](x)));
    },
  );

  it("a power has the bits of the plain one for any two doubles, each of the two by its own way", () => {
    const run = kernelOf("a^b");
    const pairs = fc.array(fc.tuple(anyNumber, anyNumber), { minLength: 200, maxLength: 200 });
    const compare = (list: readonly (readonly [number, number])[]): void => {
      const found = run(
        list.map(([a]) => a),
        list.map(([, b]) => b),
      );
      expect([...found]).toEqual(list.map(([a, b]) => power(a, b)));
    };
    fc.assert(fc.property(pairs, compare), { seed: 7, numRuns: 200 });
    for (const a of edges) compare(edges.map((b) => [a, b] as const));
  });
});

function doubleOf(bits: bigint): number {
  return new Float64Array(BigUint64Array.of(bits).buffer)[0]!;
}
