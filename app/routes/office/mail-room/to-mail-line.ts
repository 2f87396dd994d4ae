import type { Tone } from "#app/components/ui/tag.tsx";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { RoomMail } from "#app/domain/messages/index.server.ts";
import type { DeliveryState } from "#app/domain/messages/vocabulary.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";

const tones: Record<DeliveryState, Tone> = {
  queued: "info",
  sending: "info",
  deferred: "info",
  sent: "ok",
  uncertain: "warn",
  failed: "bad",
  bounced: "bad",
  suppressed: "neutral",
};

/** A mail in words, for the mail room. */
export function toMailLine(t: ReturnType<typeof i18nFor>["t"], lang: Language, mail: RoomMail) {
  const { id, kind, state, reason, code, addressHint, tries, queuedAt, lastAt, nextTryAt, maySendAgain } = mail;
  return {
    id,
    queued: formatInstant(lang, queuedAt),
    kind: t(`mailroom:kinds.${kind}`),
    recipient: addressHint ?? "–",
    state: t(`messages:fate.state.${state}`),
    tone: tones[state],
    reason: reason ? t(`messages:fate.reason.${reason}`) : null,
    next: nextTryAt ? t("mailroom:next", { when: formatInstant(lang, nextTryAt) }) : null,
    tries: formatNumber(lang, tries),
    last: lastAt ? formatInstant(lang, lastAt) : "–",
    code: code ?? "–",
    maySendAgain,
  };
}

export type MailLine = ReturnType<typeof toMailLine>;
