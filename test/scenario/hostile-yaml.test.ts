import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { InvalidScenario } from "../../src/scenario/problem.js";

const sound = "name: a\ninputs: { x: 1 }\noutputs: [x]\n";

/** Malformed and malicious YAML, each with what the first message has to say. */
const HOSTILE: readonly [what: string, text: string, says: RegExp][] = [
  ["a tab for indentation", "name: a\ninputs:\n\tx: 1\n", /:3:1: .*spaces/i],
  ["a NUL byte", "name: a\u0000\n", /:1:8: control character U\+0000/],
  ["an escape sequence", "name: a\nnotes: \u001b[2J\n", /:2:8: control character U\+001B/],
  ["an escaped NUL in the name", 'name: "a\\0b"\noutputs: [x]\n', /:1:7: name/],
  ["an inconsistent dedent", "name: a\ninputs:\n    x: 1\n  y: 2\n", /:4:/],
  ["a list inside a map", "name: a\ninputs:\n  x: 1\n  - y\n", /:4:/],
  ["nothing", "", /the scenario is empty/],
  ["a comment only", "# nothing\n", /the scenario is empty/],
  ["a document marker only", "---\n", /the scenario is empty/],
  ["two documents", `${sound}---\n${sound}`, /one scenario a file/],
  ["a list at the top", "- a\n- b\n", /must be a mapping; got a list/],
  ["text at the top", "just text\n", /must be a mapping; got "just text"/],
  ["a function tag", "name: !!js/function 'function () {}'\n", /tag/i],
  ["a Python tag", "name: !!python/object/apply:os.system [id]\n", /tag/i],
  ["a null key", "name: a\n~: 1\n", /key/],
  ["an empty key", 'name: a\n"": 1\n', /key/],
  ["an alias", "name: &n a\ntitle: *n\n", /anchors and aliases are not allowed/],
  ["a billion laughs", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", /anchors and aliases/],
  ["a merge key", "name: a\n<<: { title: b }\n", /unknown key <</],
  ["a repeated key", "name: a\nname: b\n", /:2:1: .*Keep one/],
  ["a key quoted and unquoted", 'name: a\n"name": b\n', /Keep one/],
  ["200 nested lists", `name: a\nnotes: ${"[".repeat(200)}${"]".repeat(200)}\n`, /nested/],
  ["6,000 nested lists", `name: a\nnotes: ${"[".repeat(6000)}${"]".repeat(6000)}\n`, /nested/],
  ["no-break spaces", "name: a\ninputs:\n\u00a0\u00a0x: 1\n", /./],
  [
    "a prototype in the path",
    "name: a\nrun: { __proto__: { draws: 1 } }\n",
    /:2:8: __proto__ is not a name/,
  ],
  ["a name with a path", "name: /etc/passwd\n", /:1:7: name/],
  ["a reserved name", `${sound.replace("name: a", "name: CON")}`, /reserved on Windows/],
  ["a long name", `name: ${"n".repeat(300)}\n`, /name/],
  ["an interpolation", 'name: "${process.env.HOME}"\n', /:1:7: name/],
  ["an unknown top key", `${sound}extends: ../../etc/passwd\n`, /unknown key extends/],
  ["a long number", `${sound}formulas: { c: "${"1".repeat(30_000)}x" }\n`, /too big|4096|long/i],
];

describe("hostile YAML", () => {
  it.each(HOSTILE)(
    "%s is refused with a place, without a stack trace, in time",
    (_, text, says) => {
      const started = performance.now();
      let refused: unknown;
      try {
        parseScenario("a.yaml", text);
      } catch (error) {
        refused = error;
      }
      expect(performance.now() - started).toBeLessThan(1000);
      expect(refused).toBeInstanceOf(InvalidScenario);
      const message = (refused as InvalidScenario).message;
      expect(message).toMatch(says);
      expect(message).toMatch(/^a\.yaml:\d+:\d+: /);

      expect(message).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
      expect(({} as Record<string, unknown>)["draws"]).toBeUndefined();
    },
  );

  it("reads a byte order mark and Windows line ends", () => {
    const text = `\ufeff${sound.replaceAll("\n", "\r\n")}`;
    expect(parseScenario("a.yaml", text)).toEqual(parseScenario("a.yaml", sound));
  });

  it("keeps the digits of a seed that a double cannot hold", () => {
    const seeds = ["18446744073709551615", "18446744073709551614"].map(
      (seed) => parseScenario("a.yaml", `${sound}run: { seed: ${seed} }\n`).run.seed,
    );
    expect(seeds).toEqual(["18446744073709551615", "18446744073709551614"]);
  });

  it("takes 3,000 inputs in linear time", () => {
    const inputs = Array.from({ length: 3000 }, (_, k) => `  x${k}: "1 to 2"\n`).join("");
    const started = performance.now();
    const { quantities } = parseScenario("a.yaml", `name: a\ninputs:\n${inputs}outputs: [x0]\n`);
    expect(quantities).toHaveLength(3000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
