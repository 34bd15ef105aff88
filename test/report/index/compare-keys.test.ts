import { expect, it } from "vitest";
import { compareKeys } from "../../../src/report/browser/compare-keys.js";

const sorted = (keys: readonly (string | undefined)[], descending = false): unknown[] =>
  keys
    .map((key) => ({ key, group: 0 }))
    .sort((one, other) => compareKeys(one, other, descending))
    .map(({ key }) => key);

it("orders numbers by size, whatever they look like, and texts as read", () => {
  expect(sorted(["10", "9", "1e-7", "-3", "0.25"])).toEqual(["-3", "1e-7", "0.25", "9", "10"]);
  expect(sorted(["case 10", "Case 9", "beta"])).toEqual(["beta", "Case 9", "case 10"]);
});

it("puts what has no key last either way, and one unit before the other either way", () => {
  expect(sorted([undefined, "2", "1"])).toEqual(["1", "2", undefined]);
  expect(sorted([undefined, "1", "2"], true)).toEqual(["2", "1", undefined]);
  const [small, large] = [
    { key: "1", group: 1 },
    { key: "9", group: 0 },
  ] as const;
  expect(compareKeys(small, large, false)).toBeGreaterThan(0);
  expect(compareKeys(small, large, true)).toBeGreaterThan(0);
});
