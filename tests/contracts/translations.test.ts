import ts from "typescript";
import { expect, test } from "vitest";
import { languages, type Language } from "#app/domain/content/vocabulary.ts";
import { transitions } from "#app/domain/feedback/transitions.ts";
import { permissions } from "#app/domain/people/vocabulary.ts";
import { en } from "#app/i18n/locales/en/index.ts";
import { vi } from "#app/i18n/locales/vi/index.ts";
import { listModules, nodesOf, parseModule, parseText, placeOf } from "#tests/support/source-files.ts";

type Tree = { readonly [key: string]: string | Tree };

/** Names and terms that stand in Vietnamese in English texts too. */
const vietnameseTerms = [
  "Lắng Nghe",
  "Khiếu nại",
  "khiếu nại",
  "tố cáo",
  "góp ý",
  "hỏi đáp",
  "phản ánh, kiến nghị",
  "phản ánh",
  "kiến nghị",
  "hiện trường",
  "Tiếng Việt",
  "Việt Nam",
  "Mặt trận Tổ quốc",
];

const texts: Record<Language, Map<string, string>> = { vi: flatten(vi), en: flatten(en) };
const pluralEnd = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(pluralEnd, "");
/** Keys of something counted. `too_many` only looks like one. */
const pluralStems = new Set([...texts.vi.keys(), ...texts.en.keys()].filter((key) => key.endsWith("_other")).map(stem));

/** Acts whose end is filled in: the steps of a case, the turns of a public copy, the sorting of remarks. */
const filledInActs: Readonly<Record<string, readonly string[]>> = {
  "case.": Object.keys(transitions),
  "public_copy.": ["hidden", "shown", "withdrawn"],
  "remark.": ["read", "tagged", "untagged", "set_aside"],
};

test("no text is empty, or ends in a space that a page would have to mend", () => {
  for (const language of languages) {
    const bad = [...texts[language]].filter(([, text]) => text.trim() === "" || text !== text.trim());
    expect(bad, language).toEqual([]);
  }
});

test("a text has the same placeholders in both languages", () => {
  const inEnglish = placeholdersByStem(texts.en);
  const different = [...placeholdersByStem(texts.vi)].filter(([key, names]) => names !== inEnglish.get(key));
  expect(different.map(([key, names]) => `${key}: ${names} / ${inEnglish.get(key)}`)).toEqual([]);
  expect(inEnglish.size).toBeGreaterThan(300);
});

test("every placeholder is written {{name}} for i18next, or {name} for a script in the page", () => {
  const odd = languages.flatMap((language) =>
    [...texts[language]].filter(([, text]) => /[{}]/.test(text.replaceAll(/\{\{\w+\}\}|\{\w+\}/g, ""))).map(([key]) => `${language} ${key}`),
  );
  expect(odd).toEqual([]);
});

test("plural texts have the forms that Unicode gives the language, no more and no fewer", () => {
  for (const language of languages) {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted().join();
    const forms = new Map<string, string[]>();
    for (const key of texts[language].keys()) {
      const [, form] = pluralEnd.exec(key) ?? [];
      if (form && pluralStems.has(stem(key))) forms.set(stem(key), [...(forms.get(stem(key)) ?? []), form]);
    }
    expect(forms.size).toBeGreaterThan(5);
    const wrong = [...forms].filter(([, found]) => found.toSorted().join() !== wanted);
    expect(wrong, language).toEqual([]);
  }
});

test("every refusal of the domain has its sentence in both languages", () => {
  const refused = listModules("app/domain").flatMap((path) => [...refusalCodes(parseModule(path))]);
  const places = new Map(refused.map(({ code, place }) => [code, place]));
  expect(places.size).toBeGreaterThan(60);
  for (const language of languages) {
    const unsaid = [...places].filter(([code]) => !texts[language].has(`refusals:${code}`));
    expect(
      unsaid.map((pair) => pair.join(" in ")),
      language,
    ).toEqual([]);
  }
});

test("every act that goes into the audit trail has its words in both languages", () => {
  const recorded = [...listModules("app/domain"), ...listModules("app/jobs")].flatMap((path) => [...actCodes(parseModule(path))]);
  expect(new Set(recorded.map(({ code }) => code)).size).toBeGreaterThan(100);
  expect([...new Set(recorded.map(({ code }) => code).filter((code) => code.endsWith(".")))].toSorted()).toEqual(Object.keys(filledInActs));
  const acts = recorded.flatMap(({ code, place }) => (filledInActs[code] ?? [""]).map((end) => ({ act: code + end, place })));
  for (const language of languages) {
    const unsaid = acts.filter(({ act }) => !texts[language].has(`office:acts.${act}`));
    expect(
      unsaid.map(({ act, place }) => `${act} in ${place}`),
      language,
    ).toEqual([]);
  }
});

test("an English text holds no Vietnamese but names and terms", () => {
  const vietnamese = /[\u0103\u00e2\u0111\u00ea\u00f4\u01a1\u01b0\u1ea0-\u1ef9\u00e0-\u00fd]/i;
  const left = [...texts.en].filter(([, text]) => vietnamese.test(vietnameseTerms.reduce((rest, term) => rest.replaceAll(term, ""), text)));
  expect(left).toEqual([]);
});

