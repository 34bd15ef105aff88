import type * as Word from "docx";
import { escapeMarkup, showInvisible } from "../escape.js";
import { colours } from "../figures/theme.js";
import { fixedZip } from "../fixed-zip.js";
import { plainText, type Text } from "../phrase.js";
import type { Block } from "./block.js";
import { documentStyles, INDENT } from "./docx-styles.js";

type Docx = typeof Word;
type FileChild = Word.FileChild;

/** What a Word document says beside its text. */
export interface DocxOptions {
  readonly title: string;
  readonly author: string | undefined;
  /** At the foot of every page, before its number. */
  readonly footer: string;
  /** PNG files of the figures, by id. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Twips; an A4 page with margins of 20 mm, whose text is 170 mm wide. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** Of a picture: seven tenths of the text's width, so that two and their tables share a page. */
const PIXELS_WIDE = Math.floor((TEXT_WIDTH / 1440) * 96 * 0.7);

/**
 * Blocks as a Word document with Word's own styles for titles, headings, lists and captions. The same
 * blocks and pictures give the same bytes.
 */
export async function docx(blocks: readonly Block[], options: DocxOptions): Promise<Uint8Array> {
  const word = await import("docx");
  const document = new word.Document({
    styles: documentStyles,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
              right: PAGE.margin,
            },
          },
        },
        footers: { default: footer(options.footer, word) },
        children: blocks.flatMap((block) => write(block, options.pictures, word)),
      },
    ],
  });
  const packed = await word.Packer.pack(document, "uint8array", undefined, [
    { path: "docProps/core.xml", data: coreProperties(options) },
  ]);
  return fixedZip(packed);
}

function write(
  block: Block,
  pictures: ReadonlyMap<string, Uint8Array>,
  word: Docx,
): readonly FileChild[] {
  const { Paragraph, TextRun, HeadingLevel } = word;
  switch (block.kind) {
    case "title":
      return [new Paragraph({ text: shown(block.text), heading: HeadingLevel.TITLE })];
    case "heading":
      return [new Paragraph({ text: shown(block.text), heading: HeadingLevel.HEADING_1 })];
    case "paragraph": {
      const bold = block.emphasis === "strong";
      const italics = block.emphasis === "italic";
      return [
        new Paragraph({ children: [new TextRun({ text: shown(block.text), bold, italics })] }),
      ];
    }
    case "picture":
      return picture(block, pictures.get(block.id)!, word);
    case "table":
      return [table(block, word), new Paragraph({ style: "AfterTable" })];
    case "list":
      return block.items.map(
        (text) =>
          new Paragraph({
            text: shown(text),
            bullet: { level: 0 },
            indent: { left: INDENT, hanging: INDENT },
          }),
      );
    case "code":
      return [new Paragraph({ text: shown(block.text), style: "Code" })];
  }
}

function picture(
  { id, title, alt }: Block & { kind: "picture" },
  png: Uint8Array,
  { Paragraph, ImageRun }: Docx,
): readonly FileChild[] {
  const view = new DataView(png.buffer, png.byteOffset);
  // Width and height stand at fixed places of a PNG file's first chunk.
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const image = new ImageRun({
    type: "png",
    data: png,
    transformation: { width: PIXELS_WIDE, height: Math.round((PIXELS_WIDE * height) / width) },
    // Without an id the library counts on from the last document of the process.
    altText: {
      id: String(Number(id.slice(0, 2))),
      name: id,
      title: shown(title),
      description: shown(alt),
    },
  });
  return [
    new Paragraph({ children: [image], keepNext: true }),
    new Paragraph({ text: shown(`${title}.`), style: "Caption" }),
  ];
}

function table(
  { header, rows }: Block & { kind: "table" },
  { Table, TableRow, TableCell, Paragraph, TextRun, WidthType, AlignmentType, BorderStyle }: Docx,
): FileChild {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const line = { style: BorderStyle.SINGLE, size: 4, color: colours.rule.slice(1) };
  // The first column names; it is as wide as two others.
  const unit = Math.floor(TEXT_WIDTH / (header.length + 1));
  const widths = header.map((_, k) => (k === 0 ? 2 * unit : unit));
  const row = (cells: readonly Text[], bold: boolean): InstanceType<Docx["TableRow"]> =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: cells.map(
        (text, k) =>
          new TableCell({
            width: { size: widths[k]!, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, right: 100 },
            children: [
              new Paragraph({
                style: "Cell",
                alignment: k === 0 ? AlignmentType.START : AlignmentType.END,
                children: [new TextRun({ text: shown(text), bold })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: {
      top: line,
      bottom: line,
      insideHorizontal: line,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
}

function footer(text: string, { Footer, Paragraph, TextRun, PageNumber }: Docx) {
  const children = [`${text}, page `, PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [new Paragraph({ style: "Footer", children: [new TextRun({ children })] })],
  });
}

/** The library would write the moment of writing here; a document without dates is valid too. */
function coreProperties({ title, author }: DocxOptions): string {
  const creator =
    author === undefined ? "" : `<dc:creator>${escapeMarkup(shown(author))}</dc:creator>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeMarkup(shown(title))}</dc:title>${creator}</cp:coreProperties>`;
}

/** Text on one line, its invisible characters shown and those that XML has no place for replaced. */
function shown(text: Text): string {
  return showInvisible(plainText(text))
    .replace(/[ \t\r\n]+/g, " ")
    .replace(/[\ufffe\uffff]/g, "\ufffd");
}
