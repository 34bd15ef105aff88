import type { z } from "zod";
import type { Path } from "./yaml-source.js";
import { didYouMean } from "./closed.js";

type Issue = z.core.$ZodIssue;

/** What a shape check found: where, what, how to mend it. `onKey` points at a key, not its value. */
export interface Finding {
  readonly path: Path;
  readonly onKey: boolean;
  readonly message: string;
  readonly fix: string;
}

/**
 * Says in plain words what a failed shape check means. A union is explained by the alternative that
 * the author evidently meant.
 */
export function explainIssue(issue: Issue, data: unknown, base: Path = []): readonly Finding[] {
  const path = [...base, ...(issue.path as Path)];
  const given = valueAt(data, path);
  const finding = (message: string, fix: string, onKey = false): Finding[] => [
    { path, onKey, message, fix },
  ];
  const name = nameOf(path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const fixes = issue.message.split("\n");
      return issue.keys.map((key, k) => ({
        path: [...path, key],
        onKey: true,
        message: `unknown key ${printable(key)}`,
        fix: fixes[k] ?? "Remove it",
      }));
    }
    case "invalid_key": {
      const [message, fix] = (issue.issues[0]?.message ?? "").split("\n");
      return finding(`${printable(name)}: ${message ?? ""}`, fix ?? "Rename it", true);
    }
    case "invalid_union":
      return explainUnion(issue, data, path, given);
    case "invalid_type":
      if (given === undefined)
        return finding(`${name} is missing`, `Add ${name}: ${anExample(issue.expected)}`);
      return finding(
        `${name} must be ${aKind(issue.expected)}; got ${aValue(given)}`,
        typeMend(issue.expected, given),
      );
    case "too_small":
      return finding(
        `${name} must be ${issue.inclusive ? "at least" : "above"} ${issue.minimum}${sizeOf(issue.origin)}; got ${aValue(given)}`,
        "Change it",
      );
    case "too_big":
      return finding(
        `${name} must be ${issue.inclusive ? "at most" : "below"} ${issue.maximum}${sizeOf(issue.origin)}; got ${aValue(given)}`,
        "Change it",
      );
    default: {
      const [message, fix] = issue.message.split("\n");
      return finding(`${name}: ${message}; got ${aValue(given)}`, fix ?? "Change it");
    }
  }
}

function explainUnion(
  issue: Issue & { code: "invalid_union" },
  data: unknown,
  path: Path,
  given: unknown,
): readonly Finding[] {
  const name = nameOf(path);
  if (issue.inclusive !== false && issue.discriminator === "distribution") {
    const options = (issue.options ?? []).flatMap((option) =>
      option === undefined ? [] : [String(option)],
    );
    const fix = didYouMean(String(given), options) ?? `Known distributions: ${options.join(", ")}`;
    return [{ path, onKey: false, message: `unknown distribution ${aValue(given)}`, fix }];
  }
  const meant = issue.errors.filter(
    (issues) => !issues.some(({ code, path: at }) => code === "invalid_type" && at.length === 0),
  );
  const best = meant.toSorted((a, b) => a.length - b.length)[0];
  if (best) return best.flatMap((inner) => explainIssue(inner, data, path));
  const kinds = issue.errors.flatMap((issues) =>
    issues.map((inner) => (inner.code === "invalid_type" ? aKind(inner.expected) : "a mapping")),
  );
  return [
    {
      path,
      onKey: false,
      message: `${name} must be ${[...new Set(kinds)].join(" or ")}; got ${aValue(given)}`,
      fix: typeMend("", given),
    },
  ];
}

/** The last step of a path in words: its key, or its place in a list. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the scenario";
  return typeof last === "number" ? `entry ${last + 1} of ${String(path.at(-2))}` : last;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function aKind(expected: string): string {
  switch (expected) {
    case "object":
    case "record":
      return "a mapping";
    case "array":
    case "tuple":
      return "a list";
    case "int":
      return "a whole number";
    case "string":
      return "text";
    case "number":
      return "a number";
    default:
      return expected;
  }
}

function anExample(expected: string): string {
  return expected === "string" ? "text" : expected === "number" ? "0" : "...";
}

function typeMend(expected: string, given: unknown): string {
  if (given === null) return "Give it a value, or remove the key";
  if (typeof given === "string" && expected === "number")
    return "Write a plain number without quotes or commas";
  if (typeof given === "string") return "Did you forget a space after a colon?";
  if (typeof given === "object" && expected === "number") return "Write a plain number";
  if (expected === "string") return "Put it in quotes";
  return "Change it";
}

function sizeOf(origin: string): string {
  return origin === "string" ? " characters long" : origin === "array" ? " entries long" : "";
}

/** A value of a file as a message may show it: short, on one line, control characters escaped. */
export function aValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "a mapping";
  return printable(typeof value === "string" ? JSON.stringify(value) : String(value));
}

/** Text with everything but printable characters shown as escapes, cut after 60. */
export function printable(value: string): string {
  const cut = value.length > 60 ? `${value.slice(0, 57)}...` : value;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
