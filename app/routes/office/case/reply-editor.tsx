import { Form } from "@remix-run/react";
import { useContext, useState, type ReactNode } from "react";
import { Select } from "#app/components/form/select.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { CaseForOffice } from "#app/domain/feedback/index.server.ts";
import { bodyMaxLength, conclusions, replyMaxLength, subjectMaxLength, type OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import { findPersonalData, maskPersonalData } from "#app/domain/publishing/personal-data.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { MarkedText } from "../../feedback/marked-text.tsx";
import type { OtherDraft } from "./acting.server.ts";
import { TemplateChoice } from "./template-choice.tsx";
import { TriedContext } from "./tried.tsx";
import { replyFormId, useAutosave } from "./use-autosave.ts";

type Name = "body" | "conclusion" | "legalBasis" | "publicTitle" | "publicQuestion" | "publicAnswer";

/**
 * The handler's answer: to the sender, and the texts for everybody beside what the sender wrote. Saving never
 * overwrites what somebody else stored: then both texts stand side by side. What is typed is saved by itself too.
 */
export function ReplyEditor({ theCase, done }: { theCase: CaseForOffice; done: OfficeAct | null }) {
  const t = useText();
  const { lang } = useLanguage();
  const context = useContext(TriedContext);
  const tried = context && (context.act === "save_draft" || context.act === "submit_reply") ? context : null;
  const { reply } = theCase;
  // A form sent back for a mistake was not stored: it goes on from the text it started from.
  const autosave = useAutosave(tried && tried.field !== null ? Number(tried.typed.replyRevision ?? 0) : (reply?.revision ?? 0));
  const other = autosave.other ?? tried?.other ?? null;
  const masked = (text: string) => maskPersonalData(text, findPersonalData(text, { allowed: theCase.ownContacts }));
  const fresh: Record<Name, string> = {
    body: "",
    conclusion: "",
    legalBasis: "",
    publicTitle: masked(theCase.subject),
    publicQuestion: masked(theCase.body),
    publicAnswer: "",
  };
  // What the fields started with: what is stored elsewhere meanwhile does not slip into them.
  const [value] = useState(
    () =>
      (name: Name): string =>
        tried?.typed[name] ?? (reply ? (reply[name] ?? "") : fresh[name]),
  );
  const field = (name: Name) => ({ id: `reply-${name}`, name, error: tried?.field === name ? tried.error : undefined, defaultValue: value(name) });
  const count = { left: t("casework:reply.count.left"), over: t("casework:reply.count.over") };

  return (
    <Section id="tra-loi" title={t("casework:reply.title")}>
      <Form
        method="post"
        noValidate
        className="stack"
        id={replyFormId}
        replace
        preventScrollReset
        onInput={autosave.changed}
        onSubmit={autosave.submitted}
      >
        <input type="hidden" name="revision" value={theCase.revision} />
        <input type="hidden" name="replyRevision" value={other?.revision ?? autosave.revision} />
        {other ? (
          <Notice tone="warn" title={t("casework:reply.conflictTitle")} live>
            {t("casework:reply.conflict")}
          </Notice>
        ) : tried && tried.field === null ? (
          <Notice tone="bad" live>
            {tried.error}
          </Notice>
        ) : null}
        {reply?.returnComment ? (
          <Notice tone="warn" title={t("casework:reply.returnComment")}>
            <p className="whitespace-pre-line">{reply.returnComment}</p>
          </Notice>
        ) : null}

        <TemplateChoice kind="reply" into="reply-body" />
        <Beside name="body" other={other}>
          <TextArea
            {...field("body")}
            label={t("casework:reply.body")}
            hint={t("casework:reply.bodyHint")}
            rows={12}
            limit={replyMaxLength}
            {...count}
          />
        </Beside>
        <Select
          {...field("conclusion")}
          label={t("casework:reply.conclusion")}
          placeholder={t("casework:reply.chooseConclusion")}
          width="medium"
          choices={conclusions.map((conclusion) => ({ value: conclusion, label: t(`words:conclusion.${conclusion}`) }))}
        />
        <Beside name="legalBasis" other={other}>
          <TextArea
            {...field("legalBasis")}
            label={t("casework:reply.legalBasis")}
            hint={t("casework:reply.legalBasisHint")}
            rows={2}
            limit={1000}
            {...count}
          />
        </Beside>

        <h3>{t("casework:reply.public")}</h3>
        <p className="muted small measure">{t("casework:reply.publicHint")}</p>
        <Beside name="publicTitle" other={other} original={theCase.subject}>
          <TextField {...field("publicTitle")} label={t("casework:reply.publicTitle")} maxLength={subjectMaxLength} />
        </Beside>
        <Findings theCase={theCase} name="publicTitle" />
        <Beside name="publicQuestion" other={other} original={theCase.body}>
          <TextArea {...field("publicQuestion")} label={t("casework:reply.publicQuestion")} rows={8} limit={bodyMaxLength} {...count} />
        </Beside>
        <Findings theCase={theCase} name="publicQuestion" />
        <Beside name="publicAnswer" other={other}>
          <TextArea
            {...field("publicAnswer")}
            label={t("casework:reply.publicAnswer")}
            hint={t("casework:reply.publicAnswerHint")}
            rows={8}
            limit={replyMaxLength}
            {...count}
          />
        </Beside>
        <Findings theCase={theCase} name="publicAnswer" />

        <div className="submit">
          <p className="muted small">{t("casework:reply.submitNote")}</p>
          <ButtonRow>
            <Button look="secondary" name="intent" value="save_draft">
              {t("casework:reply.save")}
            </Button>
            <Button name="intent" value="submit_reply">
              {t("casework:reply.submit")}
            </Button>
            <span role="status" className="muted small">
              {autosave.offline
                ? t("casework:offline.title")
                : autosave.at && !other
                  ? t("casework:reply.autosaved", { time: formatInstant(lang, autosave.at) })
                  : done === "save_draft" && !tried && reply
                    ? `${t("casework:done.save_draft")} ${t("casework:reply.savedAt", { time: formatInstant(lang, reply.updatedAt) })}`
                    : null}
            </span>
          </ButtonRow>
        </div>
      </Form>
    </Section>
  );
}

/** A field with what it is to be compared with: the sender's own words, or what somebody else stored. */
function Beside({
  name,
  other,
  original,
  children,
}: {
  name: Exclude<Name, "conclusion">;
  other: OtherDraft | null;
  original?: string;
  children: ReactNode;
}) {
  const t = useText();
  const theirs = other ? (other[name] ?? "") : null;
  const alone = theirs === null && original === undefined;
  // One and the same place in the tree: a text that comes to stand beside must not make the field start anew.
  return (
    <div className={alone ? undefined : "grid gap-4 lg:grid-cols-2"}>
      {children}
      {alone ? null : (
        <div className="stack">
          {theirs === null ? null : <Compared title={t("casework:reply.theirs")} text={theirs} />}
          {original === undefined ? null : <Compared title={t("casework:reply.original")} text={original} />}
        </div>
      )}
    </div>
  );
}

function Compared({ title, text }: { title: string; text: string }) {
  return (
    <div className="card">
      <p className="muted small">{title}</p>
      <MarkedText text={text} />
    </div>
  );
}

/** What the detector found in a public text as it was last saved. */
function Findings({ theCase, name }: { theCase: CaseForOffice; name: "publicTitle" | "publicQuestion" | "publicAnswer" }) {
  const t = useText();
  const found = theCase.personalData.filter(({ field }) => field === name);
  if (found.length === 0) return null;
  return (
    <Notice tone="warn">
      {t("casework:reply.personalData", {
        list: found.map(({ finding }) => `${t(`feedback:personalKind.${finding.kind}`)} (${finding.text})`).join(", "),
      })}
    </Notice>
  );
}
