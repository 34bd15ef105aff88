import { describe, expect, it } from "vitest";
import type { Figure, Spec } from "../../../src/report/figures/figure.js";
import { figuresOf } from "../../../src/report/figures/figures-of.js";
import { withReadings } from "../../../src/report/interactive/with-readings.js";
import { edgeCases } from "../fixtures.js";

const reading = (row: object): string | undefined => ("a" in row ? `a is ${row.a}` : undefined);
const TOLD = { tooltip: { field: "says", type: "nominal" } };

describe("a specification with readings", () => {
  it("has its rows told and its marks show it, be the rows theirs or those of the layer above", () => {
    const spec = {
      layer: [
        { data: { values: [{ a: 1 }] }, mark: { type: "bar" }, encoding: { x: { field: "a" } } },
        { data: { values: [{ a: 2 }] }, layer: [{ mark: { type: "point" }, encoding: {} }] },
        { data: { values: [{ b: 3 }] }, mark: { type: "rule" }, encoding: {} },
      ],
    };
    expect(withReadings(spec, reading)).toEqual({
      layer: [
        {
          data: { values: [{ a: 1, says: "a is 1" }] },
          mark: { type: "bar" },
          encoding: { x: { field: "a" }, ...TOLD },
        },
        {
          data: { values: [{ a: 2, says: "a is 2" }] },
          layer: [{ mark: { type: "point" }, encoding: TOLD }],
        },
        { data: { values: [{ b: 3 }] }, mark: { type: "rule" }, encoding: {} },
      ],
    });
  });

  it("has a line read at those of its points that say something", () => {
    const values = [{ a: 1 }, { b: 2 }, { a: 3 }];
    const spec = { layer: [{ data: { values }, mark: { type: "line", color: "#000000" } }] };
    const { layer } = withReadings(spec, reading) as { layer: readonly Spec[] };
    expect(layer[0]).toEqual(spec.layer[0]);
    expect(layer[1]).toMatchObject({
      data: {
        values: [
          { a: 1, says: "a is 1" },
          { a: 3, says: "a is 3" },
        ],
      },
      mark: { type: "point", opacity: 0, color: "#000000" },
    });
  });
});

/** Everything that a figure says of its rows, one after the other. */
function readingsOf(figure: Figure): readonly string[] {
  const rows = (spec: Spec): readonly object[] => [
    ...((spec["data"] as { values?: readonly object[] } | undefined)?.values ?? []),
    ...((spec["layer"] as readonly Spec[] | undefined) ?? []).flatMap(rows),
  ];
  return [figure.wide, figure.narrow].flatMap(rows).flatMap((row) => figure.reading!(row) ?? []);
}

describe("the figures of a report", () => {
  it.each(Object.entries(edgeCases()))("say what their marks are: %s", (_, summary) => {
    for (const figure of figuresOf(summary)) {
      const readings = readingsOf(figure);
      expect(readings.length, figure.id).toBeGreaterThan(0);
      for (const text of readings) expect(text).not.toMatch(/NaN|Infinity|null|\[object|undefined/);
    }
  });

  it("say the numbers of their tables", () => {
    const [outcomes, curve] = figuresOf(edgeCases()["usual"]!);
    expect(readingsOf(outcomes!)[0]).toMatch(
      /^\$[\d.,]+\/Mtoken: (covered|loses money) at \$15\/Mtoken$/,
    );
    expect(readingsOf(curve!)).toContainEqual(
      expect.stringMatching(/^\d+% of futures at or below \$15\/Mtoken \(/),
    );
  });
});
