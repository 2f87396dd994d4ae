import { Form } from "@remix-run/react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { DocumentFinding } from "#app/domain/feedback/index.server.ts";
import type { Box } from "#app/domain/publishing/vocabulary.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { DocumentFindings } from "./document-findings.tsx";

type Props = {
  code: string;
  id: string;
  title: string;
  revision: number;
  boxes: Box[];
  pages: number;
  findings: (Omit<DocumentFinding, "boxes"> & { located: boolean })[];
  undecided: number;
  redactedAt: Date | null;
  stays: string | null;
  done: "marked" | "made" | null;
  error: string | null;
};

/** One PDF: what the detector finds in it, what is covered, its pages as they will be public, and the making of that file. */
export function DocumentPage({ code, id, title, revision, boxes, pages, findings, undecided, redactedAt, stays, done, error }: Props) {
  const t = useText();
  const { lang, to } = useLanguage();
  const hidden = <input type="hidden" name="revision" value={revision} />;
  const percent = (n: number) => formatNumber(lang, n, 1);
  return (
    <>
      <PageHeader
        title={title}
        kicker={code}
        before={<a href={to(`/can-bo/ho-so/${code}/cong-khai`)}>{t("publication:open")}</a>}
        lead={<p>{t("publication:redact.lead")}</p>}
      />
      <div className="stack stack-loose">
        {error ? (
          <Notice tone="bad" live>
            {error}
          </Notice>
        ) : done ? (
          <Notice tone="ok" live>
            {t(`publication:done.${done}`)}
          </Notice>
        ) : null}
        {stays ? <Notice tone="warn">{t("publication:redact.stays", { why: stays })}</Notice> : null}
        {stays ? null : (
          <>
            {redactedAt ? <Notice tone="ok">{t("publication:redact.made", { time: formatInstant(lang, redactedAt) })}</Notice> : null}
            <Section id="tim-thay" title={t("publication:redact.found")}>
              <DocumentFindings findings={findings} undecided={undecided} revision={revision} />
            </Section>
            <Section id="theo-tu" title={t("publication:redact.words")}>
              <Form method="post" className="stack" key={revision}>
                {hidden}
                <TextField id="words" name="words" label={t("publication:redact.words")} hint={t("publication:redact.wordsHint")} />
                <SubmitRow look="secondary" name="intent" value="words" text={t("publication:redact.wordsButton")} />
              </Form>
            </Section>
            <Section id="theo-o" title={t("publication:redact.box")}>
              <Form method="post" className="stack" key={revision}>
                {hidden}
                <p className="muted">{t("publication:redact.boxHint")}</p>
                <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-5">
                  <TextField id="box-page" name="page" inputMode="numeric" label={t("publication:redact.number")} />
                  {(["x", "y", "width", "height"] as const).map((name) => (
                    <TextField key={name} id={`box-${name}`} name={name} inputMode="decimal" label={t(`publication:redact.${name}`)} />
                  ))}
                </div>
                <SubmitRow look="secondary" name="intent" value="box" text={t("publication:redact.boxButton")} />
              </Form>
              {boxes.length > 0 ? <h3>{t("publication:redact.boxes")}</h3> : null}
              <ul className="stack stack-tight">
                {boxes.map((box, index) => (
                  <li key={index} className="cluster">
                    <span>
                      {t("publication:redact.oneBox", {
                        page: String(box.page),
                        x: percent(box.x),
                        y: percent(box.y),
                        width: percent(box.width),
                        height: percent(box.height),
                      })}
                    </span>
                    <Form method="post">
                      {hidden}
                      <input type="hidden" name="index" value={index} />
                      <Button look="quiet" small name="intent" value="unbox">
                        {t("publication:redact.unbox", { n: String(index + 1) })}
                      </Button>
                    </Form>
                  </li>
                ))}
              </ul>
            </Section>
            <Section id="trang" title={t("publication:redact.pictures")}>
              <div className="stack">
                {Array.from({ length: pages }, (_, index) => (
                  <img
                    key={`${index} ${revision}`}
                    className="measure"
                    loading="lazy"
                    src={`/can-bo/van-ban/${id}/${index + 1}?v=${revision}`}
                    alt={t("publication:redact.picture", { page: String(index + 1) })}
                  />
                ))}
              </div>
            </Section>
            <Section id="tao" title={t("publication:redact.make")}>
              <Form method="post" className="stack">
                {hidden}
                <SubmitRow
                  name="intent"
                  value="make"
                  text={t("publication:redact.make")}
                  note={<p className="muted small">{t("publication:redact.makeNote")}</p>}
                />
              </Form>
            </Section>
          </>
        )}
      </div>
    </>
  );
}
