/** A formula that gives so many times what another gives. */
export function timesFormula(factor: number, formula: string): string {
  return `${factor} * (${formula})`;
}
