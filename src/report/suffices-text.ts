import { formatValue, lowerFirst } from "./format.js";

/** A price, named where it has a name. */
export interface PriceNamed {
  readonly against?: string | undefined;
  readonly price: number;
  readonly unit: string;
}

/** What has to hold for a price to suffice, as in a sentence: "list ($9.00/Mtoken) covers the cost". */
export function sufficesText(
  { against, price, unit }: PriceNamed,
  measured: { readonly label: string; readonly unit: string },
): string {
  const amount = formatValue(price, unit);
  const name = against === undefined ? amount : `${against} (${amount})`;
  return /^USD\/[kMGTP]?token$/.test(measured.unit)
    ? `${name} covers the cost`
    : `${lowerFirst(measured.label)} is at or below ${name}`;
}
