import { createKiosk, renewKioskCode, revokeKiosk } from "#app/domain/kiosks/index.server.ts";
import { KioskDraft } from "#app/domain/kiosks/schemas.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { qrModules } from "#app/platform/qr.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";

type Code = { code: string; name: string; address: string; modules: boolean[][] };

export type KioskAnswer = {
  notice: string | null;
  refused: string | null;
  /** Shown once. */
  code: Code | null;
  typed: Record<string, string>;
  errors: FieldErrors;
  status: 200 | 409 | 422;
};

const silent = { notice: null, refused: null, code: null, typed: {}, errors: {}, status: 200 as const };

/** Makes a kiosk, gives one a new code (`ma-moi`), or ends one (`thu-hoi`). */
export async function changeKiosk(visit: Visit & { official: Official }, typed: Record<string, string>): Promise<KioskAnswer> {
  const { db, official, now, t, to, portal } = visit;
  const id = typed.may ?? "";
  const codeFor = (made: { code: string; round: string }, name: string): Code => {
    const address = `${portal.publicUrl}${to(`/khao-sat/${made.round}/ki-ot`)}?ma=${made.code}`;
    return { code: made.code, name, address, modules: qrModules(address) };
  };

  if (typed.viec === "thu-hoi") {
    const revoked = await revokeKiosk(db, official, id, now);
    if (!revoked.ok) return { ...silent, refused: refusalSentence(t, revoked), status: 409 };
    return { ...silent, notice: t("kiosk:office.revoked") };
  }
  if (typed.viec === "ma-moi") {
    const renewed = await renewKioskCode(db, official, id, now);
    if (!renewed.ok) return { ...silent, refused: refusalSentence(t, renewed), status: 409 };
    return { ...silent, code: codeFor(renewed.value, typed.ten ?? "") };
  }

  const [round = "", unit = ""] = (typed.place ?? "").split("/");
  const draft = KioskDraft.safeParse({ name: typed.name, round, unit, procedure: typed.procedure || null });
  if (!draft.success) {
    const { round: noRound, unit: noUnit, ...errors } = fieldSentences(t, draft.error);
    return { ...silent, typed, errors: { ...errors, place: noRound ?? noUnit }, status: 422 };
  }
  const made = await createKiosk(db, official, draft.data, now);
  if (!made.ok) return { ...silent, typed, refused: refusalSentence(t, made), status: 409 };
  return { ...silent, code: codeFor(made.value, draft.data.name) };
}
