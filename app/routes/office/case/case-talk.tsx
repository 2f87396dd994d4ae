import { Section } from "#app/components/layout/section.tsx";
import { Timeline } from "#app/components/ui/timeline.tsx";
import type { CaseForOffice } from "#app/domain/feedback/index.server.ts";
import { messageMaxLength } from "#app/domain/feedback/vocabulary.ts";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { MailFates } from "../../feedback/mail-fates.tsx";
import { Paragraphs } from "../../feedback/paragraphs.tsx";
import { actWords } from "../act-words.ts";
import { ActForm } from "./act-form.tsx";
import { WrittenField } from "./written-field.tsx";

/** Messages with the sender, and the mails that went out with their fate. */
export function CaseThread({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const { lang } = useLanguage();
  return (
    <Section id="trao-doi" title={t("casework:page.thread")}>
      <div className="stack">
        {theCase.thread.length === 0 ? <p className="muted">{t("casework:page.noThread")}</p> : null}
        {theCase.thread.map((message) => (
          <div key={message.id} className="card">
            <p className="muted small">
              {message.side === "sender" ? t("casework:page.fromSender") : (message.author ?? "")}, {formatInstant(lang, message.at)}
            </p>
            <Paragraphs text={message.body} />
          </div>
        ))}
        <div className="muted small">
          <p>
            {t("casework:page.mails")}: {theCase.messages.length === 0 ? t("casework:page.noMails") : null}
          </p>
          {theCase.messages.length > 0 ? <MailFates mails={theCase.messages} /> : null}
        </div>
      </div>
    </Section>
  );
}

/** Notes among officials; the form starts empty again after each. */
export function CaseNotes({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const { lang } = useLanguage();
  return (
    <Section id="ghi-chu" title={t("casework:page.notes")}>
      <div className="stack">
        {theCase.notes.length === 0 ? <p className="muted">{t("casework:page.noNotes")}</p> : null}
        {theCase.notes.map((note) => (
          <div key={note.id} className="card">
            <p className="muted small">
              {note.author}, {formatInstant(lang, note.at)}
              {note.unit ? ` – ${t("casework:page.opinionOf", { unit: inLanguage(lang, { vi: note.unit.nameVi, en: note.unit.nameEn }) })}` : null}
            </p>
            <Paragraphs text={note.body} />
          </div>
        ))}
        {theCase.mayDo.includes("add_note") ? (
          <ActForm key={theCase.notes.length} act="add_note" look="secondary">
            <WrittenField act="add_note" name="body" label={t("casework:fields.noteBody")} limit={messageMaxLength} rows={2} />
          </ActForm>
        ) : null}
      </div>
    </Section>
  );
}

/** Acts whose reason is a sentence, not a code. */
const withReason = new Set(["identity.revealed", "case.hide", "case.show", "case.extend"]);

/** The trace of the case, newest first. */
export function CaseHistory({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const { lang } = useLanguage();
  const who = (event: CaseForOffice["history"][number]) =>
    event.actor ?? t(event.by === "sender" ? "casework:page.bySender" : "casework:page.byPortal");
  return (
    <Section id="lich-su" title={t("casework:page.history")}>
      <Timeline
        label={t("casework:page.historyOf")}
        steps={[...theCase.history].reverse().map((event) => ({
          title: actWords(t, event.act),
          when: `${formatInstant(lang, event.at)}, ${who(event)}`,
          state: "done",
          stateWord: t("feedback:stepState.done"),
          ...(withReason.has(event.act) && typeof event.data.reason === "string" ? { body: <p className="small">{event.data.reason}</p> } : {}),
        }))}
      />
      {theCase.assignments.length > 0 ? (
        <div className="stack stack-tight">
          <h3>{t("casework:page.assignments")}</h3>
          <ul className="list-disc pl-6 small">
            {theCase.assignments.map((one) => (
              <li key={one.id}>
                {formatInstant(lang, one.at)}: {one.to ? inLanguage(lang, { vi: one.to.nameVi, en: one.to.nameEn }) : ""}, {one.by}
                {one.role === "supporting" ? ` – ${t("casework:fields.supporting").toLocaleLowerCase(lang)}` : ""}
                {one.note ? ` – ${one.note}` : ""}
                {one.bouncedAt
                  ? ` – ${t("casework:page.bounced", { day: formatDay(lang, civilDay(one.bouncedAt)), reason: one.bounceReason ?? "" })}`
                  : ""}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  );
}
