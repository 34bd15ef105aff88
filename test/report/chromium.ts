/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";

const QUIET = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update"],
];

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Where there is no browser these tests are left out; continuous integration installs one. */
export const withBrowser = process.env["CI"] || existsSync(CHROMIUM) ? describe : describe.skip;

/** A page opened from disk, with all that it asked for and complained of. */
export interface Opened {
  readonly page: Page;
  readonly noise: readonly string[];
}

/** How a page is looked at. */
export interface Look extends Pick<
  BrowserContextOptions,
  "javaScriptEnabled" | "bypassCSP" | "permissions"
> {
  /** Of the address: `#v=...`. */
  readonly fragment?: string;
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
}

/** Opens a page in a browser. */
type Open = (html: string, look?: Look) => Promise<Opened>;

/** Starts a browser for the tests of a block; the function opens a page in it. */
export function useBrowser(): Open {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "breakeven-page-"));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });
  let count = 0;
  return async (html, { width = 1280, fragment = "", ...look } = {}) => {
    const file = join(folder, `${count++}.html`);
    await writeFile(file, html);
    const page = await browser.newPage({ viewport: { width, height: 900 }, ...look });
    const noise = listen(page, pathToFileURL(file).href);
    await page.goto(pathToFileURL(file).href + fragment);
    await page.evaluate(() => document.fonts.ready);
    return { page, noise };
  };
}

/** Opens a page and waits until it is ready. */
export function openedWhen(open: Open, ready: (page: Page) => Promise<void>): Open {
  return async (html, look) => {
    const opened = await open(html, look);
    await ready(opened.page);
    return opened;
  };
}

function listen(page: Page, own: string): readonly string[] {
  const noise: string[] = [];
  page.on("console", (message) => noise.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    noise.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("data:") && url.split("#")[0] !== own) noise.push(`request: ${url}`);
  });
  return noise;
}

/** Pixels by which a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Labels of charts that overlap by more than 4 pixels, are cut by the edge, or are too small to read. */
export function textFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(faultsInPage);
}

function faultsInPage(): string[] {
  const faults: string[] = [];
  for (const svg of document.querySelectorAll<SVGSVGElement>("figure svg")) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const texts = [...svg.querySelectorAll("text")]
      .filter((text) => text.textContent.trim() !== "" && getComputedStyle(text).opacity !== "0")
      .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    for (const [k, { text, box }] of texts.entries()) {
      const cut = box.left < frame.left - 1.5 || box.right > frame.right + 1.5;
      if (cut) faults.push(`cut: ${text}`);
      if (Math.max(box.height, box.width) < 9) faults.push(`small: ${text}`);
      for (const other of texts.slice(k + 1)) {
        // A rim of paper behind a text is the same text in the same place.
        const rim =
          text === other.text && Math.hypot(box.left - other.box.left, box.top - other.box.top) < 1;
        if (rim) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 4 && down > 4) faults.push(`overlap: ${text} and ${other.text}`);
      }
    }
  }
  return faults;
}
