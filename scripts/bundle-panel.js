// Bundles the live panel of a report: the panel with the simulation core. Modules that a page has no use
// for are replaced by stand-ins: WebAssembly kernels, advice on wrong formulas, key derivation, and
// the whole table of direction numbers.
import { fileURLToPath } from "node:url";
import { packScript } from "./pack-script.js";

const panel = fileURLToPath(new URL("../src/live/panel/", import.meta.url));
const STAND_INS = {
  memory: "no-kernels.ts",
  "compiled-once": "no-kernels.ts",
  "formula-kernel": "no-kernels.ts",
  "threefry-kernel": "no-kernels.ts",
  "sobol-kernel": "no-kernels.ts",
  "lookup-kernel": "no-kernels.ts",
  "through-memory": "no-kernels.ts",
  "stratify-code": "no-instructions.ts",
  refusals: "no-advice.ts",
  "refuse-word": "no-advice.ts",
  misplaced: "no-advice.ts",
  "suggest-unit": "no-advice.ts",
  "nearest-name": "no-advice.ts",
  "stream-key": "recorded-key.ts",
  "joe-kuo-data": "recorded-directions.ts",
};

const standIns = {
  name: "stand-ins",
  setup({ onResolve }) {
    const names = Object.keys(STAND_INS).join("|");
    onResolve({ filter: new RegExp(`/(${names})\\.js$`) }, ({ path }) => ({
      path: panel + STAND_INS[/([^/]+)\.js$/.exec(path)[1]],
    }));
  },
};

await packScript("live", `${panel}panel.ts`, { plugins: [standIns] });
