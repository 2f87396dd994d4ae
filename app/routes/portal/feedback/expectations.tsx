import { Notice } from "#app/components/ui/notice.tsx";
import { Section } from "#app/components/layout/section.tsx";
import type { CaseKind } from "#app/domain/feedback/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { AnswerPromise } from "../../feedback/answer-promise.server.ts";
import { daysInWords } from "../../feedback/clock-words.ts";

/** The day an answer is promised for, if sent now. */
export function Promised({ amount, count, on, fromAcceptance }: AnswerPromise) {
  const t = useText();
  const { lang } = useLanguage();
  const time = daysInWords(t, amount, count);
  const day = formatDay(lang, on);
  return (
    <Notice tone="ok" title={t("feedback:expect.promise", { day })}>
      <p>{t(fromAcceptance ? "feedback:expect.promiseAccepted" : "feedback:expect.promiseReceived", { time })}</p>
    </Notice>
  );
}

/**
 * What happens after sending, and what becomes public, in plain words.
 * @param published the sender's wish so far; undefined before it was asked
 */
export function Expectations({ kind, promise, published }: { kind: CaseKind; promise: AnswerPromise | null; published?: boolean | undefined }) {
  const t = useText();
  const { lang } = useLanguage();
  const shown = kind === "phan_anh_kien_nghi" ? "law" : published === undefined ? "wish" : published ? "yes" : "no";
  return (
    <Section id="se-the-nao" title={t("feedback:expect.title")}>
      <div className="prose">
        <ul>
          <li>{t("feedback:expect.receipt")}</li>
          {promise?.checkedBy ? <li>{t("feedback:expect.checked", { day: formatDay(lang, promise.checkedBy) })}</li> : null}
          {promise ? <li>{t("feedback:expect.answered", { day: formatDay(lang, promise.on) })}</li> : null}
          <li>{t(`feedback:expect.nameless.${kind}`)}</li>
          <li>{t("feedback:expect.office")}</li>
          <li>{t(`feedback:expect.public.${shown}`)}</li>
        </ul>
      </div>
    </Section>
  );
}
