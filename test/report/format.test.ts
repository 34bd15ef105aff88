import { describe, expect, it } from "vitest";
import {
  formatCorrelation,
  formatProbability,
  formatProbabilityLimit,
  formatValue,
  isNamedByAmount,
} from "../../src/report/format.js";

describe("formatValue", () => {
  it.each([
    [12.3456, "USD/Mtoken", "$12.35/Mtoken"],
    [15, "USD/Mtoken", "$15/Mtoken"],
    [28.5, "USD/Mtoken", "$28.50/Mtoken"],
    [142.61, "USD/Mtoken", "$143/Mtoken"],
    [99.996, "USD", "$100"],
    [1234567, "USD", "$1,234,567"],
    [0.00456, "USD/Mtoken", "$0.0046/Mtoken"],
    [0.21306, "USD/Mtoken", "$0.21/Mtoken"],
    [0, "USD", "$0"],
    [-3.2, "USD/month", "\u2212$3.20/month"],
    [1.9175, "USD/GPU/h", "$1.92/GPU/h"],
    [4.2, "year", "4.2\u00a0years"],
    [1, "year", "1\u00a0year"],
    [1, "GPU", "1\u00a0GPU"],
    [0, "GPU", "0\u00a0GPUs"],
    [16000, "GPU", "16,000\u00a0GPUs"],
    [8, "GPU/server", "8\u00a0GPU/server"],
    [2.5, "Muser", "2.5\u00a0Muser"],
    [0.6543, "1", "0.654"],
    [-0.0000001, "1", "\u22121.00e-7"],
    [1234.5, "token/s", "1,235\u00a0token/s"],
    [NaN, "USD", "undefined"],
    [Infinity, "1", "undefined"],
    [-0, "1", "0"],
  ])("prints %d %s as %s", (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });
});

describe("formatProbability", () => {
  it.each([
    [0, "0%"],
    [1e-6, "<1%"],
    [0.0099, "<1%"],
    [0.01, "1%"],
    [0.594, "59%"],
    [0.99, "99%"],
    [0.9999, ">99%"],
    [1, "100%"],
    [NaN, "undefined"],
  ])("prints %d as %s", (p, text) => {
    expect(formatProbability(p)).toBe(text);
  });
});

describe("formatProbabilityLimit", () => {
  it.each([
    [2.93e-5, "0.003%"],
    [1 - 2.93e-5, "99.997%"],
    [0.037, "4%"],
    [1 - 0.97, "3%"],
    [0.00096, "0.1%"],
    [0.28, "30%"],
    [3.84e-10, "0.00000004%"],
    [1 - 3.84e-10, "99.99999996%"],
    [1, "100%"],
  ])("prints %d as %s, never nearer to certainty than it is", (p, text) => {
    expect(formatProbabilityLimit(p)).toBe(text);
  });
});

describe("formatCorrelation", () => {
  it("has no negative zero", () => {
    expect(formatCorrelation(-0.0001)).toBe("0.00");
    expect(formatCorrelation(-0.4)).toBe("\u22120.40");
    expect(formatCorrelation(NaN)).toBe("undefined");
  });
});

describe("isNamedByAmount", () => {
  it("knows a price whose name is what it amounts to", () => {
    expect(isNamedByAmount("12 months", formatValue(12, "month"))).toBe(true);
    expect(isNamedByAmount("12 months", formatValue(13, "month"))).toBe(false);
  });
});
