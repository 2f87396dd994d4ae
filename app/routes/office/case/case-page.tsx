import { useLocation } from "@remix-run/react";
import { useState } from "react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Deadline } from "#app/components/ui/deadline.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import type { CaseForOffice, Identity } from "#app/domain/feedback/index.server.ts";
import type { OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { ClockLine } from "../../feedback/clock-explanation.tsx";
import { clockWords } from "../../feedback/clock-words.ts";
import { MarkedText } from "../../feedback/marked-text.tsx";
import { LateFlag } from "../publication/late-flag.tsx";
import type { Tried } from "./answer-act.server.ts";
import { RevisionContext } from "./act-form.tsx";
import { CaseActBar, CaseActs } from "./case-acts.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { CaseIdentity } from "./case-identity.tsx";
import { CasePhotos } from "./case-photos.tsx";
import { CaseHistory, CaseNotes, CaseThread } from "./case-talk.tsx";
import type { CaseView } from "./read-case.server.ts";
import { PublicSide } from "./public-side.tsx";
import { ReplyEditor } from "./reply-editor.tsx";
import { ReplyView } from "./reply-view.tsx";
import { TemplatesContext } from "./template-choice.tsx";
import { TriedContext } from "./tried.tsx";

type CasePageProps = CaseView & { done: OfficeAct | null; offline: boolean; tried: Tried | null; revealed: Identity | null };

/** One case in one column: how it stands, what was sent, the answer, the acts, the trace. */
export function CasePage({ done, offline, tried, revealed, ...view }: CasePageProps) {
  const t = useText();
  const { to } = useLanguage();
  const { theCase } = view;
  // Each save by hand starts the editor anew from what is stored; a save by itself, or one that never arrived, leaves it alone.
  const here = useLocation();
  const [saved, setSaved] = useState(here.key);
  if (!offline && saved !== here.key) setSaved(here.key);
  const edits = theCase.mayDo.includes("save_draft");
  return (
    <TriedContext.Provider value={tried}>
      <RevisionContext.Provider value={theCase.revision}>
        <TemplatesContext.Provider value={view.templates}>
          <PageHeader
            long
            title={theCase.subject || theCase.code}
            kicker={`${theCase.code} · ${t(`words:caseKind.${theCase.kind}`)}`}
            before={
              <Breadcrumbs
                label={t("common:breadcrumbs")}
                items={[{ text: t("casework:page.back"), href: to("/can-bo/ho-so") }, { text: theCase.code }]}
              />
            }
            lead={<Standing theCase={theCase} />}
          />
          <div className="stack stack-loose">
            {offline ? (
              <Notice tone="bad" title={t("casework:offline.title")} live>
                {t("casework:offline.detail")}
              </Notice>
            ) : tried ? (
              <Notice tone="bad" title={t("casework:refused")} live>
                {tried.error}
              </Notice>
            ) : done && !revealed ? (
              <Notice tone="ok" live>
                {t(`casework:done.${done}`)}
              </Notice>
            ) : null}
            <Section id="noi-dung-goc" title={t("casework:page.content")}>
              <div className="stack measure" lang={theCase.language}>
                <MarkedText text={theCase.body} allowed={theCase.ownContacts} />
                {theCase.attachments.length > 0 ? <CasePhotos photos={theCase.attachments} /> : null}
              </div>
            </Section>
            {edits ? <ReplyEditor key={saved} theCase={theCase} done={done} /> : null}
            <ReplyView theCase={theCase} publication={view.publication} documents={view.documents} earlierOnly={edits} />
            <PublicSide theCase={theCase} versions={view.versions} />
            <CaseActs {...view} />
            <Deadlines theCase={theCase} />
            <CaseIdentity masked={view.identity} revealed={revealed} mayReveal={theCase.mayDo.includes("reveal_identity")} />
            <Section id="thong-tin" title={t("casework:page.facts")}>
              <CaseFacts theCase={theCase} />
            </Section>
            <CaseThread theCase={theCase} />
            <CaseNotes theCase={theCase} />
            <CaseHistory theCase={theCase} />
          </div>
          <CaseActBar mayDo={theCase.mayDo} />
        </TemplatesContext.Provider>
      </RevisionContext.Provider>
    </TriedContext.Provider>
  );
}

/** State, deadline, flags, in one line. */
function Standing({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const { lang, to } = useLanguage();
  const next = theCase.clocks.filter((clock) => clock.state !== "stopped").sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  return (
    <div className="cluster">
      <StateTag tone="info">{t(`words:caseState.${theCase.state}`)}</StateTag>
      {theCase.urgent ? <StateTag tone="bad">{t("casework:page.urgent")}</StateTag> : null}
      {next ? (
        <Deadline {...clockWords(t, next)} date={`${t(`words:clockStep.${next.step}`)}, ${formatDay(lang, next.dueOn)}`} dateTime={next.dueOn} />
      ) : null}
      {theCase.publicCopy === "shown" ? <a href={to(`/phan-anh/${theCase.code}`)}>{t("casework:page.openPublic")}</a> : null}
      <LateFlag clocks={theCase.clocks} />
      {theCase.publicCopy === "hidden" ? <StateTag tone="warn">{t("casework:page.hidden")}</StateTag> : null}
    </div>
  );
}

function Deadlines({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const facts = (clocks: CaseForOffice["clocks"]) => (
    <DefinitionList facts={clocks.map((clock) => ({ term: t(`words:clockStep.${clock.step}`), detail: <ClockLine clock={clock} /> }))} />
  );
  const running = theCase.clocks.filter((clock) => clock.state !== "stopped");
  const ended = theCase.clocks.filter((clock) => clock.state === "stopped");
  if (theCase.clocks.length === 0) return null;
  return (
    <Section id="thoi-han" title={t("casework:page.deadlines")}>
      {running.length > 0 ? facts(running) : <p className="muted">{t("feedback:clock.none")}</p>}
      {ended.length > 0 ? <Disclosure summary={t("casework:page.pastClocks")}>{facts(ended)}</Disclosure> : null}
    </Section>
  );
}
