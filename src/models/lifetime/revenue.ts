import { derived, uncertain } from "../define.js";
import { userBase } from "../demand/user-base.js";
import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** What subscriptions bring in. */
export const revenue: readonly Quantity[] = [
  userBase,
  uncertain({
    name: "paying_share",
    label: "Share of users who pay",
    unit: "1",
    family: "pert",
    of: { min: 0.02, mode: 0.06, max: 0.8 },
    meaning: "Subscribers over users",
    source: `${sources.essay003}: 0.8; consumer services a few percent`,
    grade: "C",
  }),
  uncertain({
    name: "revenue_per_user",
    label: "Revenue of a paying user",
    unit: "USD/user/month",
    family: "pert",
    of: { min: 15, mode: 25, max: 60 },
    meaning: "Mean over all plans",
    source: `${sources.essay003}: 25; ${sources.essay004}: plans of 20, 100 and 200`,
    grade: "B",
  }),
  derived({
    name: "paying_users",
    label: "Paying users",
    unit: "Muser",
    meaning: "Users who pay",
    source: `${sources.essay003}: 8 million`,
    formula: "users * paying_share",
  }),
  derived({
    name: "revenue",
    label: "Revenue",
    unit: "MUSD/month",
    meaning: "What all paying users bring in a month",
    source: `${sources.essay003}: 200`,
    formula: "paying_users * revenue_per_user",
  }),
];
