import { oneOperand } from "../formula/scalar.js";
import type { Definition, Import } from "../wasm/encode-module.js";
import { call, f64x2, local } from "../wasm/instructions.js";
import { emitExp } from "./emit-exp.js";
import { emitLogarithm } from "./emit-logarithm.js";
import type { Called } from "./emit-operation.js";
import { emitPower } from "./emit-power.js";
import { emitRaise } from "./emit-raise.js";

/** The functions of two draws that code calls; a module begins with them. */
export interface Functions {
  readonly imports: readonly Import[];
  /** Those that are called so far, and what they call. */
  readonly definitions: readonly Definition[];
  /** The number by which a function is called. */
  readonly indexOf: (name: Called) => number;
}

/** Called back from the module for each draw. */
const IMPORTS = (["sin", "cos", "tan"] as const).map((name) => ({
  name,
  call: oneOperand[name],
  operands: 1,
}));

/** What a module may call; only what is called becomes part of it. */
export function createFunctions(): Functions {
  const definitions: Definition[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string, emit: () => Definition): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = IMPORTS.length + definitions.push(emit()) - 1;
    numbers.set(name, number);
    return number;
  };
  const indexOf = (name: Called): number => {
    switch (name) {
      case "exp":
        return numberOf(name, emitExp);
      case "log":
      case "log2":
      case "log10":
        return numberOf(name, () => emitLogarithm(name));
      case "^": {
        const raise = numberOf("raise", emitRaise);
        return numberOf(name, () => emitPower(raise));
      }
      case "sin":
      case "cos":
      case "tan":
        return numberOf(name, () => callEachDraw(name));
    }
  };
  return { imports: IMPORTS, definitions, indexOf };
}

/** Calls the plain function for each of the two draws. */
function callEachDraw(name: string): Definition {
  const index = IMPORTS.findIndex((imported) => imported.name === name);
  const ofDraw = (draw: number) => call(index, f64x2.lane(local.get(0), draw));
  return {
    name: `both ${name}`,
    parameters: ["v128"],
    results: ["v128"],
    locals: [],
    body: f64x2.withLane(f64x2.splat(ofDraw(0)), 1, ofDraw(1)),
  };
}
