import { fixed } from "../models/define.js";
import type { Entry } from "./entry.js";
import { PRICE_LIST_SOURCE, priceListData } from "./price-list-data.js";

/** List prices of the makers' own APIs by the name of the model they sell. */
export const priceLists: readonly Entry[] = priceListData.map(
  ([name, title, input, cached, output]): Entry => {
    const about = {
      unit: "USD/Mtoken",
      source: `${title}: ${PRICE_LIST_SOURCE}`,
      grade: "A",
    } as const;
    const quantities = [
      fixed({
        ...{ ...about, name: "list_input_price", label: "List price of input", value: input },
        meaning: "What a buyer pays for a million fresh input tokens",
      }),
      fixed({
        ...{ ...about, name: "list_cached_price", label: "List price of cached input" },
        // Where nothing is said of caching, a token read from a cache is billed as any other.
        value: cached ?? input,
        meaning: "What a buyer pays for a million input tokens read from the cache",
      }),
      fixed({
        ...{ ...about, name: "list_output_price", label: "List price of output", value: output },
        meaning: "What a buyer pays for a million output tokens",
      }),
    ];
    return { name, title, quantities };
  },
);
