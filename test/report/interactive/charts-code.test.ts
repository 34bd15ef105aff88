import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readPageCode } from "../../../src/report/page-code.js";

const sources = JSON.parse(
  readFileSync("dist/page-code/charts-sources.json", "utf8"),
) as readonly string[];

describe("the code of interactive charts", () => {
  it("is of Vega what draws and interprets, and of ours what shows readings", () => {
    const packages = new Set(
      sources.flatMap((path) => /node_modules\/([^/]+)/.exec(path)?.[1] ?? []),
    );
    for (const name of ["vega-parser", "vega-view", "vega-interpreter"]) {
      expect(packages).toContain(name);
    }
    const left =
      /^(vega|vega-lite|vega-(geo|force|hierarchy|label|regression|voronoi|wordcloud|crossfilter))$/;
    expect([...packages].filter((name) => left.test(name))).toEqual([]);
    const own = sources.filter((path) => !path.includes("node_modules"));
    expect(own.filter((path) => !path.startsWith("src/report/browser/charts/"))).toEqual([]);
  });

  it("is what the policy's hashes name, and no larger than measured", () => {
    const { loader, code, hashes } = readPageCode("charts");
    const text = inflateRawSync(Buffer.from(code, "base64")).toString("utf8");
    expect(hashes).toEqual(
      [loader, text].map((one) => `'sha256-${createHash("sha256").update(one).digest("base64")}'`),
    );
    expect(text).not.toMatch(/\beval\(/);
    expect(code.length).toBeLessThan(210_000);
  });
});
