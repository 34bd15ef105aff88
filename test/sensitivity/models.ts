import { type CompiledModel, compileModel } from "../../src/engine/compile-model.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";

/** A model of dimensionless inputs, each a distribution in YAML flow style, and formulas. */
export function modelOf(
  inputs: Readonly<Record<string, string>>,
  formulas: Readonly<Record<string, string>>,
  correlations: readonly (readonly [string, string, number])[] = [],
): CompiledModel {
  const lines = [
    "name: test",
    "title: test",
    "inputs:",
    ...Object.entries(inputs).map(([name, spec]) => `  ${name}: { ${spec}, unit: "1" }`),
    "formulas:",
    ...Object.entries(formulas).map(
      ([name, formula]) => `  ${name}: { formula: "${formula}", unit: "1" }`,
    ),
    `outputs: [${Object.keys(formulas).join(", ")}]`,
    ...(correlations.length > 0 ? ["correlations:"] : []),
    ...correlations.map(([x, y, rank]) => `  - { between: [${x}, ${y}], rank: ${rank} }`),
  ];
  return compileModel(parseScenario("test.yaml", lines.join("\n")));
}

/** The same distribution for x1 to xd. */
export function inputsNamed(count: number, spec: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, k) => [`x${k + 1}`, spec]));
}

const ANGLE = `distribution: uniform, min: ${-Math.PI}, max: ${Math.PI}`;
export const UNIT_INTERVAL = "distribution: uniform, min: 0, max: 1";
export const STANDARD_NORMAL = "distribution: normal, mean: 0, sd: 1";

/** Ishigami & Homma's function, a = 7, b = 0.1 ("An importance quantification technique", 1990). */
export function ishigami(): CompiledModel {
  return modelOf(inputsNamed(3, ANGLE), { y: "sin(x1) + 7*sin(x2)^2 + 0.1*x3^4*sin(x1)" });
}

/** Its shares of variance, in closed form. */
export const ISHIGAMI = {
  first: [0.31390519114781146, 0.4424111447900409, 0],
  total: [0.5575888552099592, 0.4424111447900409, 0.24368366406214773],
  shapley: [0.43574702317888535, 0.4424111447900409, 0.12184183203107387],
} as const;

/** Sobol's g-function ("Theorems and examples on high dimensional model representation", 2003). */
export function gFunction(a: readonly number[]): CompiledModel {
  const factors = a.map((ai, k) => `(abs(4*x${k + 1} - 2) + ${ai})/${1 + ai}`);
  return modelOf(inputsNamed(a.length, UNIT_INTERVAL), { y: factors.join(" * ") });
}

/** Its shares of variance: factor k has variance 1 / (3 (1 + a_k)²), and the mean is 1. */
export function gShares(a: readonly number[]): {
  readonly first: readonly number[];
  readonly total: readonly number[];
} {
  const own = a.map((ai) => 1 / (3 * (1 + ai) * (1 + ai)));
  const product = own.reduce((result, v) => result * (1 + v), 1);
  return {
    first: own.map((v) => v / (product - 1)),
    total: own.map((v) => (v * product) / (1 + v) / (product - 1)),
  };
}
