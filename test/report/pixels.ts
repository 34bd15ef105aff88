/// <reference lib="dom" />
import type { Page } from "playwright-core";

type Colour = readonly [number, number, number];

/** A picture, decoded. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => Colour;
  /** Pixels of about a colour, `#rrggbb`. */
  readonly inked: (hex: string) => number;
  /** CIE 1976 difference of the colours at two places. */
  readonly difference: (one: readonly [number, number], other: readonly [number, number]) => number;
}

/** Decodes a PNG file in a page. */
export async function pixels(page: Page, png: Uint8Array): Promise<Pixels> {
  const encoded = Buffer.from(png).toString("base64");
  const { width, height, data } = await page.evaluate(decode, encoded);
  const bytes = Buffer.from(data, "base64");
  const at = (x: number, y: number): Colour => {
    const k = 4 * (Math.round(y) * width + Math.round(x));
    return [bytes[k]!, bytes[k + 1]!, bytes[k + 2]!];
  };
  return {
    width,
    height,
    at,
    inked: (hex) => {
      const wanted = [1, 3, 5].map((k) => Number.parseInt(hex.slice(k, k + 2), 16));
      let count = 0;
      for (let k = 0; k < bytes.length; k += 4) {
        if (wanted.every((value, c) => Math.abs(bytes[k + c]! - value) < 24)) count++;
      }
      return count;
    },
    difference: (one, other) => {
      const [a, b] = [lab(at(...one)), lab(at(...other))];
      return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
    },
  };
}

async function decode(encoded: string): Promise<{ width: number; height: number; data: string }> {
  const bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d")!;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let text = "";
  for (let k = 0; k < data.length; k += 8192) {
    text += String.fromCharCode(...data.subarray(k, k + 8192));
  }
  return { width: bitmap.width, height: bitmap.height, data: btoa(text) };
}

/** Relative luminance (WCAG 2.2). */
export function luminance([r, g, b]: Colour): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** CIE L*a*b* under D65. */
function lab(colour: Colour): readonly number[] {
  const [r, g, b] = colour.map(linear) as [number, number, number];
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
