import type { Tone } from "#app/components/ui/tag.tsx";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { OfficialRow } from "#app/domain/people/index.server.ts";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage } from "#app/i18n/language.ts";

const tones: Record<OfficialRow["standing"], Tone> = { active: "ok", locked: "warn", idle: "warn", left: "neutral" };

/** An account in words, as the people page shows it. */
export function toOfficialView(t: ReturnType<typeof i18nFor>["t"], lang: Language, row: OfficialRow) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    position: row.position,
    demo: row.demo,
    left: row.standing === "left",
    noFactor: row.active && !row.demo && !row.secondFactor,
    standing: { words: t(`people:standing.${row.standing}`), tone: tones[row.standing] },
    lastSeen: row.lastSeenAt ? formatInstant(lang, row.lastSeenAt) : t("people:list.never"),
    roles: row.roles.map((grant) => ({
      id: grant.id,
      role: t(`words:role.${grant.role}`),
      where: grant.unit ? inLanguage(lang, grant.unit) : t("people:account.wholePortal"),
      until: grant.validTo ? t("people:account.until", { day: formatDay(lang, grant.validTo) }) : null,
    })),
  };
}

export type OfficialView = ReturnType<typeof toOfficialView> & { yourself: boolean };