test("a Vietnamese text is not the English one left standing", () => {
  const shared = [...texts.vi].filter(([key, text]) => texts.en.get(key) === text && /[a-z]{4,} [a-z]{3,}/.test(text));
  expect(shared).toEqual([]);
});

test("no page and no component holds a literal text", () => {
  const modules = [...listModules("app/routes"), ...listModules("app/components"), "app/root.tsx"].filter(
    (path) => path.endsWith(".tsx") && !path.includes("gallery"),
  );
  expect(modules.length).toBeGreaterThan(60);
  expect(modules.flatMap((path) => literalTexts(parseModule(path)))).toEqual([]);
});

test("literal text is found where readers would see or hear it", () => {
  const found = (jsx: string) => literalTexts(parseText("planted.tsx", `export const Planted = () => ${jsx};`)).length;
  expect(found("<p>Gửi phản ánh</p>")).toBe(1);
  expect(found('<p>{"Send feedback"}</p>')).toBe(1);
  expect(found("<p>{open ? `Still open` : shut}</p>")).toBe(1);
  expect(found('<img alt="A map" src="/map.svg" />')).toBe(1);
  expect(found('<Button look="secondary">{t("send")}</Button>')).toBe(0);
  expect(found('<p className="muted small">{text} · {n} %</p>')).toBe(0);
});

function flatten(tree: Tree): Map<string, string> {
  const found = new Map<string, string>();
  for (const [namespace, content] of Object.entries(tree)) if (typeof content !== "string") walk(content, `${namespace}:`);
  return found;

  function walk(branch: Tree, before: string) {
    for (const [key, value] of Object.entries(branch)) {
      if (typeof value === "string") found.set(before + key, value);
      else walk(value, `${before}${key}.`);
    }
  }
}

/** Names of a text's placeholders in order; "one answer" may do without its count. */
function placeholdersByStem(language: Map<string, string>): Map<string, string> {
  const names = [...language]
    .filter(([key]) => !/_(zero|one)$/.test(key))
    .map(
      ([key, text]) =>
        [
          stem(key),
          [...text.matchAll(/\{(\w+)\}/g)]
            .map(([, name]) => name)
            .toSorted((a = "", b = "") => a.localeCompare(b))
            .join(),
        ] as const,
    );
  return new Map(names);
}

/** Every code that a module refuses with, where it stands: `refuse(closed ? "a.b" : "a.c")` has two. */
function* refusalCodes(source: ts.SourceFile) {
  for (const node of nodesOf(source)) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "refuse" || !node.arguments[0]) continue;
    for (const inner of nodesOf(node.arguments[0])) {
      if (ts.isStringLiteral(inner) && /^[a-z_]+\.[a-z_.]+$/.test(inner.text)) yield { code: inner.text, place: placeOf(inner) };
    }
  }
}

/** Every act that a module which writes the audit trail names, where it stands; `case.` where the end is filled in. */
function* actCodes(source: ts.SourceFile) {
  const nodes = [...nodesOf(source)];
  if (!nodes.some((node) => ts.isCallExpression(node) && node.expression.getText() === "recordEvent")) return;
  const others = new Set<string>(permissions);
  for (const node of nodes) {
    if (ts.isStringLiteral(node) && /^[a-z_]+\.[a-z_]+$/.test(node.text)) {
      if (!others.has(node.text) && !texts.vi.has(`refusals:${node.text}`)) yield { code: node.text, place: placeOf(node) };
    }
    if (ts.isTemplateExpression(node) && ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === "act")
      yield { code: node.head.text, place: placeOf(node) };
  }
}

/** Attributes whose value is read or heard. */
const spoken = new Set(["alt", "title", "label", "placeholder", "aria-label", "aria-description", "hint", "summary", "caption", "lead", "text"]);

function literalTexts(source: ts.SourceFile): string[] {
  return [...nodesOf(source)].filter((node) => isWords(node) && isSeen(node)).map((node) => `${placeOf(node)} ${node.getText().trim()}`);
}

function isWords(node: ts.Node): boolean {
  if (ts.isJsxText(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return hasWords(node.text);
  return ts.isTemplateExpression(node) && [node.head, ...node.templateSpans.map(({ literal }) => literal)].some(({ text }) => hasWords(text));
}

function hasWords(text: string): boolean {
  return /\p{L}{2,}/u.test(text.replaceAll("Lắng Nghe", ""));
}

/** A JSX text, or a string that becomes one: directly, or as a branch of a condition. */
function isSeen(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return true;
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return spoken.has(parent.name.getText());
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isSeen(parent);
  if (ts.isParenthesizedExpression(parent)) return isSeen(parent);
  if (ts.isBinaryExpression(parent)) {
    const joins = [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken];
    return joins.includes(parent.operatorToken.kind) && isSeen(parent);
  }
  if (!ts.isJsxExpression(parent)) return false;
  return ts.isJsxAttribute(parent.parent) ? spoken.has(parent.parent.name.getText()) : true;
}
