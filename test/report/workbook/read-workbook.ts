import { unzip } from "../unzip.js";

/** A cell as the file holds it: text, a number, or a formula with the value kept beside it. */
export type ReadCell =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly formula: string; readonly cached: number };

/** Sheets by name, cells by address. */
export type ReadWorkbook = ReadonlyMap<string, ReadonlyMap<string, ReadCell>>;

/** Reads back what a workbook holds. */
export function readWorkbook(xlsx: Uint8Array): ReadWorkbook {
  const files = unzip(xlsx);
  const text = (path: string): string => files.get(path)!.toString("utf8");
  const strings = [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    [...si!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => plain(t!)).join(""),
  );
  const names = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return new Map(
    names.map(([, name], k) => [
      name!,
      readSheet(text(`xl/worksheets/sheet${k + 1}.xml`), strings),
    ]),
  );
}

function readSheet(xml: string, strings: readonly string[]): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  for (const [, attributes, content] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const address = /r="([A-Z]+\d+)"/.exec(attributes!)![1]!;
    const value = /<v>(.*?)<\/v>/s.exec(content ?? "")?.[1];
    const formula = /<f>(.*?)<\/f>/s.exec(content ?? "")?.[1];
    if (formula !== undefined) {
      cells.set(address, { formula: plain(formula), cached: Number(value) });
    } else if (value !== undefined) {
      const isText = attributes!.includes('t="s"');
      cells.set(address, isText ? { text: strings[Number(value)]! } : { number: Number(value) });
    }
  }
  return cells;
}

function plain(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
