import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** The folders in the order data flows; a file imports from its own or from those before it. */
const FLOW = [
  "numeric",
  "wasm",
  "units",
  "distributions",
  "formula",
  "models",
  "catalog",
  "scenario",
  "sampling",
  "fit",
  "engine",
  "statistics",
  "simulation",
  "sensitivity",
  "decision",
  "comparison",
  "summary",
  "report",
  "live",
  "cli",
];

/** Folders that run in a browser too. */
const CORE = FLOW.slice(0, FLOW.indexOf("simulation"));

const files = readdirSync(SRC, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith(".ts") && statSync(join(SRC, path)).isFile());

function imports(file: string): readonly string[] {
  const text = readFileSync(join(SRC, file), "utf8");
  return [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, target]) => target!);
}

describe("the source", () => {
  it.each(files)("%s imports only from its own folder and those above it", (file) => {
    const [folder] = file.split("/");
    const level = file.includes("/") ? FLOW.indexOf(folder!) : FLOW.length;
    expect(level).toBeGreaterThanOrEqual(0);
    for (const target of imports(file).filter((path) => path.startsWith("."))) {
      const [other] = relative(SRC, join(SRC, file, "..", target)).split("/");
      // The pipeline stands beside the folders and is what the command calls.
      if (other === "pipeline.js") continue;
      if (level < FLOW.length) expect(FLOW.indexOf(other!), target).toBeLessThanOrEqual(level);
    }
  });

  it.each(files.filter((file) => CORE.includes(file.split("/")[0]!)))(
    "%s needs nothing of Node",
    (file) => {
      expect(imports(file).filter((target) => target.startsWith("node:"))).toEqual([]);
    },
  );

  it("touches a page only in the live panel and in the scripts of pages", () => {
    const touches =
      /\b(?:document\.(?:getEl|createEl|query|body|active)|window\.|navigator\.|location\.)/;
    for (const file of files.filter((path) => !/^(?:live\/panel|report\/browser)\//.test(path))) {
      expect(readFileSync(join(SRC, file), "utf8"), file).not.toMatch(touches);
    }
  });

  it("evaluates no text as JavaScript and raises no number to a power in ways that vary", () => {
    for (const file of files) {
      const text = readFileSync(join(SRC, file), "utf8").replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
      expect(text, file).not.toMatch(/\beval\(|new Function\(/);
      if (CORE.includes(file.split("/")[0]!)) expect(text, file).not.toMatch(/Math\.pow\(/);
    }
  });
});
