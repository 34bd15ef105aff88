import * as z from "zod";

const QUANTITY_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
const INPUT_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}(\.[A-Za-z0-9_-]{1,64}){0,2}$/;

/** The name of a quantity. */
export const quantityName = z
  .string()
  .regex(QUANTITY_NAME, "a name is a letter, then letters, digits and _ (64 at most)\nRename it");

/** The name of an input, or of an uncertain parameter: `server_price.p5`. */
export const inputName = z
  .string()
  .regex(INPUT_NAME, "a name is a letter, then letters, digits and _ (64 at most)\nRename it");
