import {
  type Document,
  isAlias,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import { InvalidScenario, type Problem } from "./problem.js";
import { type YamlSource, yamlSource } from "./yaml-source.js";

const LENGTH_MAX = 4_000_000;
const DEPTH_MAX = 32;

const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;
const PLAIN_DECIMAL = /^[-+]?(0|[1-9][0-9]*)?(\.[0-9]+)?([eE][-+]?[0-9]+)?$/;

/**
 * Reads strict YAML 1.2 (core schema): one document, no tags, no anchors, plain decimal numbers.
 *
 * @param file name to show in messages
 * @throws {InvalidScenario} with every fault of the text found
 */
export function readYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const report = (offset: number, message: string, fix: string): void => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file, line: Math.max(line, 1), column: Math.max(col, 1), message, fix });
  };
  const document = parse(text, lines, report);
  if (document && problems.length === 0) {
    if (isScalar(document.contents) ? document.contents.value === null : !document.contents) {
      report(0, "the scenario is empty", "Start from `breakeven init <name>`");
    } else checkNodes(document, report);
  }
  if (!document || problems.length > 0) throw new InvalidScenario(problems);
  return yamlSource(file, document, lines);
}

type Report = (offset: number, message: string, fix: string) => void;

function parse(text: string, lines: LineCounter, report: Report): Document | undefined {
  const control = CONTROL_CHARACTER.exec(text);
  if (text.length > LENGTH_MAX) {
    report(0, `the file is longer than ${LENGTH_MAX} characters`, "Split it");
    return undefined;
  }
  if (control) {
    lines.addNewLine(0);
    for (let i = text.indexOf("\n"); i >= 0 && i < control.index; i = text.indexOf("\n", i + 1)) {
      lines.addNewLine(i + 1);
    }
    const code = control[0].charCodeAt(0).toString(16).padStart(4, "0").toUpperCase();
    report(control.index, `control character U+${code} is not allowed`, "Remove it");
    return undefined;
  }
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
    });
    for (const { pos, message, code } of [...document.errors, ...document.warnings]) {
      if (/call stack/i.test(message)) reportTooDeep(report, pos[0]);
      else report(pos[0], sentenceOf(message), yamlFix(code));
    }
    return document;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    reportTooDeep(report, 0);
    return undefined;
  }
}

function checkNodes(document: Document, report: Report): void {
  visit(document, {
    Node: (_, node, path) => {
      const offset = node.range?.[0] ?? 0;
      if (path.length > 2 * DEPTH_MAX) {
        reportTooDeep(report, offset);
        return visit.BREAK;
      }
      if (isAlias(node) || node.anchor) {
        report(offset, "anchors and aliases are not allowed", "Write the value out");
        return visit.BREAK;
      }
      if (node.tag && !node.tag.startsWith("tag:yaml.org,2002:")) {
        report(offset, `the tag ${node.tag} is not allowed`, "Remove the tag");
      }
      if (isScalar(node) && typeof node.value === "number") checkNumber(node, offset, report);
      return undefined;
    },
    Map: (_, { items }) => {
      const met = new Set<unknown>();
      for (const { key } of items) {
        const value = isScalar(key) ? key.value : key;
        const offset = (key as Scalar | null)?.range?.[0] ?? 0;
        if (met.has(value)) report(offset, "map keys must be unique", "Keep one of the two");
        met.add(value);
      }
    },
    Pair: (_, { key }) => {
      const offset = (key as Scalar | null)?.range?.[0] ?? 0;
      if (!isScalar(key) || typeof key.value !== "string" || key.value === "") {
        report(offset, "a key must be a text of one or more characters", "Quote or name it");
      } else if (key.value === "__proto__") {
        report(offset, "__proto__ is not a name", "Rename it");
      }
    },
  });
}

function reportTooDeep(report: Report, offset: number): void {
  report(offset, `nested deeper than ${DEPTH_MAX} levels`, "Flatten it");
}

function checkNumber(node: Scalar, offset: number, report: Report): void {
  const source = node.source ?? String(node.value);
  const value = node.value as number;
  if (!PLAIN_DECIMAL.test(source)) {
    report(offset, `${source} is not a plain decimal number`, "Write it like 10, 0.5 or 1e6");
  } else if (!Number.isFinite(value)) {
    report(offset, `${source} is too large for a number`, "The largest is 1.8e308");
  } else if (value === 0 && /[1-9]/.test(source.split(/e/i)[0]!)) {
    report(offset, `${source} is too small for a number and would become 0`, "Write 0 or 1e-300");
  }
}

function sentenceOf(message: string): string {
  return message
    .split("\n")[0]!
    .replace(/[.:]$/, "")
    .replace(/^./, (c) => c.toLowerCase());
}

function yamlFix(code: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "Use spaces";
    case "MULTIPLE_DOCS":
      return "Keep one scenario a file";
    case "TAG_RESOLVE_FAILED":
      return "Remove the tag";
    default:
      return "Check the indentation and quotes; put text with a colon in quotes";
  }
}
