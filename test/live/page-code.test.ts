import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readPageCode } from "../../src/report/page-code.js";

const sources = JSON.parse(readFileSync("dist/page-code/live-sources.json", "utf8")) as string[];

describe("the code of a page", () => {
  it("holds nothing of Node, no WebAssembly, and nothing that reads scenario files", () => {
    expect(sources.filter((path) => /node:|src\/(wasm|cli|catalog|fit)\//.test(path))).toEqual([]);
    expect(sources.filter((path) => path.includes("node_modules"))).toEqual([]);
    expect(sources).toContain("src/engine/compile-model.ts");
    expect(sources).toContain("src/simulation/evaluate-chunk.ts");
  });

  it("is what the policy's hashes name, and evaluates no text", () => {
    const { loader, code, hashes } = readPageCode("live");
    const text = inflateRawSync(Buffer.from(code, "base64")).toString("utf8");
    expect(hashes).toEqual(
      [loader, text].map((one) => `'sha256-${createHash("sha256").update(one).digest("base64")}'`),
    );
    expect(text).not.toMatch(/\beval\(|new Function\(|WebAssembly/);
    expect(code.length).toBeLessThan(55_000);
  });
});
