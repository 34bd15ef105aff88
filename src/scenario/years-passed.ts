import type { Quantity } from "../models/quantity.js";

/** What a formula reads of the time, in a scenario with a horizon. */
export const YEARS_PASSED = "years_passed";

/** A number like any other, so that all a report says but of later years is the first year's. */
export const yearsPassed: Quantity = {
  name: YEARS_PASSED,
  label: "Years passed",
  unit: "1",
  meaning: "Whole years of operation before the one looked at: 0 in the first",
  source: "Counted by the horizon; 0 but in the section on later years",
  definition: { kind: "constant", value: 0 },
};
