import { compile } from "vega-lite";
import { describe, expect, it } from "vitest";
import type { Spec } from "../../../src/report/figures/figure.js";
import { figuresOf } from "../../../src/report/figures/figures-of.js";
import type { Summary } from "../../../src/summary/summary.js";
import hostile from "../../reference/hostile-text.json" with { type: "json" };
import { edgeCases, fixtureDriver } from "../fixtures.js";

const cases = edgeCases();

function specs(summary: Summary): readonly (readonly [string, Spec])[] {
  return figuresOf(summary).flatMap(({ id, wide, narrow }) => [
    [`${id} wide`, wide] as const,
    [`${id} narrow`, narrow] as const,
  ]);
}

/** The usual summary, its output, prices and inputs called by the texts given, in turn. */
function called(texts: readonly string[]): Summary {
  const usual = cases["usual"]!;
  const text = (k: number): string => texts[k % texts.length]!;
  const { breakEven } = usual;
  return {
    ...usual,
    title: text(0),
    outputs: { cost: { ...usual.outputs["cost"]!, label: text(1) } },
    breakEven: breakEven.map((one, k) => ({ ...one, against: text(k) })),
    assumptions: texts.map((label, k) => ({ ...usual.assumptions[0]!, name: `x${k}`, label })),
    sensitivity: {
      cost: texts.map((_, k) =>
        fixtureDriver(
          `x${k}`,
          [9 - k, 30],
          breakEven.map((_, j) => text(j)),
        ),
      ),
    },
  };
}

/** A specification as Vega-Lite takes it, and what the compiler warned of. */
function compiled(spec: Spec): { vega: unknown; warnings: readonly string[] } {
  const warnings: string[] = [];
  const logger = {
    level: () => logger,
    error: (...parts: unknown[]) => (warnings.push(parts.join(" ")), logger),
    warn: (...parts: unknown[]) => (warnings.push(parts.join(" ")), logger),
    info: () => logger,
    debug: () => logger,
  };
  const { spec: vega } = compile(spec as unknown as Parameters<typeof compile>[0], {
    logger: logger as never,
  });
  return { vega, warnings };
}

/** Everything but the inline data. */
function program(spec: unknown): string {
  return JSON.stringify(spec, (key, value: unknown) => (key === "values" ? [] : value));
}

describe("specifications", () => {
  it.each(Object.keys(cases))("compile without a warning: %s", (name) => {
    for (const [variant, spec] of specs(cases[name]!)) {
      expect(compiled(spec).warnings, variant).toEqual([]);
    }
  });

  it("hold no number that JSON cannot", () => {
    for (const summary of Object.values(cases)) {
      for (const [variant, spec] of specs(summary)) {
        expect(JSON.parse(JSON.stringify(spec)), variant).toEqual(spec);
      }
    }
  });

  it("hold what users wrote as data alone, never as a field, an expression or a setting", () => {
    const texts = [...hostile.strings.map(({ text }) => text), "datum.x", "x']||1['y", "{signal}"];
    for (let from = 0; from < texts.length; from += 8) {
      const chunk = texts.slice(from, from + 8).map((text) => `Qzx${text}`);
      for (const [variant, spec] of specs(called(chunk))) {
        const { vega, warnings } = compiled(spec);
        expect(warnings).toEqual([]);
        expect(program(spec), variant).not.toMatch(/qzx/i);
        expect(program(vega), variant).not.toMatch(/qzx/i);
        // This one draws no words of users at all.
        if (!variant.startsWith("11-convergence")) {
          expect(JSON.stringify(vega), variant).toContain("Qzx");
        }
      }
    }
  });

  it("have a logarithmic axis exactly where percentiles span a factor of thirty, and say so", () => {
    for (const [name, summary] of Object.entries(cases)) {
      const outcomes = figuresOf(summary).find(({ id }) => id === "01-outcomes");
      if (!outcomes) continue;
      const { p1, p99 } = Object.values(summary.outputs)[0]!.percentiles;
      const wanted = p1!.value > 0 && p99!.value / p1!.value > 30;
      const text = JSON.stringify(outcomes.wide);
      expect(text.includes('"type":"log"'), name).toBe(wanted);
      expect(text.includes("logarithmic scale"), name).toBe(wanted);
    }
  });

  it("name only the colours that dark pages have counterparts of", async () => {
    const { colours } = await import("../../../src/report/figures/theme.js");
    const palette = new Set<string>(Object.values(colours));
    for (const [variant, spec] of specs(cases["usual"]!)) {
      for (const [hex] of program(spec).matchAll(/#[0-9a-f]{3,8}\b/gi)) {
        expect(palette.has(hex), `${variant} ${hex}`).toBe(true);
      }
    }
  });
});
