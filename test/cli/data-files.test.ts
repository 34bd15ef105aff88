import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { breakeven, temporaryFolder } from "./breakeven.js";

const CSV = "\uFEFFtime,tok_s\n1,100\n2,120.5\n3,90\n4,300\n";

const scenario = (file: string): string =>
  `name: measured\ninputs:\n  x: { distribution: empirical, file: ${file}, column: tok_s }\noutputs: [x]\nrun: { draws: 2000 }\n`;

describe("a scenario with a data file", () => {
  it("runs from any folder, on any number of workers, and records what it read", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "deep/data"), { recursive: true });
    writeFileSync(join(cwd, "deep/data/measured.csv"), CSV);
    writeFileSync(join(cwd, "deep/a.yaml"), scenario("data/measured.csv"));
    const outputs = await Promise.all(
      ["1", "2"].map((workers) =>
        breakeven(["run", "deep/a.yaml", "--json", "--workers", workers, "--out", workers], {
          cwd,
        }),
      ),
    );
    expect(outputs.map(({ code }) => code)).toEqual([0, 0]);
    expect(outputs[0]!.stdout).toBe(outputs[1]!.stdout);
    const { assumptions } = JSON.parse(outputs[0]!.stdout) as {
      assumptions: readonly { distribution: string; p50: number }[];
    };
    expect(assumptions[0]).toMatchObject({ p50: 110.25 });
    expect(assumptions[0]!.distribution).toMatch(
      /^empirical, file data\/measured\.csv, column tok_s/,
    );
    const record = readFileSync(join(cwd, "1/measured/run.json"), "utf8");
    expect((JSON.parse(record) as { data: unknown }).data).toEqual({
      "data/measured.csv": createHash("sha256").update(CSV).digest("hex"),
    });
  });

  it("is refused with exit code 2 where the file is missing or reached by a link out of the folder", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "inner"));
    writeFileSync(join(cwd, "outside.csv"), CSV);
    writeFileSync(join(cwd, "inner/binary.csv"), Uint8Array.of(0xff, 0xfe, 0x00));
    symlinkSync("../outside.csv", join(cwd, "inner/link.csv"));
    for (const name of ["gone", "link", "binary"]) {
      writeFileSync(join(cwd, `inner/${name}.yaml`), scenario(`${name}.csv`));
    }
    const { code, stdout, stderr } = await breakeven(["validate", "inner"], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/gone\.yaml:3:\d+: there is no file inner.gone\.csv\. Check the path/);
    expect(stderr).toMatch(/link\.yaml:3:\d+: link\.csv is a link that leads out of the scenario/);
    expect(stderr).toMatch(/binary\.yaml:3:\d+: binary\.csv is not UTF-8 text\. Save it as CSV/);
  });
});
