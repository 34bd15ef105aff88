import { describe, expect, it } from "vitest";
import { createSamplers } from "../../src/engine/samplers.js";

const beta = (alpha: number) => ({ distribution: "beta", parameters: { alpha, beta: 5 } });

describe("samplers", () => {
  it("make a distribution ready once for each unit it is stated in", () => {
    const { sampler } = createSamplers();
    expect(sampler(beta(2), 1)).toBe(sampler(beta(2), 1));
    expect(sampler(beta(2), 1000).quantile(0.3)).toBeCloseTo(
      1000 * sampler(beta(2), 1).quantile(0.3),
      6,
    );
    expect(sampler(beta(3), 1).quantile(0.3)).not.toBe(sampler(beta(2), 1).quantile(0.3));
    const truncated = { ...beta(2), truncate: [0.2, 0.4] as const };
    expect(sampler(truncated, 1).quantile(1e-9)).toBeGreaterThanOrEqual(0.2);
  });

  it("hand the tables they have built to other threads, which give the same bits", () => {
    const here = createSamplers();
    const built = here.sampler(beta(2), 1).table()!;
    here.sampler(beta(3), 1);
    expect(here.tables().size).toBe(1);
    const there = createSamplers(here.tables());
    expect(there.sampler(beta(2), 1).table()!.cells.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(there.sampler(beta(2), 1).table()).toEqual(built);
    expect(there.sampler(beta(3), 1).table()!.cells.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it("keep the 256 asked for last", () => {
    const { sampler } = createSamplers();
    const first = sampler(beta(2), 1);
    const second = sampler(beta(2), 2);
    for (let scale = 3; scale <= 256; scale++) sampler(beta(2), scale);
    expect(sampler(beta(2), 1)).toBe(first);
    sampler(beta(2), 257);
    expect(sampler(beta(2), 1)).toBe(first);
    expect(sampler(beta(2), 2)).not.toBe(second);
  });
});
