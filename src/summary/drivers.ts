import { type Driver, rankDrivers } from "../sensitivity/drivers.js";
import { drivingInput } from "../sensitivity/driving-input.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { FinishedRun } from "./finished-run.js";
import { varianceShares } from "./variance-shares.js";
import type { Summary } from "./summary.js";

/** What drives each output: ranks, tenths and, where they can be worked out, shares of variance. */
export function driversOf(run: FinishedRun): Required<Pick<Summary, "sensitivity" | "variance">> {
  const { scenario, model, plan, outputs, breakEven, sample, replication } = run;
  const shares = varianceShares(model, scenario.outputs, plan.run.seed);
  const inputs = new Map(
    [...sample.uniforms].map(([name, column]) => [name, drivingInput(column, replication)]),
  );
  const ranked = ({ name: output, ordered }: DrawnOutput): readonly Driver[] => {
    const needed = model.inputsOf(output);
    const own = new Map([...inputs].filter(([name]) => needed.has(name)));
    const thresholds = breakEven
      .filter((comparison) => comparison.output === output)
      .map(({ against, price }) => ({ name: against, price }));
    const values = sample.output(output);
    const known = ordered?.order.length === values.length ? ordered : undefined;
    return rankDrivers(values, own, thresholds, known).map((driver) => ({
      ...driver,
      ...shares.get(output)?.byInput.get(driver.input),
    }));
  };
  return {
    sensitivity: Object.fromEntries(outputs.map((output) => [output.name, ranked(output)])),
    variance: Object.fromEntries([...shares].map(([name, { note }]) => [name, note])),
  };
}
