import { memoDocx } from "../report/memo/memo-docx.js";
import { printableMemo } from "../report/memo/printable-memo.js";
import { loadDrawSvg } from "../report/render/draw-svg.js";
import type { Provenance } from "../report/provenance.js";
import type { ReportFile } from "../report/report-file.js";
import type { Summary } from "../summary/summary.js";
import { findBrowser } from "./browser.js";
import { UsageError } from "./exit-codes.js";
import type { RunArguments } from "./options.js";
import { NotPrinted, type Paper, printPdf } from "./print-pdf.js";
import type { Terminal } from "./terminal.js";

/** Files of a report that are written only where they are asked for. */
export interface Extras {
  readonly docx: boolean;
  /** How to print; undefined where nobody asked, or where there is nothing to print with. */
  readonly print: { readonly browser: string; readonly paper: Paper } | undefined;
}

/**
 * What the command line asks for. Where it asks for PDF and there is no browser, that is said here,
 * once and before anything runs; the run goes on without.
 */
export async function extrasAsked(
  { memo, pdf, paper }: RunArguments,
  out: string | undefined,
  terminal: Terminal,
): Promise<Extras> {
  if (out === undefined && (pdf || memo !== undefined)) {
    throw new UsageError(`--${pdf ? "pdf" : "memo"} writes a file: with --json it needs --out`);
  }
  if (paper !== undefined && !pdf) throw new UsageError("--paper is of --pdf, which is not given");
  const docx = memo === "docx";
  if (!pdf) return { docx, print: undefined };
  const browser = await findBrowser(process.env);
  if (browser !== undefined) {
    return { docx, print: { browser, paper: (paper as Paper | undefined) ?? "A4" } };
  }
  terminal.say(
    "--pdf: there is no Chromium, Chrome or Edge on the path; no PDF is written. Set CHROMIUM to the browser's file.",
  );
  return { docx, print: undefined };
}

/** The files of a report that were asked for beside its usual ones. */
export async function extraFiles(
  report: {
    readonly summary: Summary;
    readonly provenance: Provenance;
    readonly files: readonly ReportFile[];
  },
  { docx, print }: Extras,
  { terminal, signal }: { readonly terminal: Terminal; readonly signal: AbortSignal },
): Promise<readonly ReportFile[]> {
  const { summary, provenance, files } = report;
  const word = docx ? [await memoDocx(summary, provenance, files)] : [];
  if (!print) return word;
  const pages = [
    ["report.pdf", String(files.find(({ path }) => path === "report.html")!.content)],
    ["memo.pdf", await printableMemo(summary, provenance, await loadDrawSvg())],
  ] as const;
  try {
    const printed: ReportFile[] = [];
    for (const [path, html] of pages) {
      printed.push({ path, content: await printPdf(print.browser, html, { ...print, signal }) });
    }
    return [...word, ...printed];
  } catch (error) {
    if (!(error instanceof NotPrinted)) throw error;
    terminal.say(`${summary.scenario}: --pdf: ${error.message}; no PDF is written.`);
    return word;
  }
}
