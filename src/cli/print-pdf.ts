import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Sizes of paper, as CSS names them. */
export type Paper = "A4" | "letter";

/** A browser that has not printed a page by then will not. */
const TIMEOUT_SECONDS = 60;

/** The browser started, and did not print. */
export class NotPrinted extends Error {
  override readonly name = "NotPrinted";
}

/**
 * Prints a page by a browser without a window, in a profile of its own that is removed afterwards.
 * The file is tagged and has an outline of the page's headings.
 *
 * @param browser path of a browser of the Chromium family
 * @param html a whole page that needs nothing but itself
 * @throws {NotPrinted} where there is no file in a minute
 */
export async function printPdf(
  browser: string,
  html: string,
  { paper, signal }: { readonly paper: Paper; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "breakeven-pdf-"));
  try {
    const [page, pdf] = [join(folder, "page.html"), join(folder, "page.pdf")];
    await writeFile(page, html.replace("</head>", `<style>@page{size:${paper}}</style></head>`));
    const exit = await start(
      browser,
      [
        ...FLAGS,
        `--user-data-dir=${join(folder, "profile")}`,
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      signal,
    );
    const printed = await readFile(pdf).catch(() => undefined);
    if (!printed?.subarray(0, 5).equals(Buffer.from("%PDF-"))) {
      throw new NotPrinted(`${browser} printed nothing (${exit})`);
    }
    return withoutDates(printed);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const FLAGS = [
  ...["--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check"],
  ...["--disable-extensions", "--disable-sync", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-quic", "--no-pdf-header-footer"],
  "--generate-pdf-document-outline",
  // Chromium refuses to start as root with its sandbox, as in most containers.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Waits for the browser to end; says how it did. */
function start(browser: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, args, { stdio: "ignore", signal });
    const timer = setTimeout(() => child.kill("SIGKILL"), TIMEOUT_SECONDS * 1000);
    child.on("error", (error) => {
      clearTimeout(timer);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve(error.message);
    });
    child.on("close", (code, ended) => {
      clearTimeout(timer);
      resolve(ended === null ? `exit code ${code}` : `ended by ${ended}`);
    });
  });
}

/** The moment of printing, replaced by the first moment that the field can name; lengths stay. */
function withoutDates(pdf: Buffer): Uint8Array {
  const text = pdf.toString("latin1");
  const fixed = text.replace(
    /\/(CreationDate|ModDate) \(D:\d{14}(?=[+\-Z])/g,
    (_, field: string) => `/${field} (D:19800101000000`,
  );
  return Buffer.from(fixed, "latin1");
}
