import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
// Worker threads run JavaScript, so these tests run the built output.
import { simulate } from "../../dist/pipeline.js";
import { parseScenario } from "../../dist/scenario/parse-scenario.js";
import { designOf } from "../../dist/sampling/design-of.js";
import { inlineEvaluator } from "../../dist/simulation/inline.js";
import { createPool, WorkerDied } from "../../dist/simulation/pool.js";
import { planRun } from "../../dist/simulation/plan.js";

const scenario = (method: string) =>
  parseScenario(
    "a.yaml",
    `name: pool-test
inputs:
  x: { distribution: lognormal, p5: 1, p95: 9 }
  y: { distribution: beta, alpha: 2, beta: 5 }
  z: { distribution: normal, mean: 0, sd: 1 }
formulas: { cost: x / (y + 0.1) + z }
outputs: [cost, x]
prices: { p: { price: 10, output: cost } }
correlations: [{ between: [x, y], rank: -0.5 }]
run: { draws: 100000, seed: 11, method: ${method} }
`,
  );

describe.each(["random", "lhs", "sobol"])("a run with %s draws", (method) => {
  it("has the same bits inline and on 1, 2 and 7 workers", async () => {
    const run = scenario(method);
    const expected = JSON.stringify(await simulate(run, inlineEvaluator));
    for (const workers of [1, 2, 7]) {
      const pool = createPool(workers);
      expect(JSON.stringify(await simulate(run, pool))).toBe(expected);
      await pool.close();
    }
  });
});

describe.each(["random", "lhs", "sobol"])("a growing run with %s draws", (method) => {
  const fixed = scenario(method);
  const until = { kind: "percentile", output: "cost", percentile: 50 } as const;
  const run = {
    ...fixed,
    run: {
      ...fixed.run,
      draws: 30_000,
      until: { ...until, halfWidth: 1e-9, drawsMax: 120_000 },
    },
  };

  it("has the same bits inline and on 1, 2 and 7 workers, and counts through its stages", async () => {
    const expected = await simulate(run, inlineEvaluator);
    expect(expected.run.draws).toBeGreaterThan(100_000);
    for (const workers of [1, 2, 7]) {
      const pool = createPool(workers);
      const counts: number[] = [];
      const plans = new Set<number>();
      const found = await simulate(run, pool, {
        onDraws: (done: number, planned: number) => {
          counts.push(done);
          plans.add(planned);
        },
      });
      await pool.close();
      expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      expect(counts.at(-1)).toBe(found.run.draws);
      expect(plans.size).toBe(3);
    }
  });

  it("stops in a later stage when asked to", async () => {
    const stop = new AbortController();
    const stopped = simulate(run, inlineEvaluator, {
      signal: stop.signal,
      onDraws: (done: number) => {
        if (done > 40_000) stop.abort(new Error("enough"));
      },
    });
    await expect(stopped).rejects.toThrow("enough");
  });
});

describe.each(["random", "lhs", "sobol"])("a run of %s draws that is tallied", (method) => {
  const fixed = scenario(method);
  const run = { ...fixed, run: { ...fixed.run, draws: 300_000 } };
  const plan = planRun(designOf(run));
  const outputs = [
    { scale: 1, thresholds: [10] },
    { scale: 1000, thresholds: [0.002, 0.003] },
  ];
  const asked = { outputs, firstDraws: plan.chunks[1]!.start };

  it("has the same tallies inline and on 1, 2 and 7 workers", async () => {
    const expected = await inlineEvaluator.tally(run, plan, asked);
    for (const workers of [1, 2, 7]) {
      const pool = createPool(workers);
      expect(await pool.tally(run, plan, asked)).toEqual(expected);
      await pool.close();
    }
  });

  it("stops between chunks when asked to", async () => {
    const pool = createPool(2);
    for (const evaluator of [pool, inlineEvaluator]) {
      const stop = new AbortController();
      const stopped = evaluator.tally(run, plan, asked, {
        signal: stop.signal,
        onDraws: () => stop.abort(new Error("enough")),
      });
      await expect(stopped).rejects.toThrow("enough");
    }
    await pool.close();
  });
});

describe("the pool", () => {
  const run = scenario("random");
  const plan = planRun(designOf(run));

  it("serves one run after another with the same workers, and counts draws up to the last", async () => {
    const pool = createPool(2);
    const counts: number[] = [];
    const first = await pool.draw(run, plan, { onDraws: (done) => counts.push(done) });
    const second = await pool.draw(run, plan);
    await pool.close();
    expect(second).toEqual(first);
    expect(counts).toHaveLength(plan.chunks.length);
    expect(counts.at(-1)).toBe(100_000);
  });

  it("has the bits of the main thread whatever it ran before", async () => {
    const pool = createPool(2);
    const seeded = { ...run, run: { ...run.run, seed: "12" } };
    const other = { ...run, outputs: ["x"] };
    const lhs = { ...run, run: { ...run.run, method: "lhs" as const } };
    for (const next of [run, seeded, lhs, other, lhs, run]) {
      const own = planRun(designOf(next));
      expect(await pool.draw(next, own)).toEqual(await inlineEvaluator.draw(next, own));
    }
    await pool.close();
  });

  it("stops between chunks when asked to, and can run again", async () => {
    const pool = createPool(2);
    const stop = new AbortController();
    const stopped = pool.draw(run, plan, {
      signal: stop.signal,
      onDraws: () => stop.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
    expect(await pool.draw(run, plan)).toHaveLength(2);
    await pool.close();
  });

  it("reports a worker that dies with its scenario and draws", async () => {
    const pool = createPool(2, await workerThatDiesOnce());
    await expect(pool.draw(run, plan)).rejects.toMatchObject({
      name: "WorkerDied",
      scenario: "pool-test",
      chunk: { start: 32_768, length: 16_384 },
      message: "a worker died in scenario pool-test, draws 32768 to 49151: poisoned",
    });
    await pool.close();
  });

  it.each([
    ["throws", "throw new Error('at start')", /at start/],
    ["exits", "process.exit(3)", /exited with code 3/],
  ])("reports a worker that %s before it works", async (_, script, says) => {
    const pool = createPool(1, await workerScript(script));
    const failed = pool.draw(run, plan);
    await expect(failed).rejects.toBeInstanceOf(WorkerDied);
    await expect(failed).rejects.toThrow(says);
    await pool.close();
  });
});

async function workerScript(text: string): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), "breakeven-"));
  const file = join(folder, "worker.mjs");
  await writeFile(file, text);
  return pathToFileURL(file);
}

/** A worker that evaluates like the real one but throws at the third chunk. */
function workerThatDiesOnce(): Promise<URL> {
  const real = new URL("../../dist/simulation/worker.js", import.meta.url).href;
  return workerScript(`
    const set = Float64Array.prototype.set;
    Float64Array.prototype.set = function (values, place) {
      if (place === 32768) throw new Error("poisoned");
      set.call(this, values, place);
    };
    await import(${JSON.stringify(real)});
  `);
}
