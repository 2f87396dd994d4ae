import ts from "typescript";
import { nodesOf, parseModule } from "./source-files.ts";

/** A loader or action: its name, and the guard its first statement calls, if any. */
export type Entry = { name: "loader" | "action"; guard: string | undefined };

/** What a route module offers: its entries, and whether it is a page. */
export type RouteModule = { path: string; entries: Entry[]; isPage: boolean; isRoute: boolean };

const entryNames = new Set(["loader", "action"]);

export function readRouteModule(path: string): RouteModule {
  return inspectRouteModule(parseModule(path));
}

/** Reads who may come from the code itself: the guard must be the first thing a loader or action does. */
export function inspectRouteModule(source: ts.SourceFile): RouteModule {
  const entries: Entry[] = [];
  let isPage = false;
  for (const statement of source.statements) {
    if (isExported(statement) && ts.isFunctionDeclaration(statement)) {
      if (isDefault(statement)) isPage = true;
      else addEntry(statement.name?.text, statement);
    }
    if (ts.isExportAssignment(statement)) isPage = true;
    if (isExported(statement) && ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && initializer) addEntry(name.text, initializer);
      }
    }
    // `export { loader } from …`: what is handed on is not guarded here.
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const { name } of statement.exportClause.elements) {
        if (name.text === "default") isPage = true;
        else addEntry(name.text, statement);
      }
    }
  }
  return { path: source.fileName, entries, isPage, isRoute: isPage || entries.length > 0 };

  function addEntry(name: string | undefined, node: ts.Node) {
    if (name && entryNames.has(name)) entries.push({ name: name as Entry["name"], guard: guardOf(node) });
  }
}

/** `asOfficial` of `const { db } = await asOfficial(args, "…")`, when that is the first statement. */
function guardOf(node: ts.Node): string | undefined {
  const work = [...nodesOf(node)].find((inner) => ts.isFunctionDeclaration(inner) || ts.isArrowFunction(inner) || ts.isFunctionExpression(inner));
  if (!work || !("body" in work) || !work.body) return undefined;
  const first = ts.isBlock(work.body) ? work.body.statements[0] : work.body;
  if (!first) return undefined;

  // Not inside a function that is only made there, which may never be called.
  const calls = [...nodesOf(first)].filter(ts.isCallExpression).filter((call) => !isInsideFunction(call, first));
  return calls.map(({ expression }) => expression.getText()).find((name) => /^as[A-Z]\w+$/.test(name));
}

function isInsideFunction(node: ts.Node, end: ts.Node): boolean {
  for (let above = node.parent; above && above !== end.parent; above = above.parent) {
    if (ts.isFunctionLike(above)) return true;
  }
  return false;
}

function isExported(node: ts.Statement): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function isDefault(node: ts.FunctionDeclaration): boolean {
  return (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}
