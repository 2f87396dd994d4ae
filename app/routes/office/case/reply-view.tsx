import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { MetaLine } from "#app/components/ui/item-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import type { CaseForOffice, Publication } from "#app/domain/feedback/index.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { Paragraphs } from "../../feedback/paragraphs.tsx";
import { PublicPreview } from "./public-preview.tsx";

type Reply = CaseForOffice["replies"][number];

/** The answers as they stand, for those who approve, publish or only read. */
export function ReplyView({ theCase, publication, earlierOnly }: { theCase: CaseForOffice; publication: Publication | null; earlierOnly: boolean }) {
  const t = useText();
  const earlier = theCase.replies.filter((one) => one.round !== theCase.reply?.round);
  return (
    <>
      {earlierOnly || !theCase.reply ? null : (
        <Section id="tra-loi" title={t("casework:reply.title")}>
          <div className="stack">
            <OneReply reply={theCase.reply} kind={theCase.kind} />
            <PublicPreview theCase={theCase} publication={publication} />
          </div>
        </Section>
      )}
      {earlier.length > 0 ? (
        <Disclosure summary={t("casework:reply.earlier")}>
          <div className="stack">
            {earlier.map((reply) => (
              <OneReply key={reply.id} reply={reply} kind={theCase.kind} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </>
  );
}

function OneReply({ reply, kind }: { reply: Reply; kind: CaseForOffice["kind"] }) {
  const t = useText();
  const { lang } = useLanguage();
  return (
    <div className="card">
      <div className="cluster">
        <strong>{t("casework:reply.round", { round: String(reply.round) })}</strong>
        <StateTag tone={reply.state === "approved" ? "ok" : reply.state === "returned" ? "warn" : "info"}>
          {t(`casework:reply.states.${reply.state}`)}
        </StateTag>
      </div>
      <MetaLine
        facts={[
          t("casework:reply.by", { name: reply.author }),
          reply.approvedBy && t("casework:reply.approvedBy", { name: reply.approvedBy }),
          t("casework:reply.savedAt", { time: formatInstant(lang, reply.updatedAt) }),
        ]}
      />
      {reply.returnComment ? (
        <Notice tone="warn" title={t("casework:reply.returnComment")}>
          <p className="whitespace-pre-line">{reply.returnComment}</p>
        </Notice>
      ) : null}
      <h3>{t("casework:reply.body")}</h3>
      <Paragraphs text={reply.body} />
      <DefinitionList
        facts={[
          // A question is answered; nothing in it is found right or wrong.
          ...(reply.conclusion && kind !== "hoi_dap"
            ? [{ term: t("casework:reply.conclusion"), detail: t(`words:conclusion.${reply.conclusion}`) }]
            : []),
          ...(reply.legalBasis
            ? [{ term: t("casework:reply.legalBasis"), detail: <span className="whitespace-pre-line">{reply.legalBasis}</span> }]
            : []),
        ]}
      />
    </div>
  );
}
