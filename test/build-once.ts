import { execFileSync } from "node:child_process";

/** Worker threads and the command are tested on the built output, so a test run starts by building it. */
export default function buildOnce(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
