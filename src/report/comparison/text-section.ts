import { html, type Markup } from "../escape.js";
import type { Provenance } from "../provenance.js";
import { formatCount } from "../format.js";
import { type DiffLine, diffLines } from "./line-diff.js";

/** Lines alike that are shown on either side of a change. */
const CONTEXT = 2;

/** What changed in the scenarios' files, line by line. */
export function textSection([before, after]: readonly Provenance[]): Markup {
  const lines = diffLines(before!.text, after!.text);
  const count = (kind: DiffLine["kind"]): string =>
    formatCount(lines.filter((line) => line.kind === kind).length);
  if (lines.every(({ kind }) => kind === "same")) {
    return html`<section>
      <h2>The two files</h2>
      <p>${before!.file} and ${after!.file} are the same text.</p>
    </section> `;
  }
  return html`<section>
    <h2>The two files</h2>
    <p>
      From ${before!.file} to ${after!.file}: ${count("removed")} lines taken out, ${count("added")}
      put in, ${count("same")} the same.
    </p>
    <details>
      <summary>Line by line</summary>
      <pre class="diff">${shown(lines)}</pre>
    </details>
  </section> `;
}

/** Signs say what colours repeat; what is alike and far from any change is left out. */
function shown(lines: readonly DiffLine[]): readonly Markup[] {
  const changed = lines.flatMap(({ kind }, k) => (kind === "same" ? [] : [k]));
  let next = 0;
  let skipping = false;
  return lines.flatMap(({ kind, text }, k): readonly Markup[] => {
    while (next < changed.length - 1 && changed[next + 1]! <= k) next++;
    const near = [changed[next]!, changed[next + 1] ?? Infinity].some(
      (change) => Math.abs(change - k) <= CONTEXT,
    );
    if (!near) {
      const first = !skipping;
      skipping = true;
      return first ? [html`<span>⋯</span>`] : [];
    }
    skipping = false;
    switch (kind) {
      case "same":
        return [html`<span>${`  ${text}`}</span>`];
      case "removed":
        return [html`<del>${`\u2212 ${text}`}</del>`];
      case "added":
        return [html`<ins>${`+ ${text}`}</ins>`];
    }
  });
}
