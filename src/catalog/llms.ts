import { fixed } from "../models/define.js";
import type { Entry } from "./entry.js";

interface Llm {
  readonly name: string;
  readonly title: string;
  /** Billions. */
  readonly parameters: number;
  readonly active: number;
  /** Routed experts a token visits, of all; absent for a dense model. */
  readonly experts?: readonly [number, number];
  /** Of the weights as released. */
  readonly bytes: number;
  readonly layers: number;
  /** Numbers cached per layer and token, at two bytes each. */
  readonly cached: number;
  readonly source: string;
}

/** DeepSeek's latent attention: 512 latent and 64 rotary numbers. */
const LATENT = 576;
/** Grouped-query attention: keys and values of so many heads. */
const grouped = (heads: number, size: number): number => 2 * heads * size;

const LLMS: readonly Llm[] = [
  {
    ...{ name: "kimi-k2", title: "Kimi-K2", parameters: 1000, active: 32, experts: [8, 384] },
    ...{ bytes: 1, layers: 61, cached: LATENT, source: "Moonshot AI model card, July 2025" },
  },
  {
    ...{
      name: "deepseek-r1",
      title: "DeepSeek R1",
      parameters: 671,
      active: 37,
      experts: [8, 256],
    },
    ...{ bytes: 1, layers: 61, cached: LATENT, source: "DeepSeek model card, January 2025" },
  },
  {
    ...{
      name: "deepseek-v3",
      title: "DeepSeek V3",
      parameters: 671,
      active: 37,
      experts: [8, 256],
    },
    ...{ bytes: 1, layers: 61, cached: LATENT, source: "DeepSeek model card, December 2024" },
  },
  {
    ...{ name: "llama-3.1-405b", title: "Llama 3.1 405B", parameters: 405, active: 405 },
    ...{ bytes: 1, layers: 126, cached: grouped(8, 128) },
    source: "Meta, The Llama 3 herd of models, July 2024; served in FP8",
  },
  {
    ...{ name: "llama-3.1-70b", title: "Llama 3.1 70B", parameters: 70.6, active: 70.6 },
    ...{ bytes: 2, layers: 80, cached: grouped(8, 128) },
    source: "Meta, The Llama 3 herd of models, July 2024",
  },
  {
    ...{ name: "llama-3.1-8b", title: "Llama 3.1 8B", parameters: 8.03, active: 8.03 },
    ...{ bytes: 2, layers: 32, cached: grouped(8, 128) },
    source: "Meta, The Llama 3 herd of models, July 2024",
  },
  {
    ...{ name: "qwen3-235b-a22b", title: "Qwen3 235B", parameters: 235, active: 22 },
    ...{ experts: [8, 128], bytes: 2, layers: 94, cached: grouped(4, 128) },
    source: "Qwen model card, April 2025",
  },
  {
    ...{ name: "qwen3-30b-a3b", title: "Qwen3 30B", parameters: 30.5, active: 3.3 },
    ...{ experts: [8, 128], bytes: 2, layers: 48, cached: grouped(4, 128) },
    source: "Qwen model card, April 2025",
  },
  {
    ...{ name: "mixtral-8x7b", title: "Mixtral 8x7B", parameters: 46.7, active: 12.9 },
    ...{ experts: [2, 8], bytes: 2, layers: 32, cached: grouped(8, 128) },
    source: "Mistral AI, Mixtral of experts, January 2024",
  },
  {
    ...{ name: "gpt-oss-120b", title: "gpt-oss-120b", parameters: 116.8, active: 5.1 },
    ...{ experts: [4, 128], bytes: 0.53, layers: 36, cached: grouped(8, 64) },
    source: "OpenAI model card, August 2025: MXFP4, 4.25 bits",
  },
];

/** Language models by name: how much there is to hold, to read and to multiply. */
export const llms: readonly Entry[] = LLMS.map((llm): Entry => {
  const { name, title, parameters, active, bytes, layers, cached } = llm;
  const [visited, routed] = llm.experts ?? [1, 1];
  const about = { source: `${title}: ${llm.source}`, grade: "A" } as const;
  const quantities = [
    fixed({
      ...{ ...about, name: "parameters", label: "Parameters", unit: "Gparameter" },
      ...{ value: parameters, meaning: "All parameters of the model, every expert included" },
    }),
    fixed({
      ...{ ...about, name: "active_share", label: "Active parameters", unit: "1" },
      ...{ value: active / parameters, meaning: "Share of the parameters that one token uses" },
    }),
    fixed({
      ...{ ...about, name: "expert_share", label: "Active experts", unit: "1" },
      ...{ value: visited / routed, meaning: "Share of the routed experts that one token visits" },
    }),
    fixed({
      ...{ ...about, name: "bytes_per_parameter", label: "Bytes per parameter" },
      ...{ unit: "B/parameter", value: bytes, meaning: "Precision of the weights as served" },
    }),
    fixed({
      ...{ ...about, name: "cache_per_token", label: "Cache per token", unit: "kB/token" },
      ...{ value: (2 * layers * cached) / 1000, meaning: "Key-value cache of a token, in BF16" },
    }),
    fixed({
      ...{ ...about, name: "memory_needed", label: "Memory of a replica", unit: "GB" },
      ...{ value: parameters * bytes, meaning: "Weights alone; working memory comes on top" },
    }),
  ];
  return { name, title, quantities };
});
