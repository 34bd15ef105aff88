import type { UncertainModel } from "./draw-values.js";

/** What an input is called where people read of it. */
export function labelOf({ quantities }: Pick<UncertainModel, "quantities">, name: string): string {
  return quantities.find((quantity) => quantity.name === name)?.label ?? name;
}
