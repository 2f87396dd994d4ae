import { parseCaseCode } from "#app/domain/codes.ts";
import { type BulkAct, bulkActs } from "#app/domain/feedback/vocabulary.ts";

export type BulkForm = {
  act: BulkAct | undefined;
  /** Each with the revision that the list showed. */
  chosen: { code: string; revision: number }[];
  unitId: string | undefined;
  handlerId: string | undefined;
};

/** A form of the work list; each case once, however often it came, and nothing that is no case. */
export function readBulkForm(form: FormData): BulkForm {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value.length <= 100 ? value : undefined;
  };
  const chosen = new Map<string, number>();
  for (const value of form.getAll("case")) {
    const [typed = "", revision = ""] = typeof value === "string" ? value.slice(0, 100).split(":") : [];
    const code = parseCaseCode(typed);
    if (code && !chosen.has(code)) chosen.set(code, /^\d{1,9}$/.test(revision) ? Number(revision) : 0);
  }
  return {
    act: bulkActs.find((act) => act === text("act")),
    chosen: [...chosen].map(([code, revision]) => ({ code, revision })),
    unitId: text("unitId") || undefined,
    handlerId: text("handlerId") || undefined,
  };
}
