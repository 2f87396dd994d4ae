import { Notice } from "#app/components/ui/notice.tsx";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import type { SentMessage } from "#app/domain/messages/index.server.ts";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** What became of each mail of a case: state, why, the server's code, the next try. */
export function MailFates({ mails }: { mails: readonly SentMessage[] }) {
  const t = useText();
  const { lang } = useLanguage();
  return (
    <ul className="small">
      {mails.map((mail) => (
        <li key={mail.id}>
          {[
            t("messages:fate.line", { when: formatInstant(lang, mail.queuedAt), state: t(`messages:fate.state.${mail.state}`) }),
            mail.reason && t(`messages:fate.reason.${mail.reason}`),
            mail.code,
            mail.attempts > 1 && t("messages:fate.attempts", { count: mail.attempts }),
            mail.nextTryAt && t("messages:fate.next", { when: formatInstant(lang, mail.nextTryAt) }),
          ]
            .filter(Boolean)
            .join(", ")}
        </li>
      ))}
    </ul>
  );
}

const notArrived = ["failed", "bounced", "suppressed"];

/** Says it plainly when the last mail did not reach the sender: “Thư … chưa tới được n…@e….vn”. */
export function LostMailNotice({ mails }: { mails: readonly SentMessage[] }) {
  const t = useText();
  const { lang } = useLanguage();
  const last = mails.findLast((mail) => mail.reason !== "not_wanted");
  if (!last?.addressHint || !notArrived.includes(last.state)) return null;
  return (
    <Notice tone="warn" title={t("messages:fate.lost", { day: formatDay(lang, civilDay(last.queuedAt)), address: last.addressHint })}>
      <p>{t("messages:fate.lostHelp")}</p>
    </Notice>
  );
}
