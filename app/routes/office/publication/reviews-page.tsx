import { Form } from "@remix-run/react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import type { ReviewItem } from "#app/domain/feedback/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type Tried = { code: string; reason: string; error: string };
type Props = { month: string; open: boolean; items: ReviewItem[]; done: boolean; tried: Tried | null };

/** What is not public, or was rated worst, looked at once a month. */
export function ReviewsPage({ month, open, items, done, tried }: Props) {
  const t = useText();
  const left = items.filter(({ review }) => review === null).length;
  return (
    <>
      <PageHeader title={t("publication:review.title")} lead={<p>{t("publication:review.lead")}</p>} />
      <div className="stack stack-loose">
        {tried ? (
          <Notice tone="bad" live>
            {tried.error}
          </Notice>
        ) : done ? (
          <Notice tone="ok" live>
            {t("publication:done.reviewed")}
          </Notice>
        ) : null}
        <Form method="get" className="cluster">
          <TextField id="thang" name="thang" type="month" label={t("publication:review.month")} defaultValue={month.slice(0, 7)} />
          <Button look="secondary">{t("publication:review.show")}</Button>
        </Form>
        {items.length === 0 ? (
          <EmptyState title={t("publication:review.none")} icon="check">
            <p>{t("publication:review.noneLine")}</p>
          </EmptyState>
        ) : (
          <Section id="danh-sach" title={left > 0 ? t("publication:review.left", { count: left }) : t("publication:review.all")}>
            <ul className="stack">
              {items.map((item) => (
                <li key={item.code} className="card stack stack-tight" id={item.code}>
                  <Item item={item} open={open} tried={tried?.code === item.code ? tried : null} />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}

function Item({ item, open, tried }: { item: ReviewItem; open: boolean; tried: Tried | null }) {
  const t = useText();
  const { lang, to } = useLanguage();
  const { code, title, cause, by, since, review } = item;
  const why = item.withholdReason ? t(`words:withholdReason.${item.withholdReason}`) : item.reason;
  const verdictWords = (verdict: "keep" | "show") =>
    verdict === "keep" && cause !== "hidden" ? t("publication:review.verdictStay") : t(`publication:review.verdict.${verdict}`);
  return (
    <>
      <p className="cluster">
        <a href={to(`/can-bo/ho-so/${code}`)}>{title ? `${code}: ${title}` : code}</a>
        <StateTag tone={cause === "one_star" ? "bad" : "warn"}>{t(`publication:review.cause.${cause}`)}</StateTag>
        {review ? null : <StateTag tone="info">{t("publication:review.waiting")}</StateTag>}
      </p>
      <p className="muted">
        {[since && t("publication:review.since", { day: formatDay(lang, civilDay(since)) }), by && t("publication:review.by", { name: by })]
          .filter(Boolean)
          .join(", ")}
      </p>
      {why ? <p>{t("publication:review.why", { reason: why })}</p> : null}
      {review ? (
        <p>
          {t("publication:review.said", {
            verdict: verdictWords(review.verdict),
            name: review.by,
            day: formatDay(lang, civilDay(review.at)),
            reason: review.reason,
          })}
        </p>
      ) : open ? (
        <Form method="post" noValidate className="stack stack-tight">
          <input type="hidden" name="code" value={code} />
          <TextField id={`r-${code}`} name="reason" label={t("publication:review.reason", { code })} defaultValue={tried?.reason} />
          <SubmitRow look="secondary" name="verdict" value="keep" text={verdictWords("keep")}>
            {cause === "hidden" ? (
              <Button look="secondary" name="verdict" value="show">
                {verdictWords("show")}
              </Button>
            ) : null}
          </SubmitRow>
        </Form>
      ) : null}
    </>
  );
}
