import { type Driver, rankDrivers } from "../sensitivity/drivers.js";
import { drivingInputs } from "../sensitivity/driving-inputs.js";
import type { DrawnOutput } from "./drawn-output.js";
import type { FinishedRun } from "./finished-run.js";
import { varianceShares } from "./variance-shares.js";
import type { Summary } from "./summary.js";

/** What drives each output: ranks, tenths and, where they can be worked out, shares of variance. */
export function driversOf(run: FinishedRun): Required<Pick<Summary, "sensitivity" | "variance">> {
  const { scenario, model, plan, outputs, breakEven, sample, replication } = run;
  const shares = varianceShares(model, scenario.outputs, plan.run.seed);
  const driving = drivingInputs(sample.uniforms, replication);
  const ranked = ({ name: output, ordered }: DrawnOutput): readonly Driver[] => {
    const needed = model.inputsOf(output);
    const isNeeded = (input: string): boolean => needed.has(input);
    const thresholds = breakEven
      .filter((comparison) => comparison.output === output)
      .map(({ against, price }) => ({ name: against, price }));
    const values = sample.output(output);
    const known = ordered?.order.length === values.length ? ordered : undefined;
    return rankDrivers(values, driving, isNeeded, thresholds, known).map((driver) => ({
      ...driver,
      ...shares.get(output)?.byInput.get(driver.input),
    }));
  };
  return {
    sensitivity: Object.fromEntries(outputs.map((output) => [output.name, ranked(output)])),
    variance: Object.fromEntries([...shares].map(([name, { note }]) => [name, note])),
  };
}
