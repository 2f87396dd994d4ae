import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { mailPeople, startList, writeInstead } from "#app/domain/samples/index.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readFormData } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { DrawFacts } from "./samples/draw-facts.tsx";
import { readSample } from "./samples/read-sample.server.ts";
import { SampleActs } from "./samples/sample-acts.tsx";
import { SampleCrumbs } from "./samples/sample-crumbs.tsx";
import { readSampleRound } from "./samples/sample-round.server.ts";
import { UploadList } from "./samples/upload-list.tsx";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const about = await readSampleRound(await asOfficial(args, "surveys.manage"), args.params.slug);
  const { xong, so } = readListQuery(about.visit.url, ["xong", "so"]).filters;
  const count = Number(so ?? 0);
  const { t } = about.visit;
  const said = Number.isInteger(count) &&
    count >= 0 && {
      rut: t("samples:drawn.done", { count }),
      gui: t("samples:acts.mailed", { count }),
      chuyen: t("samples:acts.turned", { count }),
    };
  return { ...(await readSample(about)), done: said && xong && Object.hasOwn(said, xong) ? said[xong as keyof typeof said] : null };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { round, here } = await readSampleRound(visit, args.params.slug);
  const { db, portal, official, now, t } = visit;
  const form = await readFormData(args.request);
  const [intent, kind, file] = [form.get("intent"), form.get("kind"), form.get("file")];
  if (intent === "upload") {
    const content = file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : undefined;
    if (!content) return data({ fileError: t("samples:upload.fileMissing") }, { status: 422 });
    const started = await startList(db, portal.keys, official, round.slug, content, now);
    if (!started.ok) return data({ fileError: refusalSentence(t, started) }, { status: 422 });
    return redirect(`${here}/danh-sach`);
  }
  if (intent === "mail" && (kind === "invitation" || kind === "reminder")) {
    const mailed = await mailPeople(db, portal.keys, official, round.slug, kind, now);
    if (!mailed.ok) return data({ refused: refusalSentence(t, mailed) }, { status: 409 });
    return redirect(`${here}?xong=gui&so=${mailed.value.count}`);
  }
  if (intent === "instead") {
    const turned = await writeInstead(db, portal.keys, official, round.slug, now);
    if (!turned.ok) return data({ refused: refusalSentence(t, turned) }, { status: 409 });
    return redirect(`${here}?xong=chuyen&so=${turned.value.count}`);
  }
  throw data({ reason: "bad_request" }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.round.title, robots: "noindex" }) : [];

export default function Samples() {
  const { round, takesSamples, isOver, list, draw, tasks, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  const here = to(`/can-bo/khao-sat/${round.slug}/mau`);
  const fileError = answer && "fileError" in answer ? answer.fileError : undefined;
  return (
    <>
      <PageHeader
        title={t("samples:title")}
        kicker={round.title}
        lead={<p>{t("samples:lead")}</p>}
        before={<SampleCrumbs slug={round.slug} round={round.title} />}
      />
      {answer && "refused" in answer ? (
        <Notice tone="bad" live>
          {answer.refused}
        </Notice>
      ) : done ? (
        <Notice tone="ok" live>
          {done}
        </Notice>
      ) : null}
      {takesSamples ? null : <Notice tone="warn">{t("samples:notInRound")}</Notice>}
      {draw ? <SampleActs tasks={tasks} here={here} /> : null}
      {draw ? <DrawFacts draw={draw} /> : null}
      {list ? (
        <Section id="danh-sach" title={t("samples:list.facts")}>
          <div className="stack">
            <DefinitionList
              facts={[
                {
                  term: t("samples:list.stateWord"),
                  detail: <StateTag tone={list.state === "draft" ? "warn" : "ok"}>{t(`samples:list.state.${list.state}`)}</StateTag>,
                },
                { term: t("samples:list.rows"), detail: list.rows },
                ...(list.state === "draft"
                  ? []
                  : [
                      { term: t("samples:list.taken"), detail: list.taken },
                      { term: t("samples:list.wrong"), detail: list.wrong },
                      { term: t("samples:list.repeated"), detail: list.repeated },
                    ]),
                { term: t("samples:list.uploaded"), detail: list.uploadedOn },
                { term: t("samples:list.fileHash"), detail: <span className="code">{list.fileSha256}</span> },
              ]}
            />
            {list.state === "drawn" || isOver ? null : (
              <ButtonRow>
                {list.state === "ready" ? <ButtonLink href={`${here}/ke-hoach`}>{t("samples:plan.link")}</ButtonLink> : null}
                <ButtonLink look={list.state === "ready" ? "secondary" : "primary"} href={`${here}/danh-sach`}>
                  {t("samples:list.check")}
                </ButtonLink>
              </ButtonRow>
            )}
          </div>
        </Section>
      ) : null}
      {draw || isOver || !takesSamples ? null : list ? (
        <Disclosure summary={t("samples:upload.another")} open={fileError !== undefined}>
          <UploadList error={fileError} />
        </Disclosure>
      ) : (
        <Section id="tai-len" title={t("samples:upload.title")}>
          <div className="stack">
            <UploadList error={fileError} />
            <p>
              <a href={`${here}/ke-hoach`}>{t("samples:plan.tryOut")}</a>
            </p>
          </div>
        </Section>
      )}
    </>
  );
}
