import { Form } from "@remix-run/react";
import { TextField } from "#app/components/form/text-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { Publication } from "#app/domain/feedback/index.server.ts";
import { reasonMaxLength, reasonMinLength } from "#app/domain/feedback/vocabulary.ts";
import { maskWords } from "#app/domain/publishing/personal-data.ts";
import { useText } from "#app/i18n/use-text.ts";
import { MarkedText } from "../../feedback/marked-text.tsx";

type Found = Publication["found"][number];

/** Each piece of personal data in the public texts, with its two ways out: a neutral mark, or a reason to keep it. */
export function Findings({ publication, allowed, mayPublish }: { publication: Publication; allowed: readonly string[]; mayPublish: boolean }) {
  const t = useText();
  const once = publication.found.filter(
    (one, index, all) => all.findIndex(({ finding }) => finding.kind === one.finding.kind && finding.text === one.finding.text) === index,
  );
  const { texts, undecided } = publication;
  if (once.length === 0) return <p>{t("publication:found.none")}</p>;
  return (
    <div className="stack">
      <Notice tone={undecided > 0 ? "warn" : "ok"}>
        {undecided > 0 ? t("publication:found.left", { count: undecided }) : t("publication:found.decided")}
      </Notice>
      <div className="card stack stack-tight">
        {(["title", "question", "answer", "legalBasis", "place"] as const)
          .filter((field) => publication.found.some((one) => one.field === field))
          .map((field) => (
            <div key={field}>
              <p className="muted small">{t(`publication:fields.${field}`)}</p>
              <MarkedText text={texts[field]} allowed={allowed} />
            </div>
          ))}
      </div>
      <ul className="stack stack-tight">
        {once.map((one, index) => (
          <li key={`${one.finding.kind} ${one.finding.text}`}>
            <p>
              <strong>{t("publication:found.one", { kind: t(`feedback:personalKind.${one.finding.kind}`), text: one.finding.text })}</strong>{" "}
              <span className="muted">{t("publication:found.where", { field: t(`publication:fields.${one.field}`) })}</span>
            </p>
            {one.keptFor === null ? null : <p>{t("publication:found.kept", { reason: one.keptFor })}</p>}
            {mayPublish ? <Decide one={one} n={index} draft={publication.revision} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Decide({ one: { finding, keptFor }, n, draft }: { one: Found; n: number; draft: number }) {
  const t = useText();
  const hidden = (
    <>
      <input type="hidden" name="kind" value={finding.kind} />
      <input type="hidden" name="text" value={finding.text} />
      <input type="hidden" name="draft" value={draft} />
    </>
  );
  return (
    <div className="cluster">
      <Form method="post">
        {hidden}
        <Button
          look="secondary"
          small
          name="intent"
          value="replace"
          aria-label={`${t("publication:found.replace", { mark: maskWords[finding.kind] })}: ${finding.text}`}
        >
          {t("publication:found.replace", { mark: maskWords[finding.kind] })}
        </Button>
      </Form>
      {keptFor === null ? (
        <Disclosure summary={t("publication:found.keepOne", { text: finding.text })}>
          <Form method="post" className="stack stack-tight">
            {hidden}
            <TextField
              id={`keep-${n}`}
              name="reason"
              label={t("publication:found.reason", { text: finding.text })}
              hint={t("publication:found.reasonHint", { min: String(reasonMinLength) })}
              maxLength={reasonMaxLength}
            />
            <Button look="secondary" small name="intent" value="keep">
              {t("publication:found.keep")}
            </Button>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}
