import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Paper, printPdf } from "../../src/cli/print-pdf.js";
import { simulate } from "../../src/pipeline.js";
import { printableMemo } from "../../src/report/memo/printable-memo.js";
import { type DrawSvg, loadDrawSvg } from "../../src/report/render/draw-svg.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import type { Summary } from "../../src/summary/summary.js";
import { PROVENANCE } from "./fixture-provenance.js";
import { pageOf } from "./page-of.js";
import { edgeCases } from "./fixtures.js";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const PDFTOTEXT = "/usr/bin/pdftotext";
/** Reads where words stand on paper; without it, or without a browser, these tests are left out. */
const withTools = existsSync(CHROMIUM) && existsSync(PDFTOTEXT) ? describe : describe.skip;

const LONG_NAMED = { ...PROVENANCE, file: "scenarios/a-scenario.yaml" };

/** Points from the edges of the paper to the text, as the page's style has them. */
const MARGIN = { top: 42.5, side: 39.7, bottom: 48.2 } as const;

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly foot: string;
}

let draw: DrawSvg;

async function print(html: string, paper: Paper): Promise<readonly PrintedPage[]> {
  const signal = new AbortController().signal;
  const pdf = await printPdf(CHROMIUM, html, { paper, signal });
  const file = join(mkdtempSync(join(tmpdir(), "breakeven-print-")), "page.pdf");
  writeFileSync(file, pdf);
  const xml = execFileSync(PDFTOTEXT, ["-bbox-layout", file, "-"], { encoding: "utf8" });
  return xml.split("<page ").slice(1).map(readPage);
}

function readPage(xml: string): PrintedPage {
  const number = (text: string, name: string): number =>
    Number(new RegExp(`${name}="([^"]*)"`).exec(text)![1]);
  const [width, height] = [number(xml, "width"), number(xml, "height")];
  const all = [...xml.matchAll(/<line ([^>]*)>(.*?)<\/line>/gs)].map(([, box, words]) => ({
    text: [...words!.matchAll(/>([^<]*)<\/word>/g)].map(([, word]) => word).join(" "),
    left: number(box!, "xMin"),
    right: number(box!, "xMax"),
    bottom: number(box!, "yMax"),
  }));
  const isFoot = ({ bottom }: Line): boolean => bottom > height - MARGIN.bottom + 4;
  const foot = all.filter(isFoot).map(({ text }) => text);
  return { width, height, lines: all.filter((line) => !isFoot(line)), foot: foot.join(" ") };
}

/** What a reader would find wrong with the pages. */
function faults(pages: readonly PrintedPage[], html: string): readonly string[] {
  const headings = [...html.matchAll(/<(h[1-3]|caption)[^>]*>(.*?)<\/\1>/gs)].map(([, , text]) =>
    text!.replace(/\s+/g, " ").trim(),
  );
  return pages.flatMap(({ width, height, lines, foot }, k) => {
    const found: string[] = [];
    const page = `page ${k + 1} of ${pages.length}`;
    const last = lines.reduce((low, line) => (line.bottom > low.bottom ? line : low), lines[0]!);
    const room = height - MARGIN.top - MARGIN.bottom;
    const full = (last.bottom - MARGIN.top) / room;
    if (full < 0.1) found.push(`${page} is ${(100 * full).toFixed(0)}% full`);
    if (headings.some((text) => text.endsWith(last.text) && last.text.length > 3)) {
      found.push(`${page} ends with the heading ${last.text}`);
    }
    for (const { text, left, right } of lines) {
      if (left < MARGIN.side - 1 || right > width - MARGIN.side + 1) found.push(`cut: ${text}`);
    }
    if (!foot.endsWith(`${k + 1}/${pages.length}`) || !/run [0-9a-f]{12}/.test(foot)) {
      found.push(`${page} has the foot ${foot}`);
    }
    return found;
  });
}

async function both(summary: Summary): Promise<readonly (readonly [string, string])[]> {
  return [
    ["report", await pageOf(summary, LONG_NAMED, draw)],
    ["memo", await printableMemo(summary, LONG_NAMED, draw)],
  ];
}

withTools("a report on paper", () => {
  beforeAll(async () => {
    draw = await loadDrawSvg();
  });

  // Of all scenarios that come with the package, those with most to say.
  it.each(["kimi-k2-h200", "r1-on-h100", "h200-fleet-over-time"])(
    "%s: nothing cut, no heading alone, no page all but empty, a memo of two pages",
    async (name) => {
      const url = new URL(`../../scenarios/${name}.yaml`, import.meta.url);
      const scenario = parseScenario(name, readFileSync(url, "utf8"));
      const run = { ...scenario.run, draws: 4000 };
      const summary = await simulate({ ...scenario, run }, inlineEvaluator);
      for (const [what, html] of await both(summary)) {
        for (const paper of ["A4", "letter"] as const) {
          const pages = await print(html, paper);
          expect(faults(pages, html), `${what} on ${paper}`).toEqual([]);
          if (what === "memo") expect(pages.length).toBeLessThanOrEqual(2);
        }
      }
    },
  );

  it.each([
    "oneInput",
    "manyInputs",
    "longLabels",
    "narrowSpread",
    "allUndefined",
    "nonLatin",
    "since",
  ])("%s: the same", async (name) => {
    for (const [what, html] of await both(edgeCases()[name]!)) {
      expect(faults(await print(html, "A4"), html), what).toEqual([]);
    }
  });
});
