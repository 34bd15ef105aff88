import { calculate } from "./calculate.js";
import type { ReadWorkbook } from "./read-workbook.js";

/** What every formula of a workbook comes to, by `Sheet!A1`; cells in `changed` hold other numbers. */
export function recalculate(
  workbook: ReadWorkbook,
  changed: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const done = new Map(changed);
  const valueOf = (sheet: string, address: string): number => {
    const key = `${sheet}!${address}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    const cell = workbook.get(sheet)?.get(address);
    if (cell === undefined || "text" in cell) throw new RangeError(`${key} is no number`);
    const value = "number" in cell ? cell.number : calculate(cell.formula, readerOn(sheet));
    done.set(key, value);
    return value;
  };
  const readerOn =
    (sheet: string) =>
    (reference: string): number => {
      const [other, address] = reference.split("!");
      return address === undefined ? valueOf(sheet, other!) : valueOf(other!, address);
    };
  const formulas = [...workbook].flatMap(([sheet, cells]) =>
    [...cells].flatMap(([address, cell]) => ("formula" in cell ? [[sheet, address] as const] : [])),
  );
  return new Map(
    formulas.map(([sheet, address]) => [`${sheet}!${address}`, valueOf(sheet, address)]),
  );
}
