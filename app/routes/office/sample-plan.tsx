import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { drawSample } from "#app/domain/samples/index.server.ts";
import { seedMaxLength } from "#app/domain/samples/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { PlanForm } from "./samples/plan-form.tsx";
import { PlanTable } from "./samples/plan-table.tsx";
import { readPlan } from "./samples/read-plan.server.ts";
import { readWish } from "./samples/read-wish.ts";
import { SampleCrumbs } from "./samples/sample-crumbs.tsx";
import { readSampleRound } from "./samples/sample-round.server.ts";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const about = await readSampleRound(await asOfficial(args, "surveys.manage"), args.params.slug);
  if (about.frame?.state === "drawn") throw redirect(about.here);
  return readPlan(about);
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { round, here } = await readSampleRound(visit, args.params.slug);
  const { db, portal, official, now, t } = visit;
  const texts = await readForm(args.request);
  const { wish } = readWish(t, (name) => texts[name] ?? null);
  if (texts.intent !== "draw" || !wish) throw data({ reason: "bad_request" }, { status: 400 });
  const drawn = await drawSample(db, portal.keys, official, round.slug, { wish, seed: texts.seed ?? "" }, now);
  if (!drawn.ok) return data({ refused: refusalSentence(t, drawn) }, { status: 409 });
  return redirect(`${here}?xong=rut&so=${drawn.value.drawn}`);
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("samples:plan.title"), robots: "noindex" });

export default function SamplePlan() {
  const { round, state, typed, errors, population, refused, plan } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const no = answer?.refused ?? refused;
  return (
    <>
      <PageHeader
        title={t("samples:plan.title")}
        kicker={round.title}
        lead={<p>{t("samples:plan.lead")}</p>}
        before={<SampleCrumbs slug={round.slug} round={round.title} page={t("samples:plan.title")} />}
      />
      <PlanForm typed={typed} errors={errors} population={population} />
      {plan || no ? (
        <Section id="ke-hoach" title={t("samples:plan.result")}>
          <div className="stack">
            {no ? (
              <Notice tone="bad" live>
                {no}
              </Notice>
            ) : null}
            {plan ? (
              <>
                <p className="lead">{t("samples:plan.sentence", plan)}</p>
                {plan.short ? <Notice tone="warn">{t("samples:plan.short")}</Notice> : null}
                {plan.few ? <Notice tone="warn">{t("samples:plan.few", { few: plan.few })}</Notice> : null}
                <PlanTable plan={plan} />
              </>
            ) : null}
          </div>
        </Section>
      ) : null}
      {plan && state === "ready" ? (
        <Section id="rut" title={t("samples:plan.draw")}>
          <Form method="post" className="stack measure" data-once="">
            <p>{t("samples:plan.drawLead")}</p>
            {Object.entries(typed).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <TextField
              id="seed"
              name="seed"
              label={t("samples:plan.seed")}
              hint={t("samples:plan.seedHint")}
              optional={t("common:optional")}
              maxLength={seedMaxLength}
            />
            <SubmitRow
              text={t("samples:plan.button", { count: plan.people })}
              name="intent"
              value="draw"
              note={<p>{t("samples:plan.drawNote")}</p>}
            />
          </Form>
        </Section>
      ) : null}
    </>
  );
}
