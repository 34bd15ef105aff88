import { derived, fixed, uncertain } from "../define.js";
import type { Quantity } from "../quantity.js";
import { sources } from "../sources.js";

/** How much there is to read and to multiply: all parameters, those of one token, those of experts. */
export const modelSize: readonly Quantity[] = [
  uncertain({
    name: "parameters",
    label: "Parameters",
    unit: "Gparameter",
    family: "lognormal",
    of: { p5: 250, p95: 1500 },
    meaning: "All parameters of the model, every expert included",
    source: `${sources.essay000}: 1,000 (Kimi-K2); ${sources.essay001}: 284; ${sources.essay003}: 405; ${sources.essay004}: 671 (DeepSeek R1)`,
    grade: "B",
  }),
  uncertain({
    name: "active_share",
    label: "Active parameters",
    unit: "1",
    family: "lognormal",
    of: { p5: 0.03, p95: 0.12 },
    meaning: "Share of the parameters that one token uses; 1 for a dense model",
    source: "Model cards: Kimi-K2 0.032, DeepSeek V4 Flash 0.046, DeepSeek R1 0.055",
    grade: "B",
  }),
  uncertain({
    name: "expert_share",
    label: "Active experts",
    unit: "1",
    family: "lognormal",
    of: { p5: 0.02, p95: 0.06 },
    meaning: "Share of the routed experts that one token visits; 1 for a dense model",
    source: "Model cards: Kimi-K2 8 of 384, DeepSeek R1 8 of 256",
    grade: "B",
  }),
  uncertain({
    name: "bytes_per_parameter",
    label: "Bytes per parameter",
    unit: "B/parameter",
    family: "discrete",
    of: { values: [0.5, 1, 2], weights: [0.35, 0.6, 0.05] },
    meaning: "Precision of the weights: 0.5 for FP4, 1 for FP8, 2 for BF16",
    source: `DeepSeek R1 serves FP8, Blackwell FP4; ${sources.essay000}: 0.64`,
    grade: "B",
  }),
  fixed({
    name: "operations_per_parameter",
    label: "Operations per parameter",
    unit: "flop/parameter/token",
    value: 2,
    meaning: "One multiplication and one addition for each active parameter and token",
    source: "Kaplan et al., Scaling laws for neural language models (2020), section 2.1",
    grade: "A",
  }),
  derived({
    name: "weights",
    label: "Size of the weights",
    unit: "GB",
    meaning: "Memory that one copy of the model takes",
    source: `${sources.essay000}: 640 GB for a trillion parameters`,
    formula: "parameters * bytes_per_parameter",
  }),
  derived({
    name: "active_parameters",
    label: "Parameters of a token",
    unit: "Gparameter",
    meaning: "Parameters that one token multiplies with",
    source: "Kimi-K2: 32 of 1,000; DeepSeek R1: 37 of 671",
    formula: "parameters * active_share",
  }),
  derived({
    name: "routed_weights",
    label: "Weights of the experts",
    unit: "GB",
    meaning: "Weights that only some tokens use: nothing where the model is dense",
    source: "Active = shared + expert_share x routed, solved for the routed part",
    formula:
      "if(expert_share < 1, (parameters - active_parameters) * bytes_per_parameter / (1 - expert_share), 0 GB)",
  }),
  derived({
    name: "shared_weights",
    label: "Weights of every token",
    unit: "GB",
    meaning: "Weights that each step reads whatever the batch",
    source: "What the experts leave",
    formula: "weights - routed_weights",
  }),
];
