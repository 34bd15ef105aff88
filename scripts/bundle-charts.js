// Bundles what makes the figures of a report live: of Vega its parser, its view with SVG and the interpreter of
// its expressions, which needs no eval.
import { fileURLToPath } from "node:url";
import { packScript } from "./pack-script.js";

const entry = fileURLToPath(new URL("../src/report/browser/charts/charts.ts", import.meta.url));
await packScript("charts", entry);
