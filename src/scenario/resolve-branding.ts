import { accentFault } from "./accent.js";
import type { Context } from "./context.js";
import { fetchData } from "./data-file.js";
import type { Branding } from "./scenario.js";
import type { ScenarioFile } from "./schema.js";
import { svgLogo } from "./svg-logo.js";

/** The look a scenario gives its report, checked and its logo made safe; undefined where it has none. */
export function resolveBranding(
  { report, readData }: Pick<Context, "report" | "readData">,
  { branding }: ScenarioFile,
): Branding | undefined {
  if (branding === undefined) return undefined;
  const accent = branding.accent?.toLowerCase();
  const fault = accent === undefined ? undefined : accentFault(accent);
  if (fault) {
    const { contrast, paper, better } = fault;
    const message = `${accent!} has a contrast of ${contrast.toFixed(1)} on ${paper} pages; 3 is needed`;
    report(["branding", "accent"], message, `Write "${better}", which is seen on both`);
  }
  const logo = branding.logo === undefined ? undefined : resolveLogo(branding.logo);
  return { ...(accent === undefined ? {} : { accent }), ...(logo === undefined ? {} : { logo }) };

  function resolveLogo(stated: string): string | undefined {
    const path = ["branding", "logo"];
    const inline = stated.trimStart().startsWith("<");
    const fetched = inline ? { text: stated } : fetchData(stated, readData);
    if (!("text" in fetched)) {
      report(path, fetched.message, fetched.fix);
      return undefined;
    }
    const drawn = svgLogo(fetched.text);
    if ("svg" in drawn) return drawn.svg;
    const before = fetched.text.slice(0, drawn.offset).split("\n");
    const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
    report(path, `${inline ? "the logo" : stated}, ${place}: ${drawn.message}`, drawn.fix);
    return undefined;
  }
}
