import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
} from "yaml";

/** Where in a document something stands: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** A line and a column of a file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A parsed YAML file that can say where each part of it stands. */
export interface YamlSource {
  readonly file: string;
  readonly data: unknown;
  /**
   * The place of the value at `path`, or of the deepest part of it that exists.
   * @param offset characters into a text value
   */
  readonly at: (path: Path, offset?: number) => Place;
  /** The place of the last key of `path`. */
  readonly atKey: (path: Path) => Place;
  /** A number as written, so that an integer too long for a double keeps its digits. */
  readonly textOf: (path: Path) => string | undefined;
}

/** Joins a parsed document and the line breaks of its text. */
export function yamlSource(file: string, document: Document, lines: LineCounter): YamlSource {
  const place = (node: unknown, offset: number): Place => {
    const start = (node as Node | null | undefined)?.range?.[0] ?? 0;
    const { line, col } = lines.linePos(start + offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return {
    file,
    data: document.toJS(),
    at: (path, offset) => {
      const { value } = deepest(document, path);
      const quote = isScalar(value) && value.type?.startsWith("QUOTE") ? 1 : 0;
      return place(value, offset === undefined ? 0 : offset + quote);
    },
    atKey: (path) => {
      const { pair, value } = deepest(document, path);
      return place(pair ? pair.key : value, 0);
    },
    textOf: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

function deepest(document: Document, path: Path): { pair: Pair | undefined; value: unknown } {
  let value: unknown = document.contents;
  let pair: Pair | undefined;
  for (const step of path) {
    if (isMap(value)) {
      const found = value.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!found) break;
      pair = found;
      value = found.value;
    } else if (isSeq(value) && value.items[Number(step)] !== undefined) {
      pair = undefined;
      value = value.items[Number(step)];
    } else break;
  }
  return { pair, value };
}
