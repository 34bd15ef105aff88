/// <reference lib="dom" />
import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { parse } from "vega-parser";
import * as common from "vega-transforms";
import { View } from "vega-view";
import * as layout from "vega-view-transforms";
import type { LiveSpec } from "../../interactive/live-specs.js";
import { readByKeys } from "./read-by-keys.js";
import { readingBox } from "./reading-box.js";

Object.assign(transforms, common, layout, encode);

const refuse = (uri: string): Promise<never> => Promise.reject(new RangeError(uri));
const denied = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/**
 * Puts a live view of the same chart in the place of a drawing. What its marks say is shown where a pointer or the
 * arrow keys are.
 *
 * @throws where Vega cannot draw it; the drawing then stands as it was
 */
export async function liveFigure(still: SVGSVGElement, spec: LiveSpec): Promise<void> {
  const slot = still.parentElement!;
  const box = readingBox(slot);
  const host = document.createElement("div");
  const { logger, errors } = listener();
  const view = new View(parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "svg",
    loader: denied as never,
    logger: logger as never,
    tooltip: (_, event, __, value) => {
      const { clientX, clientY } = event as MouseEvent;
      box.show(typeof value === "string" ? value : "", clientX, clientY);
    },
  });
  await view.initialize(host).runAsync();
  const svg = host.querySelector("svg");
  if (errors.length > 0 || !svg?.querySelector(".role-mark > *")) {
    throw new RangeError(errors.join() || "nothing was drawn");
  }
  describe(svg, still);
  still.replaceWith(svg);
  box.place();
  readByKeys(slot, view, box);
}

/** Vega tells errors to its logger and goes on; nothing of it reaches the console. */
function listener(): { readonly logger: object; readonly errors: readonly unknown[] } {
  const errors: unknown[] = [];
  const ignore = (): object => logger;
  const logger = {
    ...{ level: ignore, warn: ignore, info: ignore, debug: ignore },
    error: (...told: readonly unknown[]): object => {
      errors.push(...told);
      return logger;
    },
  };
  return { logger, errors };
}

/** One image with the name and the description of the drawing; a title element would show as a tooltip. */
function describe(svg: SVGSVGElement, still: SVGSVGElement): void {
  for (const part of svg.querySelectorAll("[role],[aria-roledescription],[aria-hidden]")) {
    for (const name of part.getAttributeNames()) {
      if (name === "role" || name.startsWith("aria-")) part.removeAttribute(name);
    }
  }
  const [name, description] = still.getAttribute("aria-labelledby")!.split(" ");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", document.getElementById(name!)!.textContent);
  svg.setAttribute("aria-describedby", description!);
  // The drawing for the other width goes by what this one holds.
  for (const held of still.querySelectorAll("title, desc")) {
    const kept = document.createElementNS(svg.namespaceURI, "desc");
    kept.id = held.id;
    kept.textContent = held.textContent;
    svg.prepend(kept);
  }
}
