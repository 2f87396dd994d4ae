import fc from "fast-check";
import { marked } from "marked";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { isSafeHref, Prose } from "./prose.tsx";

const render = (markdown: string) => renderToStaticMarkup(<Prose tokens={marked.lexer(markdown)} />);

test("text of an official becomes paragraphs, lists, tables and links", () => {
  const html = render("# Hồ sơ\n\nMột **bộ**, xem [mẫu](/thu-tuc/mau).\n\n1. Đơn\n2. Bản sao\n\n| A | B |\n| - | -: |\n| 1 | 2 |");
  expect(html).toContain("<h2>Hồ sơ</h2>");
  expect(html).toContain("<strong>bộ</strong>");
  expect(html).toContain('<a href="/thu-tuc/mau">mẫu</a>');
  expect(html).toContain('<ol start="1"><li>Đơn</li><li>Bản sao</li></ol>');
  expect(html).toContain('<td data-align="end">2</td>');
});

test("headings start at the level of the page and none is skipped", () => {
  expect(render("## Một\n\n#### Hai")).toBe('<div class="prose"><h2>Một</h2><h3>Hai</h3></div>');
});

test("raw HTML is shown as the text it is", () => {
  const html = render('<script>alert(1)</script>\n\nvà <img src=x onerror="alert(1)"> trong câu');
  expect(html).not.toMatch(/<script|<img/u);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("an ampersand and an entity are read once", () => {
  expect(render("A & B &lt;b&gt; &amp;")).toContain("<p>A &amp; B &lt;b&gt; &amp;</p>");
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "vbscript:x",
  "data:text/html,<script>alert(1)</script>",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "file:///etc/passwd",
  "blob:https://x",
])("a link to %j is not a link", (href) => {
  expect(isSafeHref(href)).toBe(false);
});

test.each(["https://dichvucong.gov.vn", "http://x.vn/a?b=c:d", "mailto:a@b.vn", "tel:1022", "/thu-tuc", "#muc", "?q=a:b", "trang.html", ""])(
  "a link to %j is a link",
  (href) => {
    expect(isSafeHref(href)).toBe(true);
  },
);

test("a dangerous link keeps its words and loses its address", () => {
  const html = render("[xem](javascript:alert(1)) ![ảnh](javascript:alert(2)) <javascript:alert(3)>");
  expect(html).not.toMatch(/href|src=/u);
  expect(html).toContain("xem");
});

test("whatever is written, only the elements of prose come out", () => {
  const allowed = /^\/?(div|h[2-6]|p|ul|ol|li|strong|em|del|code|pre|br|hr|a|blockquote|table|thead|tbody|tr|th|td)$/u;
  const piece = fc.constantFrom(
    "<",
    ">",
    '"',
    "'",
    "[",
    "](",
    ")",
    "javascript:",
    "<script>",
    "<a href=x>",
    "**",
    "`",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "# ",
    "|",
    "---",
    "&lt;",
    "![",
    "x",
    "ễ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = render(pieces.join(""));
      for (const [, name] of html.matchAll(/<(\/?[a-z0-9]+)/giu)) expect(name).toMatch(allowed);
      expect(html).not.toMatch(/ on[a-z]+=|href="javascript/iu);
    }),
    { numRuns: 300 },
  );
});
