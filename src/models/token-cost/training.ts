import type { Quantity } from "../quantity.js";
import { sources } from "./sources.js";

/** Training earns nothing by itself: the hours that serve must carry it. */
export const training: readonly Quantity[] = [
  {
    name: "training_ratio",
    label: "Training per inference",
    unit: "1",
    meaning:
      "Dollars of training and research compute for each dollar of inference compute; 0 ignores it",
    source: `${sources.essay000}: 1; ${sources.essay003}: 1.36 over 12 months, 0.46 over 36; Epoch AI on OpenAI 2024: 2.5 with all research, 0.25 for final runs`,
    grade: "B",
    definition: {
      kind: "distribution",
      spec: { distribution: "lognormal", parameters: { p5: 0.25, p95: 3.2 } },
    },
  },
  {
    name: "trained_hour_cost",
    label: "Replica-hour with training",
    unit: "USD/h",
    meaning: "A replica-hour and the training it has to pay back",
    source: `${sources.essay000}: 5.75 doubled is 11.50`,
    definition: { kind: "formula", formula: "replica_hour_cost * (1 + training_ratio)" },
  },
  {
    name: "useful_hour_cost",
    label: "Cost of a useful hour",
    unit: "USD/h",
    meaning: "A replica-hour with its training and with the idle hours it has to carry",
    source: `${sources.essay000}: 11.50 at 0.8 is 14.375, printed as 14.40`,
    definition: { kind: "formula", formula: "trained_hour_cost / utilization" },
  },
];
