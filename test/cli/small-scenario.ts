/** A scenario that runs in no time and has a little of everything. */
export const SMALL = `name: small
title: A small scenario
inputs:
  rent: { distribution: lognormal, p5: 1.5, p95: 4, unit: USD/GPU/h, source: A price list, grade: B }
  speed: "200 to 900 token/s/GPU"
formulas:
  cost: { formula: rent / speed, unit: USD/Mtoken, label: Cost per million tokens }
outputs: [cost]
prices:
  Ours: { price: 1.5, unit: USD/Mtoken, source: Price list }
run: { draws: 20000, seed: 3, method: lhs }
`;
