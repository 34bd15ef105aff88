// Preloaded into a command: writes what it used when it ends, to the file named by BREAKEVEN_USAGE.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const used = { cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
    writeFileSync(process.env.BREAKEVEN_USAGE, JSON.stringify(used));
  });
}
