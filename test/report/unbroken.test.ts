import { describe, expect, it } from "vitest";
import { phraseMarkup, say } from "../../src/report/phrase.js";
import { priceSuffices } from "../../src/report/price-suffices.js";
import { drivers } from "../../src/report/sections/drivers.js";
import { unbroken } from "../../src/report/unbroken.js";
import { fixtureSummary } from "./fixtures.js";

const markup = (text: string): string =>
  unbroken(text)
    .map((part) => part.markup)
    .join("");
const whole = (text: string): string => `<span class="whole">${text}</span>`;

describe("a line of a page", () => {
  it("ends neither in a minus nor in a hyphen before a number", () => {
    expect(markup("At \u22123.5 and GPT-5.4, on 2026-03-31")).toBe(
      `At ${whole("\u22123.5")} and ${whole("GPT-5.4")}, on ${whole("2026-03-31")}`,
    );
    expect(markup("claude-opus-4-6")).toBe(whole("claude-opus-4-6"));
    expect(phraseMarkup(say`With GPT-5.4 <b>`).markup).toBe(`With ${whole("GPT-5.4")} &lt;b&gt;`);
  });

  it("ends in any other hyphen, and nothing is lost", () => {
    for (const text of ["pay-as-you-go", "GPU-hours", "5-", "-5", "", "\u2212", "a--1"]) {
      expect(markup(text).replace(/<[^>]*>/g, "")).toBe(text);
      expect(markup(text)).not.toContain("whole");
    }
    const long = `${"x".repeat(40)}-${"1".repeat(40)}`;
    expect(markup(long).replace(/<[^>]*>/g, "")).toBe(long);
  });
});

it("a price named by its amount is said once", () => {
  const output = { label: "Lifetime", unit: "month" };
  expect(priceSuffices({ against: "36 months", price: 36 }, output)).toBe(
    "lifetime is at or below 36\u00a0months",
  );
  expect(priceSuffices({ against: "Lease", price: 36 }, output)).toBe(
    "lifetime is at or below Lease (36\u00a0months)",
  );
});

it("a share of variance that an estimate puts below nothing is about nothing", () => {
  const usual = fixtureSummary();
  const [first, second, ...rest] = usual.sensitivity["cost"]!;
  const shares = [
    { ...first!, shapley: { value: -0.012, error: 0.01 } },
    { ...second!, shapley: { value: -0.004, error: 0.01 } },
    ...rest,
  ];
  const page = drivers({ ...usual, sensitivity: { cost: shares } }, () => undefined)!.markup;
  expect(page).toContain("about 0% ± 1");
  expect(page).toContain(">0% ± 1");
  expect(page).not.toContain("\u22121%");
});
