import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import {
  answerDocuments,
  attachments,
  caseImports,
  categories,
  importSources,
  paperBatches,
  questionnaireDrafts,
  questionnaires,
} from "#db/schema/index.ts";
import { writeArticle } from "#app/domain/content/index.server.ts";
import { keepForm } from "#app/domain/people/index.server.ts";
import { ArticleDraft } from "#app/domain/content/schemas.ts";
import { roles, type Role } from "#app/domain/people/vocabulary.ts";
import { closeRound } from "#app/domain/surveys/index.server.ts";
import { listRules, openScoreSheet } from "#app/domain/service-quality/index.server.ts";
import { emptyDraft } from "#app/domain/surveys/draft-changes.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import { listOfficeRoutes, type OfficeRoute, portalOn, signedInAs, visit } from "#tests/support/office-visits.ts";
import { onePagePdf } from "#tests/support/pdf.ts";
import { house } from "#tests/support/source-files.ts";
import { cloneDatabase } from "#tests/support/test.ts";

const now = new Date("2026-11-12T03:00:00Z");
const scopes = ["own unit", "other unit", "other authority"] as const;
const wide = ["own unit", "whole portal"] as const;
type Scope = (typeof scopes)[number] | (typeof wide)[number];

/**
 * Who may open what, read off domain.md 7.5 by hand, not off the code. Each role is held on one unit. `scoped` pages are
 * about one thing of a unit: outside the own unit nobody sees them. `wide` ones are about the whole portal: they open
 * only to who holds the role there. What is left out is closed.
 */
const everybody: readonly Role[] = [...roles];
const readers: readonly Role[] = ["intake", "coordinator", "handler", "unit_head", "approver", "procedure_editor", "reception", "auditor"];
const writers: readonly Role[] = ["coordinator", "handler", "unit_head", "approver", "editor", "partner"];
const figures: readonly Role[] = [
  "one_stop",
  "intake",
  "coordinator",
  "handler",
  "unit_head",
  "approver",
  "editor",
  "survey_manager",
  "procedure_editor",
  "auditor",
];

/** Who writes news, or approves it. */
const improvers: readonly Role[] = ["handler", "unit_head", "approver", "editor", "partner"];
/** Who scores one-stop desks, appraises, brings numbers in or reads reports (the column of plans and reports). */
const scorers: readonly Role[] = ["coordinator", "unit_head", "approver", "auditor"];
const publishers: readonly Role[] = ["coordinator", "approver"];
const answering: readonly Role[] = ["handler", "coordinator", "approver"];
const hiders: readonly Role[] = ["coordinator"];
const entering: readonly Role[] = ["one_stop", "intake", "partner"];
const deskOfSurveys: readonly Role[] = ["one_stop", "survey_manager"];
const auditReaders: readonly Role[] = ["coordinator", "approver", "data_protection", "auditor", "admin"];

