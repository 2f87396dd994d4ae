import { Checkbox } from "#app/components/form/checkbox.tsx";
import { DateField } from "#app/components/form/date-field.tsx";
import { StepIndicator } from "#app/components/form/step-indicator.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { extensionDaysMost, reasonMaxLength, type RoundStage } from "#app/domain/surveys/vocabulary.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";
import { isDangerous, type RoundAct, writtenFor } from "./round-acts.ts";

const steps = ["draft", "approve", "open", "close", "check", "compute", "approveResults", "publish", "archive"] as const;
/** Which step a stage stands at. */
const stepOf: Readonly<Record<RoundStage, (typeof steps)[number]>> = {
  drafting: "draft",
  to_approve: "approve",
  approved: "approve",
  open: "open",
  to_check: "check",
  to_compute: "compute",
  to_approve_results: "approveResults",
  published: "publish",
  correcting: "compute",
  correction_to_approve: "approveResults",
  archived: "archive",
};

type Round = {
  slug: string;
  stage: RoundStage;
  opensOn: string;
  closesOn: string;
  /** Where the last day is over: until when paper sheets are typed in; null where they are not any more. */
  ended: { keyingUntil: string | null } | null;
  /** A later last day that waits for a leader. */
  asked: { until: string; reason: { vi: string; en: string } } | null;
  returnReason: string | null;
  correction: string | null;
};

/** An open round whose last day is over: nobody answers any more, and paper may still be typed in. */
function endedWords(
  t: ReturnType<typeof useText>,
  lang: ReturnType<typeof useLanguage>["lang"],
  closesOn: string,
  keyingUntil: string | null,
): string {
  const ended = formatDay(lang, closesOn);
  return keyingUntil === null ? t("life:ended.close", { ended }) : t("life:ended.keying", { ended, until: formatDay(lang, keyingUntil) });
}

/** Where the round stands, and what can be done: first asked for, then confirmed under a sentence that says what will follow. */
export function RoundSteps({
  round,
  sheets,
  acts,
  asked,
  seen,
  edits,
  typed = {},
  errors = {},
}: {
  round: Round;
  sheets: number;
  /** What this official may do now, the step forward first. */
  acts: readonly RoundAct[];
  asked: RoundAct | null;
  /** What the page shows to be decided on, by its number. */
  seen: number;
  edits: boolean;
  typed?: Record<string, string> | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { lang, to } = useLanguage();
  const t = useText();
  const here = to(`/can-bo/khao-sat/${round.slug}`);
  const at = steps.indexOf(stepOf[round.stage]);
  const details = {
    from: formatDay(lang, round.opensOn),
    to: formatDay(lang, round.closesOn),
    until: round.asked ? formatDay(lang, round.asked.until) : "",
    formatted: formatNumber(lang, sheets),
    days: String(extensionDaysMost),
  };
  const chosen = acts.find((act) => act === asked);
  return (
    <Section id="viec" title={t("surveys:office.acts")}>
      <StepIndicator
        label={t("life:steps.label")}
        words={t("life:steps.now", { number: String(at + 1), of: String(steps.length), step: t(`life:steps.${steps[at] ?? "draft"}`) })}
        steps={steps.map((step, index) => ({ label: t(`life:steps.${step}`), state: index < at ? "done" : index === at ? "now" : "todo" }))}
      />
      <p>{round.ended ? endedWords(t, lang, round.closesOn, round.ended.keyingUntil) : t(`life:standing.${round.stage}`)}</p>
      {round.asked ? (
        <Notice tone="info" title={t("life:extension.asked", { day: formatDay(lang, round.asked.until) })}>
          <p>{t("life:extension.reasonVi", { reason: round.asked.reason.vi })}</p>
          <p>{t("life:extension.reasonEn", { reason: round.asked.reason.en })}</p>
        </Notice>
      ) : null}
      {round.returnReason ? (
        <Notice tone="warn" title={t("life:returned")}>
          <p>{round.returnReason}</p>
        </Notice>
      ) : null}
      {round.correction ? <p>{t("life:noteGiven", { note: round.correction })}</p> : null}
      {chosen ? (
        <form method="post" action={`${here}?viec=${chosen}#viec`} className="stack measure">
          <Notice tone="warn" title={t(`life:act.${chosen}`)}>
            <p>{t(`life:before.${chosen}`, details)}</p>
          </Notice>
          <input type="hidden" name="viec" value={chosen} />
          <input type="hidden" name="seen" value={seen} />
          {writtenFor[chosen] === "reason" ? (
            <TextArea
              id="reason"
              name="reason"
              rows={3}
              label={t("life:reason")}
              error={errors.reason}
              defaultValue={typed.reason}
              limit={reasonMaxLength}
            />
          ) : null}
          {writtenFor[chosen] === "extension" ? (
            <DateField
              id="until"
              name="until"
              label={t("life:extension.until")}
              error={errors.until}
              defaultValue={typed.until}
              min={round.closesOn}
            />
          ) : null}
          {writtenFor[chosen] === "note" || writtenFor[chosen] === "extension"
            ? (["vi", "en"] as const).map((language) => (
                <TextArea
                  key={language}
                  id={language}
                  name={language}
                  rows={3}
                  label={t(language === "vi" ? "life:noteVi" : "life:noteEn")}
                  hint={writtenFor[chosen] === "note" ? t("life:noteHint") : t("life:extension.hint")}
                  error={errors[language]}
                  defaultValue={typed[language]}
                  limit={reasonMaxLength}
                />
              ))
            : null}
          {writtenFor[chosen] === "extension" ? (
            <Checkbox id="acrossHalf" name="acrossHalf" label={t("life:extension.acrossHalf")} defaultChecked={typed.acrossHalf === "on"} />
          ) : null}
          <ButtonRow>
            <Button look={isDangerous(chosen) ? "danger" : "primary"}>{t(`life:act.${chosen}`)}</Button>
            <ButtonLink look="quiet" href={here}>
              {t("surveys:office.cancel")}
            </ButtonLink>
          </ButtonRow>
        </form>
      ) : acts.length > 0 ? (
        <ButtonRow>
          {acts.map((act, index) => (
            <ButtonLink key={act} look={index === 0 ? "primary" : "quiet"} href={`${here}?viec=${act}#viec`}>
              {t(`life:act.${act}`)}
            </ButtonLink>
          ))}
          {edits ? (
            <ButtonLink look="secondary" href={`${here}/sua`}>
              {t("life:edit.link")}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      ) : (
        <p className="muted">{t("surveys:office.noActs")}</p>
      )}
    </Section>
  );
}
