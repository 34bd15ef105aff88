import { drawInput } from "../engine/draw-inputs.js";
import { createDependence, type Dependence } from "../scenario/dependence.js";
import { createDesign } from "../sampling/create-design.js";
import { designOf } from "../sampling/design-of.js";
import type { DesignOptions, Replication } from "../sampling/design.js";
import { sampleUniforms } from "../sampling/sample-uniforms.js";
import { correlationsOf } from "./differences.js";
import { inputOf } from "./graph.js";
import type { Drawn } from "./hybrids.js";
import type { Pair, Side } from "./pair.js";

/** How the mixtures are simulated. */
export type Run = Omit<DesignOptions, "dimensions">;

/** Parts that independent draws are dealt out to, for errors like those of the other designs. */
const RANDOM_REPLICATES = 16;

/**
 * The draws of every uncertain input of two scenarios. An input of one name takes the same uniforms
 * wherever it stands, so that mixtures differ by what is exchanged and not by chance; each column is
 * made once for each distribution it can have.
 */
export function drawInputs(
  pair: Pair,
  run: Run,
): { readonly drawn: Drawn; readonly replication: Replication } {
  const dimensions = [pair.a, pair.b].flatMap(({ scenario }) => designOf(scenario).dimensions);
  const design = createDesign({ ...run, dimensions: [...new Set(dimensions)] });
  const dependences = {
    a: createDependence(correlationsOf(pair, "a")),
    b: createDependence(correlationsOf(pair, "b")),
  };
  const joins = (side: Side, name: string): Dependence | undefined =>
    dependences[side]?.inputs.includes(name) ? dependences[side] : undefined;
  const copulas = new Map<Dependence, ReadonlyMap<string, Float64Array>>();
  const uniformsOf = (name: string, joined: Dependence | undefined): Float64Array => {
    if (!joined) return sampleUniforms(design, undefined, [name], 0, run.draws)[0]!;
    const columns = copulas.get(joined) ?? copula(joined);
    copulas.set(joined, columns);
    return columns.get(name)!;
  };
  const copula = (joined: Dependence): ReadonlyMap<string, Float64Array> => {
    const columns = sampleUniforms(design, joined, joined.inputs, 0, run.draws);
    return new Map(joined.inputs.map((name, k) => [name, columns[k]!]));
  };
  const made = new Map<string, Float64Array>();
  const drawn: Drawn = (name, side, joined, read) => {
    const dependence = joins(joined, name);
    const key = `${side} ${dependence ? joined : "alone"} ${name}`;
    const known = made.get(key);
    if (known) return known;
    const input = inputOf(pair[side], name)!;
    const column = uniformsOf(name, dependence).slice();
    drawInput(input, column, read);
    // What depends on other inputs is another column wherever they are.
    if ("distribution" in input) made.set(key, column);
    return column;
  };
  const dealt = { count: RANDOM_REPLICATES, block: Math.ceil(run.draws / RANDOM_REPLICATES) };
  return { drawn, replication: design.replication ?? dealt };
}