type Row = { see: readonly Role[]; act?: readonly Role[]; scoped?: true; wide?: true };
const expected: Readonly<Record<string, Row>> = {
  "can-bo": { see: everybody },
  "can-bo/tai-khoan": { see: everybody, act: everybody },
  // What somebody sent too late is shown to that person: here it is somebody else's.
  "can-bo/giu-lai/:id": { see: [], act: [], scoped: true },
  "can-bo/ho-so": { see: readers, act: readers },
  "can-bo/ho-so/nhap": { see: entering, act: entering },
  "can-bo/ho-so/:code": { see: readers, act: readers, scoped: true },
  "can-bo/ho-so/:code/cong-khai": { see: readers, act: readers, scoped: true },
  "can-bo/ho-so/:code/lien-quan": { see: readers, act: ["intake", "coordinator"], scoped: true },
  "can-bo/nhap-danh-sach": { see: entering, act: entering },
  // An import is its importer's own: here it is somebody else's.
  "can-bo/nhap-danh-sach/:id": { see: [], act: [], scoped: true },
  "can-bo/dong-sai/:id": { see: [], scoped: true },
  "can-bo/don-vi/sap-nhap": { see: ["admin", "coordinator"], act: ["admin", "coordinator"] },
  "can-bo/tep/:id": { see: readers, scoped: true },
  "can-bo/van-ban/:id": { see: publishers, act: publishers, scoped: true },
  "can-bo/van-ban/:id/:page": { see: publishers, scoped: true },
  // The file that was attached may name the sender; the roles who only read see pages with what was covered.
  "can-bo/van-ban/:id/tep/:which": { see: answering, scoped: true },
  "can-bo/ra-soat": { see: hiders, act: hiders },
  "can-bo/phan-cong": { see: ["coordinator"], act: ["coordinator"] },
  "can-bo/phan-cong/thu": { see: ["coordinator"] },
  "can-bo/phan-cong/quy-tac/:rule": { see: ["coordinator"], act: ["coordinator"] },
  "can-bo/mau-tra-loi": { see: ["coordinator", "admin"], act: ["coordinator", "admin"] },
  "can-bo/bo-cau-hoi": { see: ["survey_manager"], act: ["survey_manager"] },
  "can-bo/bo-cau-hoi/:code/:version": { see: ["survey_manager"], act: ["survey_manager"] },
  "can-bo/bo-cau-hoi/:code/:version/cau/:question": { see: ["survey_manager"], act: ["survey_manager"], scoped: true },
  "can-bo/bo-cau-hoi/:code/:version/xem": { see: ["survey_manager"] },
  "can-bo/bo-cau-hoi/:code/:version/tep": { see: ["survey_manager"] },
  "can-bo/khao-sat": { see: figures, act: ["survey_manager"] },
  "can-bo/khao-sat/:slug": { see: figures, act: ["survey_manager", "approver"], scoped: true },
  "can-bo/khao-sat/:slug/kiem-phieu": { see: ["survey_manager", "approver"], act: ["survey_manager"], scoped: true },
  "can-bo/khao-sat/:slug/sua": { see: ["survey_manager"], act: ["survey_manager"], scoped: true },
  // Raw answers are the survey manager's; who approves sees what was proposed to them.
  "can-bo/khao-sat/:slug/loi-gop-y": { see: ["survey_manager", "approver"], act: ["survey_manager", "approver"], scoped: true },
  "can-bo/khao-sat/:slug/phieu-goc": { see: ["survey_manager"], scoped: true },
  "can-bo/khao-sat/:slug/phieu-goc/:file": { see: ["survey_manager"], act: ["survey_manager"], scoped: true },
  "can-bo/khao-sat/:slug/nhap-phieu": { see: deskOfSurveys, act: deskOfSurveys, scoped: true },
  "can-bo/khao-sat/:slug/nhap-phieu/:batch": { see: deskOfSurveys, act: deskOfSurveys, scoped: true },
  "can-bo/khao-sat/:slug/nhap-phieu/:batch/so-sanh": { see: deskOfSurveys, act: deskOfSurveys, scoped: true },
  "can-bo/nhap-phieu": { see: deskOfSurveys },
  "can-bo/ki-ot": { see: deskOfSurveys, act: deskOfSurveys },
  "can-bo/phieu": { see: ["one_stop", "survey_manager"], act: ["one_stop", "survey_manager"] },
  "can-bo/khao-sat/:slug/mau": { see: ["survey_manager"], act: ["survey_manager"], scoped: true },
  "can-bo/khao-sat/:slug/mau/danh-sach": { see: ["survey_manager"], act: ["survey_manager"], scoped: true },
  "can-bo/khao-sat/:slug/mau/ke-hoach": { see: ["survey_manager"], act: ["survey_manager"], scoped: true },
  "can-bo/khao-sat/:slug/mau/thu": { see: ["survey_manager"], act: ["survey_manager"], scoped: true },
  // There is no list here, so no wrong rows of one.
  "can-bo/dong-sai-mau/:slug": { see: [], act: [], scoped: true },
  "can-bo/danh-gia-mot-cua": { see: scorers, act: scorers },
  "can-bo/danh-gia-mot-cua/bo-chi-so-766": { see: scorers, act: scorers },
  "can-bo/danh-gia-mot-cua/quy-tac": { see: scorers, act: scorers },
  "can-bo/danh-gia-mot-cua/quy-tac/:id/tep": { see: scorers },
  "can-bo/danh-gia-mot-cua/:id": { see: scorers, act: scorers, scoped: true },
  "can-bo/viec-da-lam": { see: improvers, act: improvers },
  "can-bo/tin": { see: writers },
  "can-bo/tin/:id": { see: writers, act: writers, scoped: true },
  "can-bo/lich": { see: ["admin"], act: ["admin"] },
  "can-bo/lich/quy-tac": { see: ["admin"], act: ["admin"] },
  "can-bo/nguoi-dung": { see: ["admin"], act: ["admin"] },
  "can-bo/khoa-api": { see: ["admin"], act: ["admin"], wide: true },
  "can-bo/thu-di": { see: ["admin"], act: ["admin"], wide: true },
  "can-bo/nhat-ky": { see: auditReaders, act: auditReaders, wide: true },
};

