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
import type { CaseView } from "./read-case.server.ts";

type Reply = CaseForOffice["replies"][number];
type Documents = CaseView["documents"];
type Props = { theCase: CaseForOffice; publication: Publication | null; documents: Documents; earlierOnly: boolean };

/** The answers as they stand, for those who approve, publish or only read. */
export function ReplyView({ theCase, publication, documents, earlierOnly }: Props) {
  const t = useText();
  const documentsOf = ({ round }: Reply) => documents.filter((one) => one.round === round);
  const earlier = theCase.replies.filter((one) => one.round !== theCase.reply?.round);
  return (
    <>
      {earlierOnly || !theCase.reply ? null : (
        <Section id="tra-loi" title={t("casework:reply.title")}>
          <div className="stack">
            <OneReply reply={theCase.reply} kind={theCase.kind} documents={documentsOf(theCase.reply)} />
            <PublicPreview theCase={theCase} publication={publication} />
          </div>
        </Section>
      )}
      {earlier.length > 0 ? (
        <Disclosure summary={t("casework:reply.earlier")}>
          <div className="stack">
            {earlier.map((reply) => (
              <OneReply key={reply.id} reply={reply} kind={theCase.kind} documents={documentsOf(reply)} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </>
  );
}

function OneReply({ reply, kind, documents }: { reply: Reply; kind: CaseForOffice["kind"]; documents: Documents }) {
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
          ...(documents.length > 0 ? [{ term: t("publication:documents.title"), detail: <ReplyDocuments documents={documents} /> }] : []),
        ]}
      />
    </div>
  );
}

/** What goes with the answer, for who approves it to read first. */
function ReplyDocuments({ documents }: { documents: Documents }) {
  const t = useText();
  return (
    <ul>
      {documents.map(({ id, title, forSender, opens }) => (
        <li key={id}>
          {opens ? <a href={`/can-bo/van-ban/${id}/tep/goc`}>{title}</a> : title}{" "}
          <StateTag tone={forSender ? "ok" : "info"}>{t(`publication:documents.${forSender ? "forSender" : "inside"}`)}</StateTag>
        </li>
      ))}
    </ul>
  );
}
