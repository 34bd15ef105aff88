import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { internalRate } from "../../src/decision/internal-rate.js";
import { payback } from "../../src/decision/payback.js";
import { presentValue } from "../../src/decision/present-value.js";

const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const rate = fc.double({ min: -0.5, max: 2, noNaN: true });

describe("the net present value", () => {
  it("is numpy-financial's documented example", () => {
    // numpy-financial 1.0.0, npv: 3065.22267 to five decimals
    const flows = [-40_000, 5000, 8000, 12_000, 30_000];
    expect(presentValue(flows, [0.08, 0.08, 0.08, 0.08])).toBeCloseTo(3065.22267, 5);
  });

  it("of an annuity is its closed form", () => {
    fc.assert(
      fc.property(amount, rate, fc.integer({ min: 1, max: 30 }), (cash, r, years) => {
        fc.pre(Math.abs(r) > 1e-3);
        const flows = [0, ...new Array<number>(years).fill(cash)];
        const worth = (cash * (1 - (1 + r) ** -years)) / r;
        const found = presentValue(flows, new Array<number>(years).fill(r));
        // Some thirty roundings, and the closed form's own cancellation.
        expect(Math.abs(found / worth - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it("takes the rate of each year up to a flow", () => {
    expect(presentValue([0, 0, 66], [0.1, 0.2])).toBeCloseTo(66 / 1.1 / 1.2, 12);
  });

  it("is no number where a rate loses all there is", () => {
    expect(presentValue([-1, 2], [-1])).toBeNaN();
    expect(presentValue([-1, 2], [NaN])).toBeNaN();
  });
});

describe("the internal rate of return", () => {
  it.each([
    // numpy-financial 1.0.0, irr: its documented examples that change sign once
    [[-100, 39, 59, 55, 20], 0.28095],
    [[-100, 0, 0, 74], -0.0955],
    [[-100, 100, 0, 7], 0.06206],
  ])("of %j is numpy-financial's", (flows, documented) => {
    expect(internalRate(flows)).toBeCloseTo(documented, 5);
  });

  it.each([
    [[-100, 100, 0, -7]],
    [[-5, 10.5, 1, -8, 1]],
    [[-1, -2]],
    [[1, 2]],
    [[0, 0]],
    [[-1, 0]],
  ])("of %j is not one number, for the sign changes more than once or never", (flows) => {
    expect(internalRate(flows)).toBeNaN();
  });

  it("leaves a net present value of nothing", () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 30 }), (paid, cash) => {
        const flows = [-paid, ...cash];
        const r = internalRate(flows);
        const rates = cash.map(() => r);
        const sizes = flows.map(Math.abs);
        // A rate is a rounding of 1 off, which near -1 is more of what a year's worth is divided by;
        // as many years multiply it, and the solver and the sum each add about as much again.
        const rounding = 2 ** -52 * (1 + 1 / (1 + r));
        const scale = 4 * flows.length * presentValue(sizes, rates);
        expect(Math.abs(presentValue(flows, rates))).toBeLessThanOrEqual(rounding * scale);
      }),
    );
  });

  it("is found from near total loss to a thousandfold return", () => {
    expect(internalRate([-1e6, 0, 1])).toBeCloseTo(1e-3 - 1, 12);
    expect(internalRate([-1, 1000])).toBeCloseTo(999, 9);
    expect(internalRate([0, -1, 2])).toBeCloseTo(1, 12);
    expect(internalRate([100, -110])).toBeCloseTo(0.1, 12);
  });
});

describe("the payback", () => {
  it.each([
    [[-100, 60, 80], 1.5],
    [[-100, 100], 1],
    [[-100, 30, 30, 30, 30], 10 / 3],
    [[-100, 50, -50, 200], 2.5],
    [[-100, 99.9], Infinity],
    [[-100, -1, -1], Infinity],
    [[0, -5], 0],
    [[10, -50, 10], 0],
  ])("of %j is after %d years", (flows, years) => {
    expect(payback(flows)).toBeCloseTo(years, 12);
  });

  it("is later the more is paid", () => {
    fc.assert(
      fc.property(amount, amount, fc.array(amount, { maxLength: 9 }), (paid, more, cash) => {
        expect(payback([-paid - more, ...cash])).toBeGreaterThanOrEqual(payback([-paid, ...cash]));
      }),
    );
  });
});
