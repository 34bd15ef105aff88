import { aValue } from "./explain-issue.js";

/** The text of a file beside a scenario, or why it cannot be had and how to mend that. */
export type DataText =
  { readonly text: string } | { readonly message: string; readonly fix: string };

/**
 * Fetches a data file by its path as the scenario writes it: relative to the scenario's folder,
 * never leading out of it. The core itself opens no file; whoever reads the scenario hands this in.
 */
export type ReadData = (path: string) => DataText;

/** For a scenario that comes without files beside it. */
export const noData: ReadData = () => ({
  message: "no files come with this scenario",
  fix: "Give the values in a list: data: [...]",
});

/** Fetches a data file, unless its path leads out of the scenario's folder. */
export function fetchData(path: string, readData: ReadData): DataText {
  const shown = aValue(path);
  const fix = "Put the file in the scenario's folder and write its name, such as data/measured.csv";
  if (/^[/~]|^[A-Za-z]:|^[A-Za-z][A-Za-z0-9+.-]+:/.test(path)) {
    return { message: `${shown} is not a path relative to the scenario`, fix };
  }
  if (path.includes("\\")) return { message: `${shown} has a backslash`, fix: "Write / instead" };
  if (path.split("/").some((part) => part === ".." || part.trim() === "")) {
    return { message: `${shown} leads out of the scenario's folder, or to no file`, fix };
  }
  return readData(path);
}
