/** What of an SVG drawing is kept: shapes, and how they are painted. Nothing that refers, runs or styles. */
const ELEMENTS = new Set([
  ...["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"],
]);
/** Elements that say something of the drawing; they and their text are left out. */
const DESCRIPTIONS = new Set(["title", "desc"]);
const ATTRIBUTES = new Set([
  ...["d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"],
  ...["points", "viewBox", "preserveAspectRatio", "transform", "opacity", "color"],
  ...["fill", "fill-rule", "fill-opacity", "clip-rule", "stroke", "stroke-width"],
  ...["stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray"],
  ...["stroke-dashoffset", "stroke-opacity", "vector-effect"],
]);
/** What editors add and a drawing does without; left out. */
const DROPPED = new Set(["id", "version", "xmlns", "xml:space"]);

const LENGTH_MAX = 32_768;
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
/** Numbers, words, colours and calls such as `rotate(3)`; no quotes, slashes, entities or escapes. */
const VALUE = /^[\w\s.,+#%()-]*$/;
const SKIPPED = /<!--[^]*?-->|<\?xml[^>]*\?>|\s+/y;

/** A drawing made safe, or what is wrong with it and where: an offset into its text. */
export type Logo =
  | { readonly svg: string }
  | { readonly offset: number; readonly message: string; readonly fix: string };

/**
 * Reads an SVG drawing and writes it anew from what is known to be harmless: shapes and paint. Text
 * that holds anything else is refused, not mended, so that what is shown is what was drawn.
 */
export function svgLogo(text: string): Logo {
  if (text.length > LENGTH_MAX) {
    const fix = "Draw it with fewer points, or round its coordinates";
    return { offset: 0, message: `it is longer than ${LENGTH_MAX} characters`, fix };
  }
  const open: string[] = [];
  const parts: string[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    TAG.lastIndex = at;
    const [tag, end, name, attributes, empty] = TAG.exec(text) ?? [];
    if (tag === undefined) return unreadable(at, text);
    const wrong = misplaced(name!, end === "/", open, parts.length);
    if (wrong) return { offset: at, ...wrong };
    if (end === "/") parts.push(`</${open.pop()!}>`);
    else if (DESCRIPTIONS.has(name!)) {
      const closing = empty === "/" ? at + tag.length : text.indexOf(`</${name!}>`, at);
      if (closing < 0) return unreadable(at, text);
      at = empty === "/" ? closing : closing + name!.length + 3;
      at = skip(text, at);
      continue;
    } else {
      const kept = attributesOf(name!, attributes!, at + 1 + name!.length);
      if (typeof kept !== "string") return kept;
      parts.push(`<${name!}${kept}>`);
      if (empty === "/") parts.push(`</${name!}>`);
      else open.push(name!);
    }
    at = skip(text, at + tag.length);
  }
  return finished(parts, open, text.length);
}

type Wrong = Omit<Exclude<Logo, { svg: string }>, "offset">;

function misplaced(
  name: string,
  ends: boolean,
  open: readonly string[],
  written: number,
): Wrong | undefined {
  if (ends) {
    if (open.at(-1) === name) return undefined;
    return { message: `</${name}> ends nothing that is open`, fix: "Close elements in order" };
  }
  if (written > 0 && open.length === 0) {
    return { message: "more stands behind </svg>", fix: "Keep one svg element" };
  }
  if (written === 0 && name !== "svg") {
    return { message: `it starts with ${name}`, fix: "Start with <svg viewBox=...>" };
  }
  if (DESCRIPTIONS.has(name) && open.length > 0) return undefined;
  if (ELEMENTS.has(name) && (name !== "svg" || open.length === 0)) return undefined;
  const fix = `Export it as plain shapes, text as outlines; taken are ${[...ELEMENTS].join(", ")}`;
  return { message: `the element ${name} is not taken`, fix };
}

/** The attributes that are kept, written anew. */
function attributesOf(element: string, text: string, start: number): string | Logo {
  const kept: string[] = [];
  for (const match of text.matchAll(ATTRIBUTE)) {
    const [, name, double, single] = match;
    const value = double ?? single ?? "";
    const offset = start + match.index;
    if (DROPPED.has(name!)) continue;
    if (!ATTRIBUTES.has(name!)) {
      const fix =
        "Export it with presentation attributes alone: no styles, classes, links or events";
      return { offset, message: `the attribute ${name} is not taken`, fix };
    }
    if (!VALUE.test(value) || /url\s*\(/i.test(value)) {
      const fix = "Use plain numbers and colours; gradients, patterns and links are not taken";
      return { offset, message: `the value of ${name} is not taken`, fix };
    }
    // Its size is the page's affair; its proportions follow from viewBox.
    if (element === "svg" && (name === "width" || name === "height")) continue;
    kept.push(` ${name}="${value.trim().replace(/\s+/g, " ")}"`);
  }
  if (element === "svg" && !kept.some((one) => one.startsWith(" viewBox="))) {
    const fix = 'Write viewBox="0 0 width height"';
    return { offset: start, message: "it has no viewBox", fix };
  }
  return kept.join("");
}

function finished(parts: readonly string[], open: readonly string[], length: number): Logo {
  if (parts.length === 0) {
    return { offset: 0, message: "it is empty", fix: "Start with <svg viewBox=...>" };
  }
  if (open.length > 0) {
    return { offset: length, message: `${open.at(-1)!} is not closed`, fix: "Close every element" };
  }
  return { svg: parts.join("") };
}

function unreadable(offset: number, text: string): Logo {
  const shown = JSON.stringify(text.slice(offset, offset + 20));
  const fix = "Keep elements with quoted attributes; no text, no DOCTYPE, no CDATA";
  return { offset, message: `${shown} cannot be read`, fix };
}

/** Past white space, comments and an XML declaration. */
function skip(text: string, from: number): number {
  let at = from;
  for (;;) {
    SKIPPED.lastIndex = at;
    const found = SKIPPED.exec(text);
    if (!found) return at;
    at += found[0].length;
  }
}
