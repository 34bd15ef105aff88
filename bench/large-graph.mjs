// A scenario of many inputs and formulas, the same for the same numbers: for benchmarks and tests of size.

const DISTRIBUTIONS = [
  "{ distribution: uniform, min: 1, max: 2 }",
  "{ distribution: lognormal, p5: 1, p95: 3 }",
  "{ distribution: triangular, min: 1, mode: 2, max: 4 }",
  "{ distribution: normal, mean: 5, sd: 0.5 }",
  "{ distribution: pert, min: 1, mode: 2, max: 4 }",
];

/** Formulas whose values stay of ordinary size however deep the graph. */
const FORMS = [
  (a, b) => `(${a} + ${b}) / 2`,
  (a, b, c) => `${a} * ${b} / (1 + abs(${b} * ${c}))`,
  (a, b, c) => `max(${a}, ${b}) - 0.1 * min(${b}, ${c})`,
  (a, b, c) => `if(${a} > ${b}, ${c}, ${a}) / (1 + abs(${b}))`,
  (a, b, c) => `sqrt(abs(${a})) + ${b} / (2 + abs(${c}))`,
  (a, b) => `log(1 + abs(${a})) * ${b} / (1 + abs(${b}))`,
  (a, b, c) => `(1 + abs(${a})) ^ 0.3 + ${c} * 0.5`,
  (a, b, c) => `exp(-abs(${a})) * ${b} - ${c} / 3`,
];

/**
 * The text of a scenario whose formulas read inputs and earlier formulas, near ones more often.
 *
 * @param {{ inputs: number, formulas: number }} size
 * @returns {string} YAML whose outputs are the last hundred formulas
 */
export function largeGraph({ inputs, formulas }) {
  const next = uniforms(20260601);
  const names = Array.from({ length: inputs }, (_, k) => `x${k}`);
  const pick = () => {
    const among = next() < 0.5 ? names.length : Math.min(names.length, 50);
    return names[names.length - 1 - Math.floor(next() * among)];
  };
  const stated = names.map((name, k) => `  ${name}: ${DISTRIBUTIONS[k % DISTRIBUTIONS.length]}`);
  const lines = Array.from({ length: formulas }, (_, k) => {
    const form = FORMS[Math.floor(next() * FORMS.length)];
    const line = `  f${k}: ${form(pick(), pick(), pick())}`;
    names.push(`f${k}`);
    return line;
  });
  const outputs = names.slice(-Math.min(100, formulas));
  return [
    "name: large",
    "inputs:",
    ...stated,
    "formulas:",
    ...lines,
    `outputs: [${outputs}]`,
    "",
  ].join("\n");
}

/** Numerical Recipes' linear congruential generator: enough to shuffle names. */
function uniforms(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
