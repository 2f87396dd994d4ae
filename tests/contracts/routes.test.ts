import { existsSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import ts from "typescript";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { inspectRouteModule, readRouteModule } from "#tests/support/route-modules.ts";
import { house, listModules, nodesOf, parseModule, parseText } from "#tests/support/source-files.ts";

const folders = ["portal", "office", "api", "open311", "dev"];
const modules = listModules("app/routes").map(readRouteModule);

/** Who signs in is not signed in yet; who signs out may not be any more. */
const beforeSignIn = ["sign-in.tsx", "second-factor.tsx", "set-up-totp.tsx", "sign-out.tsx"].map((file) => `app/routes/office/${file}`);

const entriesOf = (chosen: typeof modules) => chosen.flatMap(({ path, entries }) => entries.map((entry) => ({ path, ...entry })));
const inFolder = (folder: string) => modules.filter(({ path }) => path.startsWith(`app/routes/${folder}/`));

test("every loader and action says first who may come", () => {
  const all = entriesOf(modules);
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter(({ guard }) => !guard).map(({ path, name }) => `${path} ${name}`)).toEqual([]);
});

test("every loader and action of the office asks for an official, save the pages of signing in and out", () => {
  const office = entriesOf(inFolder("office")).filter(({ path }) => !beforeSignIn.includes(path));
  expect(office.length).toBeGreaterThan(10);
  expect(office.filter(({ guard }) => guard !== "asOfficial")).toEqual([]);
  expect(beforeSignIn.filter((path) => !existsSync(house + path))).toEqual([]);
});

test("the office's pages have a loader, so that nobody sees even an empty one", () => {
  const pages = inFolder("office").filter(({ isPage, path }) => isPage && path.split("/").length === 4);
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.filter(({ entries }) => !entries.some(({ name }) => name === "loader")).map(({ path }) => path)).toEqual([]);
});

test("what writes through the API is guarded", () => {
  const writing = entriesOf(inFolder("api")).filter(({ name }) => name === "action");
  expect(writing.map(({ path }) => path)).toEqual(expect.arrayContaining(["app/routes/api/round-answers.ts", "app/routes/api/case-thread.ts"]));
  expect(writing.filter(({ guard }) => !guard)).toEqual([]);
});

test("the developer's pages exist in the demo world only", () => {
  const dev = entriesOf(inFolder("dev"));
  expect(dev.length).toBeGreaterThan(1);
  expect(dev.filter(({ guard }) => guard !== "asDeveloper")).toEqual([]);
});

test("a guard that comes late, or is only mentioned, is no guard", () => {
  const guardsOf = (text: string) => inspectRouteModule(parseText("planted.tsx", text)).entries.map(({ guard }) => guard);
  expect(guardsOf("export async function loader(args) { const { db } = await asOfficial(args); }")).toEqual(["asOfficial"]);
  expect(guardsOf("export const action = async (args) => { asAnyone(args); };")).toEqual(["asAnyone"]);
  expect(guardsOf("export const loader = problems(async (args) => { const visit = asAnyone(args); });")).toEqual(["asAnyone"]);
  expect(guardsOf("export async function loader(args) { const rows = await list(); await asOfficial(args); }")).toEqual([undefined]);
  expect(guardsOf("export async function loader() { const later = () => asOfficial(args); }")).toEqual([undefined]);
  expect(guardsOf("export async function action() { return null; }")).toEqual([undefined]);
  expect(guardsOf('export { loader } from "./other.tsx";')).toEqual([undefined]);
});

test("every page and answer in the routes' folders is on the site map", () => {
  const mounted = new Set(mountedFiles(routes));
  const unmounted = folders.flatMap(inFolder).filter(({ path, isRoute }) => isRoute && path.split("/").length === 4 && !mounted.has(path));
  expect(unmounted.map(({ path }) => path)).toEqual([]);
});

test("every entry of the site map has its file", () => {
  const wanted = siteMapFiles();
  expect(wanted.length).toBeGreaterThan(60);
  expect(wanted.filter((path) => !existsSync(house + path))).toEqual([]);
});

test("what the pages share, beside those five folders, answers no request itself", () => {
  const shared = modules.filter(({ path }) => !folders.some((folder) => path.startsWith(`app/routes/${folder}/`)));
  expect(shared.filter(({ isRoute }) => isRoute).map(({ path }) => path)).toEqual([]);
});

function mountedFiles(entries: RouteConfigEntry[]): string[] {
  return entries.flatMap(({ file, children = [] }) => [`app/${file}`, ...mountedFiles(children)]);
}

/** The pairs of path and file in routes.ts as they are written, whether or not the file is there. */
function siteMapFiles(): string[] {
  const folderOf: Record<string, string> = { portal: "portal/", portalFiles: "portal/", office: "office/", signIn: "office/", machines: "" };
  return [...nodesOf(parseModule("app/routes.ts"))].filter(ts.isVariableDeclaration).flatMap(({ name, initializer }) => {
    const folder = folderOf[name.getText()];
    if (folder === undefined || !initializer || !ts.isArrayLiteralExpression(initializer)) return [];
    return initializer.elements.filter(ts.isArrayLiteralExpression).map(({ elements: [, file] }) => {
      if (!file || !ts.isStringLiteral(file)) throw new Error(`An entry of ${name.getText()} names no file`);
      return `app/routes/${folder}${file.text}`;
    });
  });
}
