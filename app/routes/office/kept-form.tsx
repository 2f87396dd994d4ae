import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { TextArea } from "#app/components/form/text-area.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { findKeptForm, forgetKeptForm } from "#app/domain/people/index.server.ts";
import { keptFormHours } from "#app/domain/people/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { localPath } from "../local-path.ts";
import { pageMeta } from "../page-meta.ts";

export { privateHeader as headers } from "../private-header.ts";

/** Words somebody wrote, as against codes, choices and numbers that a form carries along. */
const isWritten = (value: string) => /\S\s+\S/.test(value);

export async function loader(args: LoaderFunctionArgs) {
  const { db, portal, official, now, to } = await asOfficial(args);
  const kept = await findKeptForm(db, portal.keys, official, args.params.id ?? "", now);
  if (!kept) throw notFound();
  return {
    path: localPath(kept.path, to("/can-bo")),
    fields: kept.fields.map(([name, value]) => ({ name, value })),
    written: kept.fields.map(([, value]) => value).filter(isWritten),
    incomplete: kept.incomplete,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, portal, official, now, to } = await asOfficial(args);
  const id = args.params.id ?? "";
  if (!(await findKeptForm(db, portal.keys, official, id, now))) throw notFound();
  await forgetKeptForm(db, official, id);
  return redirect(to("/can-bo"));
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("people:kept.title"), robots: "noindex" });

/** What was sent after the session had ended: to be sent now, by the person's own press, or to be copied. */
export default function KeptForm() {
  const { path, fields, written, incomplete } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <>
      <PageHeader title={t("people:kept.title")} lead={<p>{t("people:kept.lead")}</p>} />
      <div className="stack measure">
        {incomplete ? <Notice tone="warn">{t("people:kept.incomplete")}</Notice> : null}
        {incomplete ? null : (
          // Sent as the page itself would have sent it: its own rights, state and checks are asked anew.
          <form method="post" action={path} data-once="">
            {fields.map(({ name, value }, at) => (
              <input key={at} type="hidden" name={name} value={value} />
            ))}
            <Button>{t("people:kept.send")}</Button>
          </form>
        )}
        <ButtonRow>
          <ButtonLink look="secondary" href={path}>
            {t("people:kept.open")}
          </ButtonLink>
          <Form method="post" data-once="">
            <Button look="quiet">{t("people:kept.forget")}</Button>
          </Form>
        </ButtonRow>
        <p className="muted small">{t("people:kept.term", { hours: String(keptFormHours) })}</p>
      </div>
      {written.length > 0 ? (
        <Section id="noi-dung" title={t("people:kept.written")}>
          <div className="stack measure">
            {written.map((value, at) => (
              <TextArea
                key={at}
                id={`o-${at}`}
                name={`o-${at}`}
                label={t("people:kept.part", { number: String(at + 1) })}
                defaultValue={value}
                rows={6}
                readOnly
              />
            ))}
          </div>
        </Section>
      ) : null}
    </>
  );
}
