/** Where the prices come from. */
export const PRICE_LIST_SOURCE = "@pydantic/genai-prices 0.1.8, list prices of 2026-11-21";

/** Name, title, and USD for a million tokens: input, cached input (null where there is none), output. */
export const priceListData: readonly (readonly [
  name: string,
  title: string,
  input: number,
  cached: number | null,
  output: number,
])[] = [
  ["claude-opus-4-6", "Claude Opus 4.6", 5, 0.5, 25],
  ["claude-opus-4-5", "Claude Opus 4.5", 5, 0.5, 25],
  ["claude-opus-4-1", "Claude Opus 4.1", 15, 1.5, 75],
  ["claude-sonnet-4-6", "Claude Sonnet 4.6", 3, 0.3, 15],
  ["claude-sonnet-4-5", "Claude Sonnet 4.5", 3, 0.3, 15],
  ["claude-haiku-4-5", "Claude Haiku 4.5", 1, 0.1, 5],
  ["gpt-5.5", "GPT-5.5", 5, 0.5, 30],
  ["gpt-5.4", "GPT-5.4", 2.5, 0.25, 15],
  ["gpt-5", "GPT-5", 1.25, 0.125, 10],
  ["gpt-5-mini", "GPT-5 mini", 0.25, 0.025, 2],
  ["gpt-5-nano", "GPT-5 nano", 0.05, 0.005, 0.4],
  ["gpt-4o", "gpt 4o", 2.5, 1.25, 10],
  ["gpt-4o-mini", "gpt 4o mini", 0.15, 0.075, 0.6],
  ["o3", "o3", 2, 0.5, 8],
  ["deepseek-chat", "DeepSeek Chat", 0.27, 0.07, 1.1],
  ["deepseek-reasoner", "Deepseek R1", 0.55, 0.14, 2.19],
  ["gemini-3-pro-preview", "Gemini 3 Pro Preview", 2, 0.2, 12],
  ["gemini-2.5-pro", "Gemini 2.5 Pro", 1.25, 0.125, 10],
  ["gemini-2.5-flash", "Gemini 2.5 Flash", 0.3, 0.03, 2.5],
  ["gemini-2.5-flash-lite", "Gemini 2.5 Flash Lite", 0.1, 0.01, 0.4],
  ["kimi-k2-0905-preview", "Kimi K2 0905 Preview", 0.6, 0.15, 2.5],
  ["kimi-k2-thinking", "Kimi K2 Thinking", 0.6, 0.15, 2.5],
  ["grok-4-0709", "Grok 4", 3, 0.75, 15],
  ["grok-4-fast-non-reasoning", "Grok 4 Fast Non-Reasoning", 0.2, 0.05, 0.5],
  ["mistral-large-latest", "Mistral Large", 2, null, 6],
  ["mistral-medium-latest", "Mistral Medium Latest", 1.5, 0.15, 7.5],
];
