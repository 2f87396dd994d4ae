import ts from "typescript";
import { expect, test } from "vitest";
import { vi } from "#app/i18n/locales/vi/index.ts";
import { listModules, nodesOf, parseModule, parseText } from "#tests/support/source-files.ts";

type Tree = { readonly [key: string]: string | Tree };

const keys = Object.entries(vi).flatMap(([namespace, content]) => keysOf(content, `${namespace}:`));

test("every text is used somewhere: nobody translates a sentence that no page says", () => {
  const modules = listModules("app").filter((path) => !path.startsWith("app/i18n/locales/"));
  const said = wordsOf(modules.map(parseModule));
  expect(keys.length).toBeGreaterThan(800);
  expect(keys.filter((key) => !isSaid(key, said))).toEqual([]);
});

test("a text is used when its key is written, whole or with parts that are filled in", () => {
  const said = wordsOf([
    parseText(
      "planted.tsx",
      'const a = [t("portal:home.title"), t(`words:caseState.${state}`), t("search"), refuse("case.closed"), t(`refusals:${code}`), t(`units:${now ? "now" : "then"}`)]',
    ),
  ]);
  for (const key of ["portal:home.title", "words:caseState.MOI", "common:search", "refusals:case.closed", "units:now"])
    expect(isSaid(key, said)).toBe(true);
  expect(isSaid("errors:field.required", wordsOf([parseText("planted.tsx", 't("errors:field", { returnObjects: true })')]))).toBe(true);
  for (const key of ["portal:home.lead", "words:caseKind.gop_y", "portal:search", "refusals:case.not_yours", "units:later"])
    expect(isSaid(key, said)).toBe(false);
});

/** `filledIn` has a group for what stands right behind the namespace, where that is filled in. */
type Said = { whole: Set<string>; filledIn: RegExp[] };

/** Strings of the modules, and templates with a named beginning: `` `words:caseState.${state}` ``. */
function wordsOf(sources: ts.SourceFile[]): Said {
  const whole = new Set<string>();
  const templates = new Set<string>();
  for (const node of sources.flatMap((source) => [...nodesOf(source)])) {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) whole.add(node.text);
    if (ts.isTemplateExpression(node)) templates.add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("\0"));
  }
  const filledIn = [...templates].filter((template) => /^\w+:[\w.]*\0/.test(template)).map((template) => template.replaceAll(".", "\\."));
  return { whole, filledIn: filledIn.map((template) => new RegExp(`^${template.replace(":\0", ":([^:.]+)").replaceAll("\0", "[^:]+")}$`)) };
}

/**
 * Texts of `common` need no prefix; a refusal is said when an act refuses with its code; some ask for all texts of a
 * branch at once. What is filled in right behind the namespace must be a word that is written somewhere.
 */
function isSaid(key: string, { whole, filledIn }: Said): boolean {
  const branches = [...key.matchAll(/\./g)].map(({ index }) => key.slice(0, index));
  const names = [key, key.replace(/^(common|refusals):/, ""), ...branches];
  return names.some((name) => whole.has(name)) || filledIn.some((pattern) => fits(pattern.exec(key)));

  function fits(match: RegExpExecArray | null): boolean {
    return match !== null && (match[1] === undefined || whole.has(match[1]));
  }
}

function keysOf(branch: Tree, before: string): string[] {
  return Object.entries(branch).flatMap(([key, value]) =>
    typeof value === "string" ? [(before + key).replace(/_other$/, "")] : keysOf(value, `${before}${key}.`),
  );
}
