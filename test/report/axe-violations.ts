import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with a page, or with a part of it; the page has to be opened with `bypassCSP`. */
export async function axeViolations(page: Page, part = "html"): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    async ([context, values]) => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await run(context, { runOnly: { type: "tag", values } });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`);
    },
    [part, TAGS] as const,
  );
}
