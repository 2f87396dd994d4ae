import {
  appraiseScoreSheet,
  correctScoreSheet,
  publishScoreSheet,
  recountScoreSheet,
  fillScoreSheet,
} from "#app/domain/service-quality/index.server.ts";
import { ScoreForm } from "#app/domain/service-quality/schemas.ts";
import type { asOfficial } from "#app/platform/guards.server.ts";
import { readRevision } from "../../revision.ts";
import { fieldSentence, refusalSentence } from "../../sentences.ts";
import type { DoneWord } from "./done-words.ts";

type Visit = Awaited<ReturnType<typeof asOfficial>>;
type Outcome = { ok: true } | Parameters<typeof refusalSentence>[1];
type Came = { ok: true; done: DoneWord } | { ok: false; problem: string; status: number };

/** Does what the form of a sheet names; what came of it, in words where it was refused. */
export async function actOnScoreSheet({ db, official, t, now }: Visit, id: string, form: Record<string, string>): Promise<Came> {
  const which = { id, revision: readRevision(form.revision) };
  const outcome = (came: Outcome, done: DoneWord): Came =>
    came.ok ? { ok: true, done } : { ok: false, problem: refusalSentence(t, came), status: 409 };
  switch (form.viec) {
    case "cong-bo":
      return outcome(await publishScoreSheet(db, official, which, now), "published");
    case "tinh-lai":
      return outcome(await recountScoreSheet(db, official, which, now), "recounted");
    case "dinh-chinh":
      return outcome(await correctScoreSheet(db, official, { ...which, reason: form.reason ?? "" }, now), "corrected");
    case "tu-cham":
    case "tham-dinh": {
      const points = ScoreForm.safeParse(readLines(form));
      if (!points.success) return { ok: false, problem: fieldSentence(t, points.error.issues[0]?.message ?? "required"), status: 422 };
      return form.viec === "tu-cham"
        ? outcome(await fillScoreSheet(db, official, which, points.data, now), "selfSaved")
        : outcome(await appraiseScoreSheet(db, official, which, points.data, now), "appraised");
    }
    default:
      return { ok: false, problem: fieldSentence(t, "required"), status: 400 };
  }
}

/** Fields `points-8`, `reason-8`, `evidence-8` by the indicator they are for. */
function readLines(form: Record<string, string>): Record<string, Record<string, string>> {
  const lines: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(form)) {
    const [, field, code] = /^(points|reason|evidence)-(\d(?:\.\d)?)$/.exec(name) ?? [];
    if (field && code) lines[code] = { points: "", ...lines[code], [field]: value };
  }
  return lines;
}
