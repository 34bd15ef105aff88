import { describeDistribution } from "../distributions/describe.js";
import type { Definition } from "./quantity.js";

/** What a quantity is, in words: its number, its distribution, or its formula. */
export function describeDefinition(definition: Definition): string {
  switch (definition.kind) {
    case "constant":
      if (definition.cases) return `fixed at ${definition.cases[definition.value]!}`;
      return `fixed at ${definition.value.toLocaleString("en-US", { maximumSignificantDigits: 12 })}`;
    case "distribution":
      return definition.cases
        ? describeCases(definition.cases, definition.spec.parameters["weights"] as number[])
        : describeDistribution(definition.spec);
    case "conditional": {
      const { by, members } = definition;
      const differ = new Set(members.map(({ unit }) => unit)).size > 1;
      const parts = members.map(({ case: name, spec, given, unit }) => {
        const described = describeDistribution(spec, new Set(Object.keys(given)));
        const text = differ ? `${described} (${unit})` : described;
        return name === undefined ? text : `${name}: ${text}`;
      });
      return by === undefined ? parts.join("; ") : `by ${by}; ${parts.join("; ")}`;
    }
    case "formula":
      return definition.formula;
  }
}

/** `glut 30%, normal 50%, boom 20%`. */
function describeCases(names: readonly string[], weights: readonly number[]): string {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return names
    .map((name, k) => `${name} ${Number(((100 * weights[k]!) / total).toPrecision(3))}%`)
    .join(", ");
}
