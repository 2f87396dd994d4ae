import { Form } from "@remix-run/react";
import { TextField } from "#app/components/form/text-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { DocumentFinding } from "#app/domain/feedback/index.server.ts";
import { reasonMinLength } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

type Props = { findings: (Omit<DocumentFinding, "boxes"> & { located: boolean })[]; undecided: number; revision: number };

/** Personal data in a document, each to be covered or kept with a reason. */
export function DocumentFindings({ findings, undecided, revision }: Props) {
  const t = useText();
  if (findings.length === 0) return <p>{t("publication:redact.none")}</p>;
  return (
    <div className="stack">
      <Notice tone={undecided > 0 ? "warn" : "ok"}>
        {undecided > 0 ? t("publication:found.left", { count: undecided }) : t("publication:found.decided")}
      </Notice>
      <ul className="stack stack-tight">
        {findings.map((one, index) => (
          <li key={index}>
            <p>
              <strong>{t("publication:found.one", { kind: t(`feedback:personalKind.${one.kind}`), text: one.text })}</strong>{" "}
              <span className="muted">
                {t("publication:redact.page", { page: String(one.page) })},{" "}
                {t(one.covered ? "publication:redact.covered" : "publication:redact.open")}
              </span>
            </p>
            {one.keptFor === null ? null : <p>{t("publication:found.kept", { reason: one.keptFor })}</p>}
            {one.located ? null : <p>{t("publication:redact.unseen")}</p>}
            {one.covered || one.keptFor !== null ? null : (
              <div className="cluster">
                {one.located ? (
                  <Form method="post">
                    <input type="hidden" name="revision" value={revision} />
                    <input type="hidden" name="words" value={one.text} />
                    <Button look="secondary" small name="intent" value="words">
                      {t("publication:redact.mask", { text: one.text })}
                    </Button>
                  </Form>
                ) : null}
                <Disclosure summary={t("publication:found.keepOne", { text: one.text })}>
                  <Form method="post" className="stack stack-tight">
                    <input type="hidden" name="revision" value={revision} />
                    <input type="hidden" name="kind" value={one.kind} />
                    <input type="hidden" name="text" value={one.text} />
                    <TextField
                      id={`keep-${index}`}
                      name="reason"
                      label={t("publication:found.reason", { text: one.text })}
                      hint={t("publication:found.reasonHint", { min: String(reasonMinLength) })}
                    />
                    <Button look="secondary" small name="intent" value="keep">
                      {t("publication:found.keep")}
                    </Button>
                  </Form>
                </Disclosure>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
