import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { DataText, ReadData } from "../scenario/data-file.js";

const SIZE_MAX = 50_000_000;

/**
 * Reads the data files of a scenario from its own folder, and from nowhere else: a symbolic link that
 * leads out of it is refused too.
 *
 * @param file the scenario's path
 * @param hashes takes the SHA-256 of each file read, by its path as the scenario writes it
 */
export function readBeside(file: string, hashes: Map<string, string>): ReadData {
  return (path) => {
    try {
      return read(dirname(file), path, hashes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT" && code !== "ENOTDIR" && code !== "EISDIR") throw error;
      const message = `there is no file ${join(dirname(file), path)}`;
      return { message, fix: "Check the path; it starts at the scenario's folder" };
    }
  };
}

function read(folder: string, path: string, hashes: Map<string, string>): DataText {
  const real = realpathSync(join(folder, path));
  if (!real.startsWith(`${realpathSync(folder).replace(/[/\\]$/, "")}${sep}`)) {
    const message = `${path} is a link that leads out of the scenario's folder`;
    return { message, fix: "Copy the file into it" };
  }
  if (statSync(real).size > SIZE_MAX) {
    const message = `${path} is larger than ${SIZE_MAX / 1e6} MB`;
    return { message, fix: "Keep the column and a random sample of its rows" };
  }
  const bytes = readFileSync(real);
  hashes.set(path, createHash("sha256").update(bytes).digest("hex"));
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { message: `${path} is not UTF-8 text`, fix: "Save it as CSV in UTF-8" };
  }
}
