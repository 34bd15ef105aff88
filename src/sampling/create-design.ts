import type { Design, DesignOptions } from "./design.js";
import { latinHypercubeDesign } from "./latin-hypercube.js";
import { randomDesign } from "./random.js";
import { sobolDesign } from "./sobol.js";

/** The design of a run. */
export function createDesign(options: DesignOptions): Design {
  switch (options.method) {
    case "random":
      return randomDesign(options);
    case "lhs":
      return latinHypercubeDesign(options);
    case "sobol":
      return sobolDesign(options);
  }
}
