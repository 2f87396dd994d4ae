import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { importMaxColumns } from "#app/domain/intake/vocabulary.ts";
import { acceptList, changeTargets } from "#app/domain/samples/index.server.ts";
import { listTargets, strataKinds } from "#app/domain/samples/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { ListColumns } from "./samples/list-columns.tsx";
import { type ListView, readListView } from "./samples/read-list-view.server.ts";
import { SampleCrumbs } from "./samples/sample-crumbs.tsx";
import { readSampleRound } from "./samples/sample-round.server.ts";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const about = await readSampleRound(await asOfficial(args, "surveys.manage"), args.params.slug);
  const view = await readListView(about);
  if (!view) throw redirect(about.here);
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { round, here } = await readSampleRound(visit, args.params.slug);
  const { db, portal, official, now, t } = visit;
  const texts = await readForm(args.request);
  const strataKind = strataKinds.find((kind) => kind === texts.strataKind);
  if (texts.intent === "map" && strataKind) {
    const mapping = Array.from({ length: importMaxColumns }, (_, at) => listTargets.find((target) => target === texts[`column${at}`]) ?? null);
    const changed = await changeTargets(db, official, round.slug, { mapping, strataKind }, now);
    return changed.ok ? redirect(`${here}/danh-sach#xem-truoc`) : data({ refused: refusalSentence(t, changed) }, { status: 409 });
  }
  if (texts.intent !== "accept") throw data({ reason: "bad_request" }, { status: 400 });
  const taken = await acceptList(db, portal.keys, official, round.slug, now);
  return taken.ok ? redirect(`${here}/ke-hoach`) : data({ refused: refusalSentence(t, taken) }, { status: 409 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("samples:list.title"), robots: "noindex" });

export default function SampleList() {
  const { round, state, problems, sum, wrong, first, ...columns } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      <PageHeader
        title={t("samples:list.title")}
        kicker={round.title}
        before={<SampleCrumbs slug={round.slug} round={round.title} page={t("samples:list.title")} />}
      />
      {answer ? (
        <Notice tone="bad" live>
          {answer.refused}
        </Notice>
      ) : null}
      <Section id="cot" title={t("samples:list.columns")}>
        <ListColumns {...columns} />
      </Section>
      <Section id="xem-truoc" title={t("samples:list.preview")}>
        <div className="stack">
          {problems.length > 0 ? (
            <Notice tone="bad">
              {problems.map((problem) => (
                <p key={problem}>{problem}</p>
              ))}
            </Notice>
          ) : (
            <p>{sum}</p>
          )}
          {wrong > 0 ? (
            <>
              <p className="measure">{t("samples:list.coverage")}</p>
              <form method="post" action={`/can-bo/dong-sai-mau/${round.slug}`} className="btn-row">
                <Button look="secondary" icon="download">
                  {t("samples:list.wrongRows")}
                </Button>
              </form>
            </>
          ) : null}
          <Table
            id="dong-dau"
            caption={t("samples:list.previewCaption")}
            stacks
            columns={[
              { header: t("samples:list.line"), cell: (row) => row.line },
              { header: t("samples:target.dossier"), names: true, cell: (row) => row.dossier || "–" },
              { header: t("samples:target.name"), cell: (row) => row.name || "–" },
              { header: t("samples:list.standing"), cell: (row) => <Standing {...row} /> },
            ]}
            rows={first}
            rowKey={(row) => row.line}
          />
          {state === "draft" && problems.length === 0 ? (
            <Form method="post" data-once="">
              <SubmitRow text={t("samples:list.accept")} name="intent" value="accept" note={<p>{t("samples:list.acceptNote")}</p>} />
            </Form>
          ) : state === "ready" ? (
            <ButtonRow>
              <ButtonLink href={to(`/can-bo/khao-sat/${round.slug}/mau/ke-hoach`)}>{t("samples:plan.link")}</ButtonLink>
            </ButtonRow>
          ) : null}
        </div>
      </Section>
    </>
  );
}

function Standing({ problems, repeated }: ListView["first"][number]) {
  const t = useText();
  if (repeated) return <StateTag tone="neutral">{t("samples:list.repeatedRow")}</StateTag>;
  if (problems.length === 0) return <StateTag tone="ok">{t("samples:list.good")}</StateTag>;
  return problems.map((said) => <p key={said}>{said}</p>);
}
