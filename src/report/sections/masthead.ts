import { svgLogo } from "../../scenario/svg-logo.js";
import type { Summary } from "../../summary/summary.js";
import { html, type Markup, trusted } from "../escape.js";

/**
 * The bar and the logo that a scenario puts above its report.
 *
 * The logo is read once more on its way into the page: a summary may come from anywhere.
 *
 * @throws {RangeError} for a logo that no scenario could have
 */
export function masthead({ branding, author }: Summary): Markup | undefined {
  if (branding === undefined) return undefined;
  const { accent, logo } = branding;
  return html`${accent === undefined ? undefined : html`<div class="bar"></div> `}${logo === undefined ? undefined : drawn(logo, author)}`;
}

function drawn(logo: string, author: string | undefined): Markup {
  const checked = svgLogo(logo);
  if (!("svg" in checked)) throw new RangeError(`the logo is unsafe: ${checked.message}`);
  const label = author === undefined ? "Logo" : `Logo of ${author}`;
  return html`<div class="logo" role="img" aria-label="${label}">${trusted(checked.svg)}</div> `;
}
