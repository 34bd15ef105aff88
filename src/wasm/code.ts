/** Instructions in order, nested as they were put together. */
export type Code = number | Vector | Loop | readonly Code[];

/** Puts a vector on the stack that is always the same. */
export interface Vector {
  readonly vector: readonly number[];
}

/** Instructions that are run again and again. */
export interface Loop {
  readonly loop: Code;
}

/**
 * The bytes of instructions, flat.
 *
 * @param vectorOf instructions for a vector that is always the same
 */
export function bytesOf(
  code: Code,
  vectorOf: (vector: Vector, isRepeated: boolean) => Code = inPlace,
): number[] {
  const bytes: number[] = [];
  const visit = (part: Code, isRepeated: boolean): void => {
    if (typeof part === "number") bytes.push(part);
    else if (isList(part)) for (const inner of part) visit(inner, isRepeated);
    else if ("loop" in part) visit(part.loop, true);
    else visit(vectorOf(part, isRepeated), isRepeated);
  };
  visit(code, false);
  return bytes;
}

/** `Array.isArray`, whose type knows no arrays that are read only. */
const isList: (code: object) => code is readonly Code[] = Array.isArray;

/** The vector itself. */
export function inPlace({ vector }: Vector): Code {
  return [0xfd, 0x0c, vector];
}

/** A whole number from 0 as LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

/** A signed 32-bit number as LEB128. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  while (rest < -0x40 || rest >= 0x40) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  return [...bytes, rest & 0x7f];
}

const scratch = new DataView(new ArrayBuffer(8));

/** The eight bytes of a double, least first. */
export function doubleBytes(value: number): number[] {
  scratch.setFloat64(0, value, true);
  return [0, 1, 2, 3, 4, 5, 6, 7].map((k) => scratch.getUint8(k));
}

/** The eight bytes of a 64-bit number, least first. */
export function longBytes(value: bigint): number[] {
  return Array.from({ length: 8 }, (_, k) => Number((value >> BigInt(8 * k)) & 0xffn));
}
