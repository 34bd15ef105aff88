import { describe, expect, it } from "vitest";
import { csv, escapeMarkdown, html } from "../../src/report/escape.js";

describe("html", () => {
  it("escapes what is put in, and nothing twice", () => {
    const inner = html`<b>${'"<i>&'}</b>`;
    expect(html`<p title="${"'"}">${inner}</p>`.markup).toBe(
      '<p title="&#39;"><b>&quot;&lt;i&gt;&amp;</b></p>',
    );
  });

  it("leaves out the indentation and implied end tags of its templates, nothing of what is put in", () => {
    expect(
      html`<tr>
        <td>${"</td>"}</td>
      </tr>`.markup,
    ).toBe("<tr><td>&lt;/td&gt;");
    const item = html`<li>
      ${"a  b\n c"} <b>d</b>
      <i>e</i>
    </li> `;
    expect(
      html`<ul class="x">
        ${[item, item]}
      </ul>`.markup,
    ).toBe(`<ul class="x">${"<li>a  b\n c <b>d</b> <i>e</i>".repeat(2)}</ul>`);
  });

  it("shows characters that cannot be seen", () => {
    expect(html`${"a\u202eb\u0000"}`.markup).toBe("a\\u{202e}b\\u{0}");
  });
});

describe("csv", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1+1", " =1"])(
    "takes the formula out of %j",
    (text) => {
      expect(csv([text], [])).toMatch(/^"?'/);
    },
  );

  it("keeps numbers as numbers, negative ones too, and leaves undefined ones empty", () => {
    expect(csv(["a", "b"], [[-3.25, NaN]])).toBe("a,b\n-3.25,\n");
  });

  it("quotes commas, quotes and line breaks", () => {
    expect(csv(['a"b', "c,d", "e\nf"], [])).toBe('"a""b","c,d","e\nf"\n');
  });
});

describe("escapeMarkdown", () => {
  it("leaves no markup, no table cell and no list to start", () => {
    expect(escapeMarkdown("a|b *c* <img> [x](y)")).toBe("a\\|b \\*c\\* \\<img\\> \\[x\\](y)");
    expect(escapeMarkdown("- a")).toBe("\\- a");
    expect(escapeMarkdown("1. a")).toBe("1\\. a");
    expect(escapeMarkdown("3.15 / 0.22")).toBe("3.15 / 0.22");
    expect(escapeMarkdown("a\n\n# b")).toBe("a \\# b");
  });
});
