import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The checkout, with a slash at its end. */
export const house = fileURLToPath(new URL("../..", import.meta.url));

/** Paths of the TypeScript modules below a folder of the checkout (`app/routes`), tests left out, in order of name. */
export function listModules(folder: string): string[] {
  return readdirSync(`${house}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`)
    .toSorted();
}

/** A module as TypeScript's own parser reads it. */
export function parseModule(path: string): ts.SourceFile {
  return parseText(path, readFileSync(`${house}${path}`, "utf8"));
}

/** A module that exists only in a test. */
export function parseText(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/** Every node below one, that one included, in the order of the text. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** `path:line`, for a message that an editor can open. */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
