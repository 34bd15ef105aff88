import { normalQuantile } from "../../src/numeric/normal.js";
import { createDesign } from "../../src/sampling/create-design.js";
import type { Replication } from "../../src/sampling/design.js";
import type { Method } from "../../src/scenario/scenario.js";

/** Independent standard normals as a run would draw them, one column a name. */
export function normalColumns<Name extends string>(
  dimensions: readonly Name[],
  method: Method,
  draws: number,
  seed: string,
): Readonly<Record<Name, Float64Array>> & { readonly replication: Replication | undefined } {
  const design = createDesign({ method, draws, seed, dimensions });
  const columns = dimensions.map((name) => {
    const column = new Float64Array(draws);
    design.fill(name, 0, column);
    return [name, column.map(normalQuantile)];
  });
  return {
    ...(Object.fromEntries(columns) as Record<Name, Float64Array>),
    replication: design.replication,
  };
}
