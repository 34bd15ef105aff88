// What is aimed at, and what was found.
import { digits, markdown } from "./markdown.mjs";

/** Every target that could be measured, with what was found. */
export function targetsTable({ peers, needs, pairs, long, whole }) {
  const of = (name) => peers.find((peer) => peer.name.startsWith(name));
  const ours = peers.find(({ name }) => name === "Breakeven, later runs");
  const times = (value) => `${digits(value, 2)} times`;
  const ratio = (name) => of(name) && of(name).cpu / ours.cpu;
  const [one, two] = pairs;
  const [long1, long2] = long;
  const rows = [
    faster("as fast as NumPy", 8, ratio("NumPy"), times),
    faster("as fast as C++ with tables", 1, ratio("C++"), times),
    faster("as fast as Squiggle", 100, ratio("Squiggle"), times),
    faster("two threads against one by the clock, draws alone", 1.8, one.drawn / two.drawn, times),
    faster("the same with percentiles, on one thread", 1.8, one.wall / two.wall, times),
    faster("the whole command, 10^8 draws tallied", 1.8, long1.wall / long2.wall, times),
    ...needs
      .filter(({ by }) => by === "sobol")
      .map(({ answer, ratio }) => faster(`${answer} to 0.1% against NumPy`, 100, ratio, times)),
    memory(long),
    below("benchmark model, 131,072 draws, numbers only", 0.25, whole),
    below("benchmark model, 131,072 draws, with the report", 1, whole),
  ];
  return markdown(["what", "target", "found", "met"], rows.filter(Boolean));
}

function faster(what, target, found, show) {
  if (found === undefined) return undefined;
  return [what, `at least ${show(target)}`, show(found), found >= target ? "yes" : "no"];
}

function below(command, target, whole) {
  const { wall } = whole.find(({ name }) => name === command);
  return [command, `below ${target} s`, `${wall.toFixed(2)} s`, wall < target ? "yes" : "no"];
}

function memory(long) {
  const { draws, megabytes } = long.at(-1);
  const found = `${megabytes.toFixed(0)} MB`;
  const what = `peak memory, ${draws.toLocaleString("en-US")} draws`;
  return [what, "below 300 MB", found, megabytes < 300 ? "yes" : "no"];
}
