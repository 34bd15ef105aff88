import type { IStylesOptions } from "docx";
import { colours } from "../figures/theme.js";

const ink = colours.ink.slice(1);
const mute = colours.mute.slice(1);
const FONT = "Calibri";

/** Word's own styles in the report's manner; sizes in half points, spaces in twentieths of a point. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 20, color: ink },
      paragraph: { spacing: { after: 100, line: 252 } },
    },
    title: {
      run: { font: FONT, size: 40, bold: true, color: ink },
      paragraph: { spacing: { after: 120 }, keepNext: true },
    },
    heading1: {
      run: { font: FONT, size: 26, bold: true, color: ink },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    listParagraph: { run: { size: 19 }, paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      ...{ id: "Caption", name: "caption", basedOn: "Normal", next: "Normal", quickFormat: true },
      run: { italics: true, size: 19, color: mute },
      paragraph: { spacing: { after: 200 } },
    },
    {
      ...{ id: "Code", name: "Code", basedOn: "Normal", quickFormat: true },
      run: { font: "Consolas", size: 18 },
      paragraph: { indent: { left: 284 }, alignment: "left" },
    },
    {
      ...{ id: "Cell", name: "Table Cell", basedOn: "Normal" },
      run: { size: 19 },
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
