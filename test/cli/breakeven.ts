import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a run of the command left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command; `interrupt` sends SIGINT when standard error or output matches. */
export function breakeven(
  args: readonly string[],
  { cwd, interrupt, env }: { cwd?: string; interrupt?: RegExp; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd,
      env: { ...process.env, ...env },
    });
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (bytes: Buffer) => (output.stdout += bytes.toString()));
    child.stderr.on("data", (bytes: Buffer) => (output.stderr += bytes.toString()));
    let waiting = interrupt;
    child.stderr.on("data", () => {
      if (!waiting?.test(output.stderr)) return;
      waiting = undefined;
      child.kill("SIGINT");
    });
    child.on("close", (code) => resolve({ code, ...output }));
  });
}

/** An empty folder of its own for a test. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "breakeven-cli-"));
}

/** Every file below a folder with the hash of its content. */
export function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [
        path,
        createHash("sha256")
          .update(readFileSync(join(folder, path)))
          .digest("hex"),
      ]),
  );
}
