import {
  addOwnTag,
  approveRemark,
  proposeRemark,
  retireOwnTag,
  returnRemark,
  sortRemarks,
  type Sorting,
  turnRemark,
} from "#app/domain/remarks/index.server.ts";
import { OwnTagDraft, RemarkProposal } from "#app/domain/remarks/schemas.ts";
import { setAsideReasons } from "#app/domain/remarks/vocabulary.ts";
import type { asOfficial } from "#app/platform/guards.server.ts";
import { readRevision } from "../../revision.ts";
import { fieldSentence, refusalSentence } from "../../sentences.ts";
import type { DoneWord } from "./done-words.ts";

/** Why nothing was done, about which answer (none for acts on several), and what was typed. */
export type Told = { problem: string; id: string | null; typed: Record<string, string> };
type Came = { ok: true; done: DoneWord } | { ok: false; status: number; told: Told };
type Outcome = { ok: true } | Parameters<typeof refusalSentence>[1];
type Visit = Awaited<ReturnType<typeof asOfficial>>;

const isId = (text: string | undefined): text is string => text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Does what the form names; what came of it, in words where it was refused. */
export async function doRemarkAct({ db, official, t, now }: Visit, slug: string, form: FormData): Promise<Came> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") typed[name] ??= value;
  const id = isId(typed.id) ? typed.id : null;
  const refused = (problem: string, status: number): Came => ({ ok: false, status, told: { problem, id, typed } });
  const answer = (came: Outcome, done: DoneWord): Came => (came.ok ? { ok: true, done } : refused(refusalSentence(t, came), 409));
  const wrong = (issue: { message: string } | undefined) => refused(fieldSentence(t, issue?.message ?? "required"), 422);

  const sort = async (sorting: Sorting, done: DoneWord) => {
    const ids = [...new Set(form.getAll("loi").filter((one): one is string => typeof one === "string" && isId(one)))];
    return answer(await sortRemarks(db, official, slug, ids, sorting, now), done);
  };
  switch (typed.viec) {
    case "da-doc":
      return sort({ as: "read" }, "read");
    case "gan-nhan":
      return sort({ as: "tagged", tag: typed.nhan ?? "" }, "tagged");
    case "bo-nhan":
      return sort({ as: "untagged", tag: typed.nhan ?? "" }, "untagged");
    case "de-rieng": {
      const reason = setAsideReasons.find((one) => one === typed["ly-do"]);
      return reason ? sort({ as: "set_aside", reason }, "setAside") : wrong(undefined);
    }
    case "them-nhan": {
      const draft = OwnTagDraft.safeParse(typed);
      if (!draft.success) return wrong(draft.error.issues[0]);
      return answer(await addOwnTag(db, official, slug, draft.data, now), "tagMade");
    }
    case "ngung-nhan":
      return answer(await retireOwnTag(db, official, slug, typed.nhan ?? "", now), "tagRetired");
  }
  if (!id) return wrong(undefined);

  const which = { id, revision: readRevision(typed.revision), reason: typed.reason ?? "" };
  switch (typed.viec) {
    case "de-xuat": {
      const proposal = RemarkProposal.safeParse(typed);
      if (!proposal.success) return wrong(proposal.error.issues[0]);
      return answer(await proposeRemark(db, official, slug, which, proposal.data, now), "proposed");
    }
    case "duyet":
      return answer(await approveRemark(db, official, slug, which, now), "approved");
    case "tra-lai":
      return answer(await returnRemark(db, official, slug, which, now), "returned");
    case "an":
      return answer(await turnRemark(db, official, slug, "hide", which, now), "hidden");
    case "hien":
      return answer(await turnRemark(db, official, slug, "show", which, now), "shown");
    case "rut":
      return answer(await turnRemark(db, official, slug, "withdraw", which, now), "withdrawn");
    default:
      return wrong(undefined);
  }
}
