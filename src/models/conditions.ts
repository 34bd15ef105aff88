import type { Definition } from "./quantity.js";

/** The inputs that the distribution of an input depends on, each once; none for most. */
export function conditionsOf(definition: Definition): readonly string[] {
  if (definition.kind !== "conditional") return [];
  const { by, members } = definition;
  return [
    ...(by === undefined ? [] : [by]),
    ...members.flatMap(({ given }) => Object.values(given)),
  ];
}

/** Whether a quantity draws a uniform of its own: it varies even where all it depends on is fixed. */
export function isUncertain(definition: Definition): boolean {
  switch (definition.kind) {
    case "constant":
    case "formula":
      return false;
    case "distribution":
      return true;
    case "conditional":
      return definition.members.some(({ spec }) => spec.distribution !== "constant");
  }
}
