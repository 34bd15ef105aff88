import { describeDistribution } from "../distributions/describe.js";
import type { Definition } from "./quantity.js";

/** What a quantity is, in words: its number, its distribution, or its formula. */
export function describeDefinition(definition: Definition): string {
  switch (definition.kind) {
    case "constant":
      return `fixed at ${definition.value.toLocaleString("en-US", { maximumSignificantDigits: 12 })}`;
    case "distribution":
      return describeDistribution(definition.spec);
    case "formula":
      return definition.formula;
  }
}
