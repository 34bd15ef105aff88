import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateModel } from "./evaluate.js";

type Size =
  | "parameters"
  | "active_share"
  | "expert_share"
  | "bytes_per_parameter"
  | "gpus_wanted"
  | "bandwidth_efficiency"
  | "step_overhead"
  | "speed_per_user"
  | "tokens_per_step"
  | "context"
  | "cache_per_token";

type Point = Readonly<Record<Size, number>>;

/** The batch whose step reads exactly what the memory delivers in time, by bisection. */
function batchByBisection(point: Point, gpus: number): number {
  const GB = 1e9;
  const weights = point.parameters * GB * point.bytes_per_parameter;
  const routed =
    point.expert_share < 1 ? (weights * (1 - point.active_share)) / (1 - point.expert_share) : 0;
  const budget =
    (point.tokens_per_step / point.speed_per_user - point.step_overhead) *
    3.35e12 *
    gpus *
    point.bandwidth_efficiency;
  const read = (batch: number): number =>
    weights -
    routed * Math.exp(batch * Math.log1p(-point.expert_share)) +
    8 * GB * (gpus - 1) +
    point.context * point.cache_per_token * 1e3 * batch;
  let [low, high] = [-1e7, 1e7];
  for (let k = 0; k < 200; k++) {
    const middle = (low + high) / 2;
    if (read(middle) < budget) low = middle;
    else high = middle;
  }
  return low;
}

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });

describe("the roofline of a GPU", () => {
  it("solves the batch that the promised speed allows, whatever the model", () => {
    const points = fc.record<Point>({
      parameters: between(30, 3000),
      active_share: between(0.02, 0.3),
      expert_share: between(0.005, 0.5),
      bytes_per_parameter: fc.constantFrom(0.5, 1, 2),
      gpus_wanted: fc.constantFrom(8, 72, 144),
      bandwidth_efficiency: between(0.1, 0.9),
      step_overhead: between(0.001, 0.01),
      speed_per_user: between(5, 80),
      tokens_per_step: between(1, 3),
      context: between(500, 100_000),
      cache_per_token: between(20, 500),
    });
    fc.assert(
      fc.property(points, (point) => {
        const { batch_for_speed: solved, gpus_per_replica: gpus } = evaluateModel(
          "throughput",
          { ...point, replicated_memory: 8 },
          ["throughput_per_gpu"],
        );
        const wanted = batchByBisection(point, gpus!);
        fc.pre(wanted > 1);
        // The difference of two numbers as large as the batch without experts keeps fewer digits.
        expect(Math.abs(solved! / wanted - 1)).toBeLessThan(1e-7);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it("reads all weights of a dense model at every step", () => {
    const dense = { parameters: 405, active_share: 1, expert_share: 1, bytes_per_parameter: 1 };
    const { routed_weights, shared_weights, batch } = evaluateModel("throughput", dense, [
      "throughput_per_gpu",
    ]);
    expect(routed_weights).toBe(0);
    expect(shared_weights).toBeCloseTo(405, 9);
    expect(batch).toBeGreaterThan(1);
  });

  it("gives the user the speed promised where the speed is what limits the batch", () => {
    const { batch, batch_for_speed, speed_reached, speed_per_user } = evaluateModel(
      "throughput",
      { speed_per_user: 30 },
      ["throughput_per_gpu", "speed_reached"],
    );
    expect(batch).toBe(batch_for_speed);
    expect(speed_reached! / speed_per_user!).toBeCloseTo(1, 9);
  });

  it("comes near DeepSeek's disclosed decode rate at DeepSeek's settings", () => {
    // DeepSeek-V3/R1 inference system overview, March 2025: 14,800 output tokens a second of an
    // 8-GPU H800 node, 20 to 22 token/s a user, 4,989 tokens of cache a request, 144 GPUs that
    // decode together; 671B parameters, 37B active, 8 of 256 experts, FP8, 70 kB of cache a token.
    const { throughput_per_gpu } = evaluateModel(
      "throughput",
      {
        parameters: 671,
        active_share: 37 / 671,
        expert_share: 8 / 256,
        bytes_per_parameter: 1,
        gpus_wanted: 144,
        speed_per_user: 21,
        context: 4989,
        cache_per_token: 70,
        replicated_memory: 11,
        tokens_per_step: 1.8,
      },
      ["throughput_per_gpu"],
    );
    // What share of the bandwidth DeepSeek reached is not disclosed: the median is judgement.
    expect(throughput_per_gpu).toBeGreaterThan(1850 / 2);
    expect(throughput_per_gpu).toBeLessThan(1850 * 2.5);
  });
});
