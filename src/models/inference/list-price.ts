import { derived, fixed } from "../define.js";
import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** What a price list asks for input. */
export const listInputPrice: Quantity = fixed({
  name: "list_input_price",
  label: "List price of input",
  unit: "USD/Mtoken",
  value: 5,
  meaning: "What a buyer pays for a million fresh input tokens",
  source: `${sources.essay004}: Claude Opus 4.6, February 2026`,
  grade: "A",
});

/** What an API's price list brings in for a million output tokens and the input that goes with them. */
export const listPrice: readonly Quantity[] = [
  fixed({
    name: "list_output_price",
    label: "List price of output",
    unit: "USD/Mtoken",
    value: 25,
    meaning: "What a buyer pays for a million output tokens",
    source: `${sources.essay004}: Claude Opus 4.6, February 2026`,
    grade: "A",
  }),
  listInputPrice,
  fixed({
    name: "list_cached_price",
    label: "List price of cached input",
    unit: "USD/Mtoken",
    value: 0.5,
    meaning: "What a buyer pays for a million input tokens read from the cache",
    source: `${sources.essay004}: a tenth of the price of input`,
    grade: "A",
  }),
  fixed({
    name: "batch_share",
    label: "Share sold as batch",
    unit: "1",
    value: 0,
    meaning: "Share of the tokens sold at the batch discount",
    source: "None until a scenario says so",
    grade: "C",
  }),
  fixed({
    name: "batch_discount",
    label: "Batch discount",
    unit: "1",
    value: 0.5,
    meaning: "What a buyer saves by waiting up to a day",
    source: `${sources.essay003} and ${sources.essay004}: half`,
    grade: "A",
  }),
  derived({
    name: "revenue_per_token",
    label: "Revenue per million tokens",
    unit: "USD/Mtoken",
    meaning: "A million output tokens and the input that goes with them, at list price",
    source: "Price list, weighted by what is sold",
    formula:
      "(list_output_price + input_per_output * (list_input_price * (1 - cache_hit) + list_cached_price * cache_hit)) * (1 - batch_share * batch_discount)",
  }),
  derived({
    name: "token_margin",
    label: "Margin on tokens",
    unit: "1",
    meaning: "Share of the revenue left after the hardware",
    source: `${sources.essay004}: 0.80 to 0.95`,
    formula: "1 - hardware_cost_per_token / revenue_per_token",
  }),
  derived({
    name: "operating_margin",
    label: "Margin after training and overhead",
    unit: "1",
    meaning: "Share of the revenue left after everything; below 0 the price list loses money",
    source: "Revenue less cost, over revenue",
    formula: "1 - cost_per_token / revenue_per_token",
  }),
  derived({
    name: "break_even_utilization",
    label: "Utilization to break even",
    unit: "1",
    meaning: "Utilization at which revenue covers cost; above 1 none does",
    source: "Cost goes as one over utilization",
    formula: "utilization * cost_per_token / revenue_per_token",
  }),
  derived({
    name: "break_even_throughput",
    label: "Throughput to break even",
    unit: "token/s/GPU",
    meaning: "Throughput of a GPU at which revenue covers cost, prefill scaled alike",
    source: "Cost goes as one over throughput",
    formula: "throughput_per_gpu * cost_per_token / revenue_per_token",
  }),
  derived({
    name: "break_even_gpu_hour",
    label: "GPU-hour to break even",
    unit: "USD/GPU/h",
    meaning: "Cost of a GPU-hour at which revenue covers cost",
    source: "Cost goes as the cost of a GPU-hour",
    formula: "gpu_hour_cost * revenue_per_token / cost_per_token",
  }),
];
