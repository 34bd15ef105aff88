import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Changes, NO_CHANGES, withMove, withPrice } from "../../src/live/changes.js";
import { permalink, readPermalink } from "../../src/live/permalink.js";
import hostile from "../reference/hostile-text.json" with { type: "json" };
import { EVERYTHING, liveOf } from "./fixtures.js";

const { record } = await liveOf(EVERYTHING);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0));
const move = fc.record({ median: fc.option(number, { nil: undefined }), spread: number });

describe("the address of a view", () => {
  it("reads as it was written", () => {
    const moves = fc.dictionary(fc.constantFrom(...record.inputs), move);
    fc.assert(
      fc.property(fc.option(number, { nil: undefined }), moves, (price, inputs) => {
        const changes = Object.entries(inputs).reduce(
          (sum: Changes, [name, one]) => withMove(sum, name, one),
          withPrice(NO_CHANGES, price),
        );
        expect(readPermalink(permalink(changes), record)).toEqual(changes);
      }),
    );
  });

  it("is short, and nothing where nothing is moved", () => {
    expect(permalink(NO_CHANGES)).toBe("");
    expect(permalink({ price: 18, inputs: { rent: { median: 2.5, spread: 1.5 } } })).toBe(
      "#v=@18;rent:2.5,1.5",
    );
    expect(permalink({ inputs: { rent: { spread: 2 } } })).toBe("#v=rent:,2");
  });

  it("names nothing that cannot be moved, and no number that is none", () => {
    const none = [
      ...["", "#", "#v=", "#other", "#v=batch:3", "#v=regime:1", "#v=__proto__:1", "#v=toString:1"],
      ...["#v=rent:NaN", "#v=rent:1e999", "#v=rent:0x10", "#v=@", "#v=@1e999", "#v=@1 2"],
      ...hostile.strings.flatMap(({ text }) => [`#v=${text}`, `#v=rent:${text}`, `#v=@${text}`]),
    ];
    for (const fragment of none.filter((text) => !/^#v=(rent:|@)-?[0-9.]+$/.test(text))) {
      expect(readPermalink(fragment, record), fragment).toEqual(NO_CHANGES);
    }
  });
});
