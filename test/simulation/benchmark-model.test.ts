import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
// Worker threads run JavaScript, so this runs the built output.
import { simulate } from "../../dist/pipeline.js";
import { parseScenario } from "../../dist/scenario/parse-scenario.js";
import { createPool } from "../../dist/simulation/pool.js";
import reference from "../reference/token-cost-8.json" with { type: "json" };

const text = readFileSync(new URL("../reference/token-cost-8.yaml", import.meta.url), "utf8");
const scenario = parseScenario("token-cost-8.yaml", text);

/** Half the width of a 95% interval in standard errors. */
const HALF_WIDTH = 1.96;

describe.each(["random", "lhs", "sobol"] as const)(
  "the benchmark model at a million %s draws",
  (method) => {
    const run = { ...scenario.run, draws: 1_000_000, method };
    const found = (async () => {
      const pool = createPool(2);
      const summary = await simulate({ ...scenario, run }, pool);
      await pool.close();
      return summary;
    })();

    it.each(["p5", "p25", "p50", "p75", "p95"] as const)(
      "agrees with NumPy on %s",
      async (name) => {
        const { value, low, high } = (await found).outputs["cost"]!.percentiles[name]!;
        const numpy = reference.values[name];
        const error = Math.hypot((high - low) / 2 / HALF_WIDTH, numpy.error);
        expect(Math.abs(value - numpy.value)).toBeLessThan(3 * error);
      },
    );

    it("agrees with NumPy on the mean and on the probability of costing at most 25", async () => {
      const { outputs, breakEven } = await found;
      const mean = outputs["cost"]!.mean!;
      const meanError = Math.hypot(mean.error, reference.values.mean.error);
      expect(Math.abs(mean.value - reference.values.mean.value)).toBeLessThan(3 * meanError);
      const { value, low, high } = breakEven[0]!.probability;
      const numpy = reference.values.probability25;
      const error = Math.hypot((high - low) / 2 / HALF_WIDTH, numpy.error);
      expect(Math.abs(value - numpy.value)).toBeLessThan(3 * error);
    });
  },
);
