import { fixed } from "../define.js";
import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** How many people there are to serve. */
export const userBase: Quantity = fixed({
  name: "users",
  label: "Users",
  unit: "Muser",
  value: 10,
  meaning: "People who use the service in a month",
  source: `${sources.essay003}: 10 million`,
  grade: "C",
});
