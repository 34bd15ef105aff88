import type { IStylesOptions } from "docx";
import { colours } from "../figures/theme.js";

const ink = colours.ink.slice(1);
const mute = colours.mute.slice(1);
const FONT = "Calibri";
/** Of lists and code, in twentieths of a point. */
export const INDENT = 284;

/** Word's own styles in the report's manner; sizes in half points, spaces in twentieths of a point. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 19, color: ink },
      // LibreOffice takes a line without a rule for an exact height, and cuts pictures off at it.
      paragraph: { spacing: { after: 80, line: 252, lineRule: "auto" } },
    },
    title: {
      run: { font: FONT, size: 40, bold: true, color: ink },
      paragraph: { spacing: { after: 120 }, keepNext: true },
    },
    heading1: {
      run: { font: FONT, size: 24, bold: true, color: ink },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    listParagraph: { run: { size: 17 }, paragraph: { spacing: { after: 30 } } },
  },
  paragraphStyles: [
    {
      ...{ id: "Caption", name: "caption", basedOn: "Normal", next: "Normal", quickFormat: true },
      run: { italics: true, size: 19, color: mute },
      paragraph: { spacing: { after: 140 } },
    },
    {
      ...{ id: "Code", name: "Code", basedOn: "Normal", quickFormat: true },
      run: { font: "Consolas", size: 18 },
      paragraph: { indent: { left: INDENT }, alignment: "left" },
    },
    {
      ...{ id: "Cell", name: "Table Cell", basedOn: "Normal" },
      run: { size: 18 },
      paragraph: { spacing: { after: 0 } },
    },
    {
      ...{ id: "AfterTable", name: "After Table", basedOn: "Normal" },
      run: { size: 8 },
      paragraph: { spacing: { after: 0 } },
    },
    {
      ...{ id: "Footer", name: "footer", basedOn: "Normal" },
      run: { size: 17, color: mute },
    },
  ],
};
