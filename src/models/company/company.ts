import { derived, uncertain } from "../define.js";
import type { Model, Quantity, Term } from "../quantity.js";
import { sources } from "../sources.js";

const costOfRevenue: readonly Quantity[] = [
  uncertain({
    name: "token_margin",
    label: "Margin on a token sold at list price",
    unit: "1",
    family: "pert",
    of: { min: 0.7, mode: 0.875, max: 0.95 },
    meaning: "Share of the list price that the hardware of a busy GPU leaves",
    source: `${sources.essay004}: 0.80 to 0.95`,
    grade: "B",
  }),
  uncertain({
    name: "busy_share",
    label: "Busy share of the fleet",
    unit: "1",
    family: "beta",
    of: { mean: 0.6, sd: 0.1 },
    meaning: "Share of the GPU-hours paid for that serve anyone",
    source: `${sources.essay002}: a 5:1 day averages 0.6 of its peak`,
    grade: "B",
  }),
  uncertain({
    name: "paid_share",
    label: "Paid share of the tokens",
    unit: "1",
    family: "pert",
    of: { min: 0.3, mode: 0.7, max: 0.95 },
    meaning:
      "Tokens that anyone pays for over all tokens served: free tiers and trials are the rest",
    source: sources.judgement,
    grade: "C",
  }),
  uncertain({
    name: "price_realized",
    label: "Price realized",
    unit: "1",
    family: "pert",
    of: { min: 0.3, mode: 0.7, max: 1 },
    meaning: "What a paid token brings over its list price: discounts, plans, batch",
    source: `${sources.essay004}: negotiated 0.5 to 0.7, plans used to their limits far less`,
    grade: "C",
  }),
  uncertain({
    name: "reseller_share",
    label: "Sold through clouds",
    unit: "1",
    family: "pert",
    of: { min: 0.1, mode: 0.3, max: 0.6 },
    meaning: "Share of the revenue that comes through another company's cloud",
    source: sources.judgement,
    grade: "C",
  }),
  uncertain({
    name: "reseller_fee",
    label: "Fee of the clouds",
    unit: "1",
    family: "pert",
    of: { min: 0.1, mode: 0.2, max: 0.35 },
    meaning: "Share of that revenue the cloud keeps",
    source: sources.judgement,
    grade: "C",
  }),
  uncertain({
    name: "support_share",
    label: "Support and payments",
    unit: "1",
    family: "pert",
    of: { min: 0.03, mode: 0.06, max: 0.12 },
    meaning: "Support, payment fees and hosting beside GPUs, over revenue",
    source: sources.judgement,
    grade: "C",
  }),
  derived({
    name: "token_cost_share",
    label: "Tokens over list revenue",
    unit: "1",
    meaning: "Hardware of a busy GPU over list price",
    source: `${sources.essay004}: 0.05 to 0.20`,
    formula: "1 - token_margin",
  }),
  derived({
    name: "idle_cost",
    label: "Lost to idle hours",
    unit: "1",
    meaning: "Points of revenue that idle GPUs take",
    source: "GPU-hours are paid for busy or not",
    formula: "token_cost_share / busy_share - token_cost_share",
  }),
  derived({
    name: "free_cost",
    label: "Lost to free use",
    unit: "1",
    meaning: "Points of revenue that tokens without a buyer take, idle hours included",
    source: "Tokens cost the same whoever reads them",
    formula: "token_cost_share / busy_share / paid_share - token_cost_share / busy_share",
  }),
  derived({
    name: "discount_cost",
    label: "Lost to discounts",
    unit: "1",
    meaning: "Points of revenue that the same tokens take when they bring less than list price",
    source: "Costs over a smaller revenue",
    formula:
      "token_cost_share / busy_share / paid_share / price_realized - token_cost_share / busy_share / paid_share",
  }),
  derived({
    name: "reseller_cost",
    label: "Lost to clouds",
    unit: "1",
    meaning: "Points of revenue that resellers keep",
    source: "Share sold through them times their fee",
    formula: "reseller_share * reseller_fee",
  }),
  derived({
    name: "gross_margin",
    label: "Gross margin",
    unit: "1",
    meaning: "Share of the revenue left after everything that serving it costs",
    source: `${sources.essay004}: 0.50, then 0.40 in 2025, 0.77 hoped for in 2028`,
    formula: "token_margin - idle_cost - free_cost - discount_cost - reseller_cost - support_share",
  }),
];

const belowTheLine: readonly Quantity[] = [
  uncertain({
    name: "research_share",
    label: "Research and training",
    unit: "1",
    family: "lognormal",
    of: { p5: 0.4, p95: 1.5 },
    meaning: "Compute and people of research over revenue; not part of the gross margin",
    source: `${sources.essay004}: a burn of 5.2 billion on 9 billion of yearly revenue`,
    grade: "C",
  }),
  uncertain({
    name: "selling_share",
    label: "Selling and administration",
    unit: "1",
    family: "pert",
    of: { min: 0.1, mode: 0.2, max: 0.4 },
    meaning: "Sales, marketing and administration over revenue",
    source: sources.judgement,
    grade: "C",
  }),
  derived({
    name: "operating_margin",
    label: "Operating margin",
    unit: "1",
    meaning: "Share of the revenue left after research and selling; below 0 it burns money",
    source: `${sources.essay004}: -0.58 of the yearly revenue`,
    formula: "gross_margin - research_share - selling_share",
  }),
];

const grossMargin: readonly Term[] = [
  { label: "Margin on a token", formula: "token_margin" },
  { label: "Idle hours", formula: "-idle_cost" },
  { label: "Free use", formula: "-free_cost" },
  { label: "Discounts", formula: "-discount_cost" },
  { label: "Clouds", formula: "-reseller_cost" },
  { label: "Support and payments", formula: "-support_share" },
];

/** Why 90% on a token is 40% in the accounts. */
export const company: Model = {
  name: "company",
  title: "From the margin on a token to the margin of a company",
  meaning:
    "Idle hours, free use, discounts, resellers and support each take points of revenue between the margin on " +
    "a token and the gross margin; research and selling come after it. Each line is reckoned on those before.",
  quantities: [...costOfRevenue, ...belowTheLine],
  factors: [
    { name: "token", label: "Margin on a token", quantities: ["token_margin"] },
    { name: "idle", label: "Idle hours", quantities: ["busy_share"] },
    { name: "free", label: "Free use", quantities: ["paid_share"] },
    { name: "discounts", label: "Discounts", quantities: ["price_realized"] },
    { name: "resellers", label: "Resellers", quantities: ["reseller_share", "reseller_fee"] },
    { name: "support", label: "Support", quantities: ["support_share"] },
    { name: "research", label: "Research", quantities: ["research_share"] },
  ],
  stacks: [
    { of: "gross_margin", terms: grossMargin },
    {
      of: "operating_margin",
      terms: [
        ...grossMargin,
        { label: "Research and training", formula: "-research_share" },
        { label: "Selling and administration", formula: "-selling_share" },
      ],
    },
  ],
  correlations: [
    {
      between: ["paid_share", "price_realized"],
      rank: -0.2,
      source: "Judgement: who pays little uses more",
    },
  ],
  outputs: ["gross_margin", "operating_margin", "idle_cost", "free_cost", "discount_cost"],
};
