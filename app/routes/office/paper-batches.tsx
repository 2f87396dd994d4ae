import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { BatchForm } from "./paper/batch-form.tsx";
import { BatchTable } from "./paper/batch-table.tsx";
import { beginBatch, readBatches, roundForPaper } from "./paper/read-batches.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "slips.issue");
  const round = await roundForPaper(visit, args.params.slug);
  return { ...(await readBatches(visit, round)), discarded: visit.url.searchParams.has("da-bo") };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "slips.issue");
  const round = await roundForPaper(visit, args.params.slug);
  const begun = await beginBatch(visit, round, await readForm(args.request));
  if ("id" in begun) return redirect(visit.to(`/can-bo/khao-sat/${round.slug}/nhap-phieu/${begun.id}`));
  return data(begun, { status: begun.status });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.title, robots: "noindex" }) : [];

export default function PaperBatches() {
  const { title, batches, open, onlyKeying, discarded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader
        before={<Breadcrumbs label={t("common:breadcrumbs")} items={[{ text: t("paper:title"), href: to("/can-bo/nhap-phieu") }, { text: title }]} />}
        title={t("paper:title")}
        kicker={title}
        lead={<p>{t("paper:lead")}</p>}
      />
      {discarded ? (
        <Notice tone="ok" live>
          {t("paper:grid.discarded")}
        </Notice>
      ) : null}
      {onlyKeying ? (
        <Notice tone="info">
          {t("paper:batches.onlyKeying", { ended: formatDay(lang, onlyKeying.ended), until: formatDay(lang, onlyKeying.until) })}
        </Notice>
      ) : null}
      {batches.length > 0 ? (
        <BatchTable batches={batches} />
      ) : (
        <EmptyState title={t("paper:batches.none")}>
          <p>{t("paper:batches.noneNext")}</p>
        </EmptyState>
      )}
      <Section id="mo-tap" title={t("paper:batches.open")}>
        {open ? (
          <BatchForm {...open} typed={answer?.typed} errors={answer?.errors} refused={answer?.refused} />
        ) : (
          <p className="muted">{t("paper:batches.shut")}</p>
        )}
      </Section>
    </>
  );
}
