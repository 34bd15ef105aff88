import { isFunctionName } from "../formula/functions.js";
import type { Nature, Quantity } from "../models/quantity.js";
import { sameDimension } from "../units/algebra.js";
import type { Unit } from "../units/unit.js";
import { UnitError } from "../units/unit-error.js";
import type { Context } from "./context.js";
import { printable } from "./explain-issue.js";
import { evidenceOf, type StatedEvidence } from "./evidence.js";
import type { Path } from "./yaml-source.js";

const QUANTITY_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** Reports a name that a quantity may not have. */
export function checkQuantityName(context: Context, path: Path, name: string): boolean {
  const report = (message: string): false => {
    context.report(path, message, "Rename it", { onKey: true });
    return false;
  };
  const shown = printable(name);
  if (!QUANTITY_NAME.test(name)) {
    return report(`${shown} is not a name: a letter, then letters, digits and _ (64 at most)`);
  }
  if (name in Object.prototype || name === "prototype")
    return report(`${shown} is a reserved name`);
  if (/^(pi|e|nan|infinity|inf|true|false)$/i.test(name))
    return report(`${shown} is a constant's name`);
  if (isFunctionName(name)) return report(`${shown} is a function of the formula language`);
  if (context.units.find(name)) return report(`${shown} is a unit`);
  return true;
}

/** Parses a unit, reporting what is wrong with it. */
export function parseUnit(context: Context, path: Path, text: string): Unit | undefined {
  try {
    return context.units.parse(text);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    context.report(path, error.message, error.fix, { offset: error.span.start });
    return undefined;
  }
}

/**
 * The unit of a quantity: its own, else the model's, else a pure number. One that overrides a
 * quantity of the model must measure the same thing.
 */
export function resolveUnit(
  context: Context,
  path: Path,
  text: string | undefined,
  known: Quantity | undefined,
): string | undefined {
  if (text === undefined) return known?.unit ?? "1";
  const unit = parseUnit(context, path, text);
  if (!unit) return undefined;
  if (known && !sameDimension(unit.dimension, context.units.parse(known.unit).dimension)) {
    context.report(
      path,
      `${known.name} is measured in ${known.unit}; ${text} does not fit`,
      `Use ${known.unit} or a unit of the same kind`,
    );
    return undefined;
  }
  return text;
}

interface Described extends StatedEvidence {
  readonly label?: string | undefined;
  readonly meaning?: string | undefined;
  readonly nature?: Nature | undefined;
}

/** Name, label and evidence of a quantity; a new value leaves the model's source behind. */
export function describeQuantity(
  name: string,
  own: Described,
  known: Quantity | undefined,
): Omit<Quantity, "definition" | "unit"> {
  const meaning = own.meaning ?? known?.meaning;
  const nature = own.nature ?? known?.nature;
  return {
    name,
    label:
      own.label ?? known?.label ?? name.replaceAll("_", " ").replace(/^./, (c) => c.toUpperCase()),
    ...(meaning === undefined ? {} : { meaning }),
    ...evidenceOf(own),
    ...(nature === undefined ? {} : { nature }),
  };
}
