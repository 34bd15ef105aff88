// Writes src/catalog/price-list-data.ts from the package @pydantic/genai-prices: list prices of the makers'
// own APIs, first tier, at noon of the day below. Run: node scripts/price-lists.js
import { readFileSync, writeFileSync } from "node:fs";
import { calcPrice } from "@pydantic/genai-prices";
import { format, resolveConfig } from "prettier";

const DAY = "2026-11-21";

/** Models of each maker, as the package calls them. */
const MODELS = {
  anthropic: [
    "claude-opus-4-6",
    "claude-opus-4-5",
    "claude-opus-4-1",
    "claude-sonnet-4-6",
    "claude-sonnet-4-5",
    "claude-haiku-4-5",
  ],
  openai: [
    "gpt-5.5",
    "gpt-5.4",
    "gpt-5",
    "gpt-5-mini",
    "gpt-5-nano",
    "gpt-4o",
    "gpt-4o-mini",
    "o3",
  ],
  deepseek: ["deepseek-chat", "deepseek-reasoner"],
  google: ["gemini-3-pro-preview", "gemini-2.5-pro", "gemini-2.5-flash", "gemini-2.5-flash-lite"],
  moonshotai: ["kimi-k2-0905-preview", "kimi-k2-thinking"],
  "x-ai": ["grok-4-0709", "grok-4-fast-non-reasoning"],
  mistral: ["mistral-large-latest", "mistral-medium-latest"],
};

const rows = Object.entries(MODELS).flatMap(([providerId, models]) =>
  models.map((model) => {
    const timestamp = new Date(`${DAY}T12:00:00Z`);
    const found = calcPrice({ output_tokens: 1 }, model, { providerId, timestamp });
    if (!found) throw new Error(`${model} of ${providerId} is not in the package`);
    const base = (price) => (typeof price === "object" ? price.base : price);
    const { input_mtok, cache_read_mtok, output_mtok } = found.model_price;
    const cached = cache_read_mtok === undefined ? null : base(cache_read_mtok);
    return [model, found.model.name ?? model, base(input_mtok), cached, base(output_mtok)];
  }),
);

const { devDependencies } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);
const version = devDependencies["@pydantic/genai-prices"];
const target = new URL("../src/catalog/price-list-data.ts", import.meta.url);
const text = `/** Where the prices come from. */
export const PRICE_LIST_SOURCE = "@pydantic/genai-prices ${version}, list prices of ${DAY}";

/** Name, title, and USD for a million tokens: input, cached input (null where there is none), output. */
export const priceListData: readonly (readonly [
  name: string, title: string, input: number, cached: number | null, output: number,
])[] = ${JSON.stringify(rows)};
`;
const options = await resolveConfig(target);
writeFileSync(target, await format(text, { ...options, parser: "typescript" }));
