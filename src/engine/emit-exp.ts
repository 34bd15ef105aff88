import { EXP } from "../numeric/exp-coefficients.js";
import type { Definition } from "../wasm/encode-module.js";
import { f64x2 } from "../wasm/instructions.js";
import { nearestWhole, pairwise, scaleByPower, vectorFunction } from "./vector-function.js";

/** `exp` of two draws, operation by operation that of src/numeric. */
export function emitExp(): Definition {
  const { add, sub, mul, div, min, max, const: constant } = f64x2;
  const { parameters, keep, finish } = vectorFunction("exp", 1);
  const bounded = keep(min(max(parameters[0]!, constant(EXP.least)), constant(EXP.most)));
  const k = keep(nearestWhole(mul(bounded, constant(EXP.perLn2))));
  const high = keep(sub(bounded, mul(k, constant(EXP.ln2High))));
  const low = keep(mul(k, constant(EXP.ln2Low)));
  const r = keep(sub(high, low));
  const t = keep(mul(r, r));
  const tt = keep(mul(t, t));
  const c = keep(sub(r, mul(t, pairwise(EXP.remez, t, tt))));
  const beyond = sub(div(mul(r, c), sub(constant(2), c)), low);
  const total = keep(add(constant(1), high));
  const y = add(total, add(add(sub(constant(1), total), high), beyond));
  return finish(scaleByPower(y, k, keep));
}
