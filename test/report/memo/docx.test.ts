import { describe, expect, it } from "vitest";
import { composeReport } from "../../../src/report/compose-report.js";
import { memoDocx } from "../../../src/report/memo/memo-docx.js";
import type { ReportFile } from "../../../src/report/report-file.js";
import type { Summary } from "../../../src/summary/summary.js";
import hostile from "../../reference/hostile-text.json" with { type: "json" };
import { PROVENANCE } from "../fixture-provenance.js";
import { fixtureSummary } from "../fixtures.js";
import { unzip } from "../unzip.js";

async function memos(summary: Summary): Promise<{ docx: Uint8Array; md: string }> {
  const files = await composeReport(summary, PROVENANCE);
  const text = (file: ReportFile | undefined): string => String(file!.content);
  const docx = (await memoDocx(summary, PROVENANCE, files)).content as Uint8Array;
  return { docx, md: text(files.find(({ path }) => path === "memo.md")) };
}

function documentOf(docx: Uint8Array): string {
  return unzip(docx).get("word/document.xml")!.toString("utf8");
}

/** Paragraphs of a document, each with the name of its style. */
function paragraphs(xml: string): readonly (readonly [string, string])[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, content]) => [
    /<w:pStyle w:val="([^"]*)"/.exec(content!)?.[1] ?? "",
    [...content!.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => plain(text!)).join(""),
  ]);
}

function plain(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

describe("the memo as a Word document", () => {
  it("says what memo.md says, in Word's own styles", async () => {
    const { docx, md } = await memos(fixtureSummary());
    const all = paragraphs(documentOf(docx));
    const headings = [...md.matchAll(/^## (.*)$/gm)].map(([, text]) => text);
    expect(all.filter(([style]) => style === "Heading1").map(([, text]) => text)).toEqual(headings);
    expect(all[0]).toEqual(["Title", "A fixture"]);
    const unescaped = md.replace(/<!--.*?-->/g, "").replace(/\\([\\`*_{}[\]<>#|~&+\-=.)])/g, "$1");
    for (const [, text] of all) expect(unescaped).toContain(text);
    const items = md.match(/^- /gm)!.length;
    expect(all.filter(([style]) => style === "ListParagraph")).toHaveLength(items);
    expect(documentOf(docx).match(/<w:tbl>/g)).toHaveLength(md.match(/^\| ---/gm)!.length);
    expect(documentOf(docx)).toContain("<w:tblHeader/>");
  });

  it("shows its figures with their alternative text, and numbers its pages", async () => {
    const { docx, md } = await memos(fixtureSummary());
    const described = [...documentOf(docx).matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)];
    const alts = [...md.matchAll(/^!\[(.*?)\]\(figures/gm)].map(([, alt]) => alt);
    expect(described.map(([, text]) => plain(text!))).toEqual(
      alts.map((alt) => alt!.replaceAll("\\", "")),
    );
    const files = unzip(docx);
    const pngs = [...files].filter(([path]) => path.startsWith("word/media/"));
    expect(pngs).toHaveLength(2);
    for (const [, png] of pngs) expect(png.toString("latin1", 1, 4)).toBe("PNG");
    const footer = files.get("word/footer1.xml")!.toString();
    expect(footer).toMatch(/fixture, run [0-9a-f]{12}, page /);
    expect(footer).toContain("NUMPAGES");
  });

  it("has lines as high as what stands in them, pictures too", async () => {
    const { docx } = await memos(fixtureSummary());
    const styles = unzip(docx).get("word/styles.xml")!.toString();
    const lines = [...styles.matchAll(/<w:spacing [^>]*w:line=[^>]*>/g)];
    expect(lines.length).toBeGreaterThan(0);
    for (const [tag] of lines) expect(tag).toContain('w:lineRule="auto"');
  });

  it("is the same bytes every time, in one process and at any moment", async () => {
    const once = await memos(fixtureSummary());
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await memos(fixtureSummary());
    expect(Buffer.from(again.docx).equals(once.docx)).toBe(true);
    expect(unzip(once.docx).get("docProps/core.xml")!.toString()).not.toMatch(/\d{4}-\d\d-\d\dT/);
  });

  it("keeps hostile text as text, links and fields included", async () => {
    const texts = [...hostile.strings.map(({ text }) => text), "\ufffe\uffff", '=HYPERLINK("x")'];
    const usual = fixtureSummary();
    const { docx } = await memos({
      ...usual,
      title: "</script><img src=x onerror=alert(1)>",
      author: texts.join(" "),
      question: texts.join(" "),
      warnings: texts,
      breakEven: texts.slice(0, 9).map((against) => ({ ...usual.breakEven[0]!, against })),
      assumptions: texts.map((text) => ({ ...usual.assumptions[0]!, label: text, source: text })),
    });
    const files = unzip(docx);
    expect(documentOf(docx)).not.toMatch(/<w:hyperlink|<w:instrText|<img|<script/);
    expect(paragraphs(documentOf(docx))[0]![1]).toBe("</script><img src=x onerror=alert(1)>");
    for (const [path, content] of files) {
      if (!/\.(xml|rels)$/.test(path)) continue;
      const xml = content.toString("utf8");
      // What XML 1.0 has no place for would make Word refuse the file.
      expect(xml, path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      expect(xml, path).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+);)/);
      expect(xml, path).not.toContain('TargetMode="External"');
    }
  });
});
