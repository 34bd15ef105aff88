import { outlinePath } from "./fonts.js";

/** A drawing as a PNG file at twice its size; rendered beside the thread that asks, encoded on it. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const font = {
    fontFiles: [outlinePath(400), outlinePath(600)],
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
  };
  const image = await renderAsync(svg, { font, fitTo: { mode: "zoom", value: 2 } });
  return image.asPng();
}
