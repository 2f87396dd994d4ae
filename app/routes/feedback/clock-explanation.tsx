import type { ReactNode } from "react";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Deadline } from "#app/components/ui/deadline.tsx";
import { plusDays } from "#app/domain/calendar/civil-day.ts";
import { restartReason } from "#app/domain/calendar/clock.ts";
import type { DeadlineExplanation, WalkedDay } from "#app/domain/calendar/explain-deadline.ts";
import type { CaseClock } from "#app/domain/calendar/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { clockWords, daysInWords } from "./clock-words.ts";

/** A clock in one line, with every day that made it behind “Vì sao là ngày này?”. */
export function ClockLine({ clock }: { clock: CaseClock }) {
  const t = useText();
  const { lang } = useLanguage();
  const { words, tone } = clockWords(t, clock);
  const last = clock.explanation.pausedSince;
  return (
    <div>
      <Deadline words={words} tone={tone} date={t("feedback:clock.dueOn", { day: formatDay(lang, clock.dueOn) })} dateTime={clock.dueOn} />
      <Disclosure summary={t("feedback:track.why")}>
        <DaysWalked explanation={clock.explanation} basis={clock.rule.basis}>
          {clock.originalDueOn === clock.dueOn ? null : <p>{t("calendar:explain.original", { day: formatDay(lang, clock.originalDueOn) })}</p>}
          <DueChanges changes={clock.changes} />
          {last ? <p>{t("feedback:explain.pausedNow", { day: formatDay(lang, last) })}</p> : null}
          {clock.dueIfContinued ? <p>{t("calendar:explain.ifContinued", { day: formatDay(lang, clock.dueIfContinued) })}</p> : null}
          {clock.rule.ceiling ? <p>{t("calendar:explain.ceiling", { time: daysInWords(t, clock.rule.ceiling, clock.rule.count) })}</p> : null}
          <p className="muted">{t("calendar:explain.ruleName", { code: clock.rule.code, version: String(clock.rule.version) })}</p>
        </DaysWalked>
      </Disclosure>
    </div>
  );
}

/** Every move of the due day: restarts, extensions, changes of the calendar. */
function DueChanges({ changes }: { changes: CaseClock["changes"] }) {
  const t = useText();
  const { lang } = useLanguage();
  if (changes.length === 0) return null;
  const day = (one: string) => formatDay(lang, one);
  return (
    <>
      <p>{t("calendar:explain.changes")}</p>
      <ul className="list-disc pl-6">
        {changes.map(({ on, why, from, to, version }) => (
          <li key={`${on} ${from} ${to}`}>
            {t(`calendar:explain.change.${why}`, { on: day(on), from: day(from), to: day(to), version: String(version ?? "") })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How a due day was counted: the rule and its source, what was skipped and why, which calendar. */
export function DaysWalked({
  explanation,
  basis,
  intro,
  children,
}: {
  explanation: DeadlineExplanation;
  basis?: string | undefined;
  /** Said in place of the rule, where the rule is not known. */
  intro?: string | undefined;
  children?: ReactNode;
}) {
  const t = useText();
  const { lang } = useLanguage();
  const { days, amount, count, from } = explanation;
  const short = (day: string) => formatDay(lang, day);
  const weekends = days.filter((walked) => walked.verdict === "weekend");
  const special = days.filter(isNamedDayOff);
  const madeUp = days.filter((walked) => walked.verdict === "make_up_work");
  const spans = pausedSpans(days);
  const paused = days.filter((walked) => walked.verdict === "paused").length;
  const counted = days.filter((walked) => walked.ordinal !== null).length;
  const sum = t("calendar:explain.sum", {
    from: short(plusDays(from, 1)),
    to: short(explanation.due),
    all: String(days.length),
    counted: String(counted),
    skipped: String(days.length - counted - paused),
    paused: String(paused),
  });
  const nothing = weekends.length + special.length + spans.length === 0;

  return (
    <div className="stack stack-tight small measure">
      <p>
        {intro ?? t("feedback:explain.rule", { time: daysInWords(t, amount, count), from: short(from) })}{" "}
        {basis ? t("feedback:explain.basis", { basis }) : null}
      </p>
      <p>{t("feedback:explain.dayZero")}</p>
      {nothing ? (
        <p>{t("feedback:explain.noneSkipped")}</p>
      ) : (
        <>
          <p>{t("feedback:explain.skipped")}</p>
          <ul className="list-disc pl-6">
            {spans.map(({ from: first, to, restart }) => (
              <li key={first}>
                {restart
                  ? t("feedback:explain.restart", { day: short(to) })
                  : t("feedback:explain.pausedSpan", { from: short(first), to: short(to) })}
              </li>
            ))}
            {weekends.length > 0 ? <li>{t("feedback:explain.weekends", { days: weekends.map(({ day }) => short(day)).join("; ") })}</li> : null}
            {special.map(({ day, special: named }) => (
              <li key={day}>
                {t("feedback:explain.special", {
                  day: short(day),
                  name: t("calendar:explain.notice", { name: lang === "vi" ? named.nameVi : named.nameEn, source: named.source }),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {madeUp.length > 0 ? <p>{t("feedback:explain.madeUp", { days: madeUp.map(({ day }) => short(day)).join("; ") })}</p> : null}
      {intro ? null : <p>{t("feedback:explain.counted", { counted: daysInWords(t, amount, count), day: short(explanation.countedOutOn) })}</p>}
      {intro ? null : <p>{sum}</p>}
      {explanation.moved ? <p>{t("feedback:explain.moved", { day: short(explanation.due) })}</p> : null}
      {children}
      {explanation.provisional ? <p>{t("feedback:explain.provisional")}</p> : null}
      <p className="muted">{t("feedback:explain.version", { version: String(explanation.calendarVersion) })}</p>
    </div>
  );
}

const isNamedDayOff = (walked: WalkedDay): walked is WalkedDay & { special: NonNullable<WalkedDay["special"]> } =>
  walked.special !== null && ["holiday", "make_up_off", "swap_off", "local_off"].includes(walked.verdict);

/** Days the clock stood still, as spans from the first to the last. */
function pausedSpans(days: readonly WalkedDay[]) {
  const spans: { from: string; to: string; restart: boolean }[] = [];
  for (const { day, verdict, pauseReason } of days) {
    if (verdict !== "paused") continue;
    const open = spans.at(-1);
    const restart = pauseReason === restartReason;
    if (open && open.restart === restart && plusDays(open.to, 1) === day) open.to = day;
    else spans.push({ from: day, to: day, restart });
  }
  return spans;
}
