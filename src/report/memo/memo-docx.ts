import type { Summary } from "../../summary/summary.js";
import { figuresOf } from "../figures/figures-of.js";
import type { Provenance } from "../provenance.js";
import type { ReportFile } from "../report-file.js";
import { runName } from "../run-id.js";
import { docx } from "./docx.js";
import { memoBlocks } from "./memo-blocks.js";

/**
 * `memo.docx`: the memo as a Word document.
 *
 * @param files of the same report, which hold its pictures
 */
export async function memoDocx(
  summary: Summary,
  provenance: Provenance,
  files: readonly ReportFile[],
): Promise<ReportFile> {
  const pictures = new Map(
    files.flatMap(({ path, content }) => {
      const [, id] = /^figures\/(.*)\.png$/.exec(path) ?? [];
      return id !== undefined && typeof content !== "string" ? [[id, content]] : [];
    }),
  );
  const content = await docx(memoBlocks(summary, figuresOf(summary), provenance), {
    title: summary.title,
    author: summary.author,
    footer: runName(summary, provenance),
    pictures,
  });
  return { path: "memo.docx", content };
}