let portal: Portal;
let close: () => Promise<void>;
let officeRoutes: OfficeRoute[];
/** By role, on its unit and on the whole portal. */
const cookies = new Map<string, string>();
const subjects = new Map<string, Record<(typeof scopes)[number], Record<string, string>>>();

beforeAll(async () => {
  const { db, client } = await cloneDatabase(4);
  close = () => client.end();
  portal = portalOn(db, now);
  officeRoutes = listOfficeRoutes();

  const [authority, elsewhere] = [await makeUnit(db), await makeUnit(db)];
  const units = {
    "own unit": await makeUnit(db, { parent: authority }),
    "other unit": await makeUnit(db, { parent: authority }),
    "other authority": await makeUnit(db, { parent: elsewhere }),
  };
  const own = units["own unit"];
  for (const role of roles) {
    cookies.set(role, await signedInAs(portal, role, own));
    cookies.set(`${role} everywhere`, await signedInAs(portal, role));
  }

  await db.insert(categories).values({ slug: "mot-cua", nameVi: "Một cửa", nameEn: "One-stop" }).onConflictDoNothing();
  const version = await makeQuestionnaireVersion(db, { code: "mau-quyen", criteria: [{ code: "C1", required: true }] });
  const editor = await makeOfficial(db, { roles: ["editor"] });
  const about = async (make: (unit: (typeof units)[keyof typeof units], scope: keyof typeof units) => Promise<Record<string, string>>) => ({
    "own unit": await make(own, "own unit"),
    "other unit": await make(units["other unit"], "other unit"),
    "other authority": await make(units["other authority"], "other authority"),
  });
  const cases = await about(async (unit) => {
    const { id, code } = await makeCase(db, portal.keys, { state: "DANG_XU_LY", unit });
    return { id, code };
  });
  for (const path of ["can-bo/ho-so/:code", "can-bo/ho-so/:code/lien-quan"]) subjects.set(path, cases);
  const importer = await makeOfficial(db, { roles: ["intake"] });
  const source = { name: "1022", nameFolded: "1022", mapping: {}, defaultKind: "hoi_dap" as const, updatedById: importer.id, updatedAt: now };
  const [{ id: sourceId } = { id: "" }] = await db.insert(importSources).values(source).returning({ id: importSources.id });
  const imports = await about(async () => {
    const kept = { sourceId, fileSha256: "0".repeat(64), rows: 1, mapping: [], defaultKind: "hoi_dap" as const, importedById: importer.id };
    const [made] = await db.insert(caseImports).values(kept).returning({ id: caseImports.id });
    return { id: made?.id ?? "" };
  });
  for (const path of ["can-bo/nhap-danh-sach/:id", "can-bo/dong-sai/:id"]) subjects.set(path, imports);
  const kept = await about(async () => {
    const id = await keepForm(db, portal.keys, importer.id, { path: "/can-bo/tin", fields: [["body", "Đã viết rồi"]], incomplete: false }, now);
    return { id: id ?? "" };
  });
  subjects.set("can-bo/giu-lai/:id", kept);
  subjects.set("can-bo/ho-so/:code/cong-khai", cases);
  const documents = await about(async (_, scope) => {
    const storageKey = `documents/${cases[scope].code}`;
    const content = onePagePdf("Van ban tra loi");
    await portal.files.put(storageKey, content, "application/pdf");
    const file = { storageKey, fileName: "van-ban.pdf", bytes: content.length, sha256: "0".repeat(64), pages: 1 };
    const by = { caseId: cases[scope].id ?? "", uploadedById: editor.id, title: "Văn bản" };
    const [row] = await db
      .insert(answerDocuments)
      .values({ ...file, ...by })
      .returning({ id: answerDocuments.id });
    return { id: row?.id ?? "", page: "1", which: "goc" };
  });
  subjects.set("can-bo/van-ban/:id", documents);
  subjects.set("can-bo/van-ban/:id/:page", documents);
  subjects.set("can-bo/van-ban/:id/tep/:which", documents);
  subjects.set(
    "can-bo/tep/:id",
    await about(async (_, scope) => {
      const storageKey = `anh/${cases[scope].code}`;
      await portal.files.put(storageKey, Buffer.from("a photo"), "image/jpeg");
      const photo = { caseId: cases[scope].id ?? "", storageKey, fileName: "anh.jpg", mime: "image/jpeg", bytes: 7, sha256: "0".repeat(64) };
      const [row] = await db.insert(attachments).values(photo).returning({ id: attachments.id });
      return { id: row?.id ?? "" };
    }),
  );
  subjects.set(
    "can-bo/tin/:id",
    await about(async (unit) => {
      const draft = ArticleDraft.parse({
        titleVi: "Bài của đơn vị",
        summaryVi: "Tóm tắt.",
        bodyVi: "Nội dung.",
        categorySlug: "mot-cua",
        audience: "citizens-businesses",
        unitId: unit.id,
      });
      const made = await writeArticle(db, editor, draft, now);
      if (!made.ok) throw new Error(made.code);
      return { id: made.value.id };
    }),
  );
  const roundsOf = await about(async (unit, scope) => {
    const round = await makeRound(db, { units: [unit], authority: unit, version, slug: `dot-${scope.replaceAll(" ", "-")}` });
    const pile = { roundId: round.id, unitId: unit.id, filledFrom: "2026-11-02", filledTo: "2026-11-10", firstNumber: 1, sheets: 3 };
    const [batch] = await db
      .insert(paperBatches)
      .values({ ...pile, state: "keying", operatorId: editor.id })
      .returning({ id: paperBatches.id });
    return { slug: round.slug, batch: batch?.id ?? "" };
  });
  const opener = await makeOfficial(db, { roles: ["approver"] });
  const scoreSheets = await about(async (unit) => {
    const opened = await openScoreSheet(db, opener, { unit: unit.slug, quarter: "2026-Q3" }, now);
    if (!opened.ok) throw new Error(opened.code);
    return { id: opened.value.id };
  });
  subjects.set("can-bo/danh-gia-mot-cua/:id", scoreSheets);
  const [rules] = await listRules(db, "one_stop");
  subjects.set("can-bo/danh-gia-mot-cua/quy-tac/:id/tep", await about(() => Promise.resolve({ id: rules?.id ?? "" })));
  const drafts = await about(async (unit, scope) => {
    const code = `mau-soan-${scope.replaceAll(" ", "-")}`;
    const question = { code: "Q1", kind: "yesno" as const, part: "views" as const, required: false, text: { vi: "", en: "" } };
    const content = { ...emptyDraft(code), questions: [question] };
    await db.insert(questionnaires).values({ code, ownerId: unit.id });
    await db.insert(questionnaireDrafts).values({ code, version: 1, content, changedById: editor.id, changedAt: now });
    return { code, version: "1", question: "Q1" };
  });
  for (const path of ["", "/cau/:question", "/xem", "/tep"]) subjects.set(`can-bo/bo-cau-hoi/:code/:version${path}`, drafts);
  for (const path of ["", "/kiem-phieu", "/sua", "/nhap-phieu", "/nhap-phieu/:batch", "/nhap-phieu/:batch/so-sanh"])
    subjects.set(`can-bo/khao-sat/:slug${path}`, roundsOf);
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const closed = await about(async (unit, scope) => {
    const { slug } = await makeRound(db, { units: [unit], authority: unit, version, slug: `dot-dong-${scope.replaceAll(" ", "-")}` });
    if (!(await closeRound(db, manager, slug, now)).ok) throw new Error("The round was not closed");
    return { slug, file: `${slug}.sps` };
  });
  for (const path of ["/loi-gop-y", "/phieu-goc", "/phieu-goc/:file"]) subjects.set(`can-bo/khao-sat/:slug${path}`, closed);
  const rounds = subjects.get("can-bo/khao-sat/:slug");
  if (!rounds) throw new Error("There are no rounds to draw for");
  for (const path of ["", "/danh-sach", "/ke-hoach", "/thu"]) subjects.set(`can-bo/khao-sat/:slug/mau${path}`, rounds);
  subjects.set("can-bo/dong-sai-mau/:slug", rounds);
}, 120_000);

