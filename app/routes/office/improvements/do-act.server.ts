import { publishImprovement, saveImprovement, withdrawImprovement } from "#app/domain/improvements/index.server.ts";
import { ImprovementDraft } from "#app/domain/improvements/schemas.ts";
import type { asOfficial } from "#app/platform/guards.server.ts";
import { readRevision } from "../../revision.ts";
import { fieldSentence, refusalSentence } from "../../sentences.ts";

const doneWords = ["saved", "publishedNow", "withdrawn"] as const;
type DoneWord = (typeof doneWords)[number];
export const isDoneWord = (word: string | undefined): word is DoneWord => doneWords.some((one) => one === word);

type Outcome = { ok: true } | Parameters<typeof refusalSentence>[1];
type Came = { ok: true; done: DoneWord } | { ok: false; problem: string; status: number };
type Visit = Awaited<ReturnType<typeof asOfficial>>;

/** Saves, publishes or takes back what the form names; what came of it, in words where it was refused. */
export async function doImprovementAct({ db, official, t, now }: Visit, form: Record<string, string>): Promise<Came> {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(form.id ?? "") ? form.id : undefined;
  const revision = readRevision(form.revision);
  const outcome = (came: Outcome, done: DoneWord): Came =>
    came.ok ? { ok: true, done } : { ok: false, problem: refusalSentence(t, came), status: 409 };

  if (form.viec === "dang" && id) return outcome(await publishImprovement(db, official, { id, revision }, now), "publishedNow");
  if (form.viec === "go" && id) return outcome(await withdrawImprovement(db, official, { id, reason: form.reason ?? "" }, now), "withdrawn");
  if (form.viec !== "luu") return { ok: false, problem: fieldSentence(t, "required"), status: 400 };

  const draft = ImprovementDraft.safeParse({ saidEn: "", didEn: "", ...form });
  if (!draft.success) {
    const [issue] = draft.error.issues;
    const field = String(issue?.path[0] ?? "unit");
    return { ok: false, problem: `${t(`improvements:${nameOf(field)}`)}: ${fieldSentence(t, issue?.message ?? "required")}`, status: 422 };
  }
  return outcome(await saveImprovement(db, official, draft.data, id ? { id, revision } : undefined, now), "saved");
}

const names = { unit: "unit", criterion: "criterion", saidVi: "said", saidEn: "saidEn", didVi: "did", didEn: "didEn", doneOn: "doneOn" } as const;
const nameOf = (field: string) => (Object.hasOwn(names, field) ? names[field as keyof typeof names] : "unit");
