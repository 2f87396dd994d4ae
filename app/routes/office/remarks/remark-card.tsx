import { StateTag, Tag, type Tone } from "#app/components/ui/tag.tsx";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import type { OfficeRemark } from "#app/domain/remarks/index.server.ts";
import type { RemarkStanding } from "#app/domain/remarks/vocabulary.ts";
import { diffWords } from "#app/domain/publishing/word-diff.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { MarkedText } from "../../feedback/marked-text.tsx";
import { DiffText } from "../publication/diff-text.tsx";
import { bulkFormId } from "./bulk-form.tsx";
import { DecideForms } from "./decide-forms.tsx";
import { ProposeForm } from "./propose-form.tsx";
import { tagName } from "./tag-choices.ts";

const tones: Record<RemarkStanding, Tone> = {
  new: "neutral",
  read: "neutral",
  proposed: "info",
  published: "ok",
  hidden: "warn",
  set_aside: "neutral",
};

/** One open answer: its words, what officials made of it, and what may be done next. */
export function RemarkCard({
  item,
  place,
  readsAll,
  approves,
  closed,
  allowed,
  typed,
}: {
  item: OfficeRemark;
  /** On its page, from 1. */
  place: number;
  readsAll: boolean;
  approves: boolean;
  closed: boolean;
  allowed: readonly string[];
  typed: Record<string, string> | undefined;
}) {
  const { lang } = useLanguage();
  const t = useText();
  const { body, publicText, standing } = item;
  const isOut = standing === "proposed" || standing === "published" || standing === "hidden";
  const month = item.month ? `${item.month.slice(5, 7)}/${item.month.slice(0, 4)}` : null;
  return (
    <article className="card stack stack-tight" data-remark={item.id}>
      <div className="cluster">
        {readsAll && body !== null ? (
          <label className="choice">
            <input type="checkbox" name="loi" value={item.id} form={bulkFormId} />
            <span>
              {t("remarks:pick")}
              <VisuallyHidden> ({place})</VisuallyHidden>
            </span>
          </label>
        ) : null}
        <StateTag tone={tones[standing]}>{t(`remarks:standing.${standing}`)}</StateTag>
        <span className="muted small">
          {[inLanguage(lang, item.unit.name), inLanguage(lang, item.question.text), month].filter(Boolean).join(" · ")}
        </span>
      </div>
      {body === null ? (
        <p className="muted">{t("remarks:gone")}</p>
      ) : isOut && publicText !== null ? (
        <Change body={body} publicText={publicText} />
      ) : (
        <MarkedText text={body} allowed={allowed} />
      )}
      {isOut && publicText !== null ? (
        <>
          <p className="muted small">{t("remarks:willRead")}</p>
          <blockquote lang={item.language}>
            <MarkedText text={publicText} allowed={allowed} />
          </blockquote>
        </>
      ) : null}
      {item.keptReason && item.kept.length > 0 ? <p>{t("remarks:keptFor", { what: item.kept.join("”, “"), reason: item.keptReason })}</p> : null}
      {item.setAsideReason ? <p className="muted">{t("remarks:aside", { reason: t(`remarks:reasonFor.${item.setAsideReason}`) })}</p> : null}
      {item.reason ? <p className="muted">{t("remarks:wasReturned", { reason: item.reason })}</p> : null}
      {item.tags.length > 0 ? (
        <p className="cluster">
          {item.tags.map((tag) => (
            <Tag key={tag.code}>{tagName(lang, tag)}</Tag>
          ))}
        </p>
      ) : null}
      {readsAll && closed && body !== null && standing !== "published" && standing !== "hidden" ? (
        <ProposeForm item={item} body={body} allowed={allowed} typed={typed?.viec === "de-xuat" ? typed : undefined} />
      ) : null}
      <DecideForms item={item} readsAll={readsAll} approves={approves} typed={typed} />
    </article>
  );
}

/** What was left out of the words as they came; nothing where nothing was. */
function Change({ body, publicText }: { body: string; publicText: string }) {
  const t = useText();
  const parts = diffWords(body, publicText);
  if (parts.every(({ kind }) => kind === "same")) return null;
  return (
    <>
      <p className="muted small">{t("remarks:change")}</p>
      <DiffText parts={parts} />
    </>
  );
}