afterAll(() => close());

const paramsOf = (path: string, scope: Scope): Record<string, string> =>
  subjects.get(path)?.[scope === "whole portal" ? "own unit" : scope] ?? { rule: "moi" };
const addressOf = (path: string, params: Record<string, string>) => `/${path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? "")}`;

test("every address of the office has its row in the table", () => {
  expect(officeRoutes.map(({ path }) => path).toSorted()).toEqual(Object.keys(expected).toSorted());
  expect(Object.keys(expected).filter((path) => expected[path]?.scoped && !subjects.has(path))).toEqual([]);
});

test("each role opens what the matrix gives it, in its own unit only; signed out nobody opens anything", async () => {
  const lines: string[] = [];
  const wrong: string[] = [];
  for (const route of officeRoutes) {
    const row = expected[route.path];
    if (!row) continue;
    for (const scope of row.scoped ? scopes : row.wide ? wide : (["own unit"] as const)) {
      const params = paramsOf(route.path, scope);
      const at = { path: addressOf(route.path, params), params };
      for (const method of ["GET", "POST"] as const) {
        const form = method === "POST" ? { form: { intent: "khong-co-viec-nay" } } : {};
        const may = method === "GET" ? row.see : row.act;
        for (const role of ["signed out", ...roles] as const) {
          const cookie = cookies.get(scope === "whole portal" ? `${role} everywhere` : role) ?? "";
          const actual = await visit(portal, route, { ...at, ...form, cookie });
          const wanted = wantedOf(role, may, scope === (row.wide ? "whole portal" : "own unit"));
          const fits = actual === "no action" ? may === undefined : fitsIn(wanted, actual);
          lines.push(`| ${method} /${route.path} | ${scope} | ${role} | ${may ? wanted : "no action"} | ${actual} |`);
          if (!fits) wrong.push(`${method} /${route.path}, ${scope}, ${role}: expected ${may ? wanted : "no action"}, got ${actual}`);
        }
      }
    }
  }
  mkdirSync(`${house}test-results`, { recursive: true });
  writeFileSync(
    `${house}test-results/role-matrix.md`,
    ["| route | scope | role | expected | actual |", "| --- | --- | --- | --- | --- |", ...lines, ""].join("\n"),
  );
  expect(lines.length).toBeGreaterThan(700);
  expect(wrong).toEqual([]);
}, 300_000);

type Wanted = "sign in" | "open" | "closed";

const wantedOf = (role: Role | "signed out", may: readonly Role[] | undefined, holdsHere: boolean): Wanted => {
  if (role === "signed out") return "sign in";
  return may?.includes(role) && holdsHere ? "open" : "closed";
};

/** Open to an act that does not exist: refused as such. Closed: forbidden, or not there at all. */
const fitsIn = (wanted: Wanted, actual: number | string): boolean => {
  if (wanted === "sign in") return actual === "sign in";
  if (wanted === "closed") return actual === 403 || actual === 404;
  return typeof actual === "number" && (actual === 200 || actual === 302 || [400, 409, 422].includes(actual));
};
