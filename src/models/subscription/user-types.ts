import { derived, fixed } from "../define.js";
import type { Grade, Quantity } from "../quantity.js";
import { sources } from "../sources.js";

interface UserType {
  readonly name: string;
  readonly label: string;
  readonly share: number;
  readonly price: number;
  readonly input: number;
  readonly output: number;
  readonly usage: string;
  readonly grade: Grade;
}

/** Users by what they do all day; the last takes what share the others leave. */
const TYPES: readonly UserType[] = [
  {
    name: "casual",
    label: "Casual user",
    share: 0.7,
    price: 20,
    input: 0.035,
    output: 0.015,
    usage: `${sources.essay004}: 50,000 tokens a day, 70% of them input`,
    grade: "C",
  },
  {
    name: "heavy",
    label: "Heavy user",
    share: 0.2,
    price: 20,
    input: 0.07,
    output: 0.03,
    usage: `${sources.essay004}: 100,000 tokens a day, 70% of them input`,
    grade: "C",
  },
  {
    name: "developer",
    label: "Developer",
    share: 0.06,
    price: 100,
    input: 2,
    output: 0.03,
    usage: `${sources.essay004}: moderate use of a coding agent`,
    grade: "C",
  },
  {
    name: "builder",
    label: "Heavy developer",
    share: 0.035,
    price: 200,
    input: 10,
    output: 0.1,
    usage: `${sources.essay004}: heavy use of a coding agent`,
    grade: "C",
  },
  {
    name: "limit",
    label: "User at the limit",
    share: 0.005,
    price: 200,
    input: 30,
    output: 3.57,
    usage: `${sources.essay004}: 25 million output tokens a week; the input is judgement`,
    grade: "C",
  },
];

function quantitiesOf({ name, label, share, price, input, output, usage, grade }: UserType) {
  return [
    fixed({
      name: `${name}_share`,
      label: `${label}: share`,
      unit: "1",
      value: share,
      meaning: "Share of all subscribers",
      source: `Judgement; ${sources.essay004} says only that the median user is casual`,
      grade: "C",
    }),
    fixed({
      name: `${name}_price`,
      label: `${label}: plan`,
      unit: "USD/user/month",
      value: price,
      meaning: "What the plan of such a user costs",
      source: `${sources.essay004}: plans of 20, 100 and 200`,
      grade: "A",
    }),
    fixed({
      name: `${name}_input`,
      label: `${label}: input`,
      unit: "Mtoken/user/day",
      value: input,
      meaning: "Mean input tokens of a day",
      source: usage,
      grade,
    }),
    fixed({
      name: `${name}_output`,
      label: `${label}: output`,
      unit: "Mtoken/user/day",
      value: output,
      meaning: "Mean output tokens of a day",
      source: usage,
      grade,
    }),
  ];
}

/** `if(lot < a, x, if(lot < a + b, y, ...))`: the property of the type that the lot falls on. */
function byType(property: string): string {
  const names = TYPES.map(({ name }) => name);
  return names.reduceRight((rest, name, k) => {
    if (k === names.length - 1) return `${name}_${property}`;
    const shares = names.slice(0, k + 1).map((earlier) => `${earlier}_share`);
    return `if(user_lot < ${shares.join(" + ")}, ${name}_${property}, ${rest})`;
  }, "");
}

/** A property's mean over all types, by their shares. */
export function meanOverTypes(term: (name: string) => string): string {
  const terms = TYPES.map(({ name }) => `${name}_share * ${term(name)}`);
  return `(${terms.join(" + ")}) / (${TYPES.map(({ name }) => `${name}_share`).join(" + ")})`;
}

/** Who subscribes, and what the user that a draw picks pays and uses in the mean. */
export const userTypes: readonly Quantity[] = [
  ...TYPES.flatMap(quantitiesOf),
  {
    name: "user_lot",
    label: "Which user",
    unit: "1",
    nature: "variability",
    meaning: "Picks one user of all: types stand one behind the other by their shares",
    source: "Every user is as likely as any other",
    grade: "A",
    definition: {
      kind: "distribution",
      spec: { distribution: "uniform", parameters: { min: 0, max: 1 } },
    },
  },
  derived({
    name: "plan_price",
    label: "Price of the plan",
    unit: "USD/user/month",
    meaning: "What this user pays in a month",
    source: `${sources.essay004}: plans of 20, 100 and 200`,
    formula: byType("price"),
  }),
  derived({
    name: "mean_input",
    label: "Input of such users",
    unit: "Mtoken/user/day",
    meaning: "Mean input tokens in a day of users of this type",
    source: `${sources.essay004}: by type`,
    formula: byType("input"),
  }),
  derived({
    name: "mean_output",
    label: "Output of such users",
    unit: "Mtoken/user/day",
    meaning: "Mean output tokens in a day of users of this type",
    source: `${sources.essay004}: by type`,
    formula: byType("output"),
  }),
];
