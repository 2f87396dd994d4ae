import { Form } from "@remix-run/react";
import { TextArea } from "#app/components/form/text-area.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { messageMaxLength } from "#app/domain/feedback/vocabulary.ts";
import type { LikelyCase } from "#app/domain/intake/index.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type LikelyCardProps = Omit<LikelyCase, "alike"> & {
  /** A percentage in words. */
  alike: string;
  revision: number;
  mayLink: boolean;
  /** The case at hand may still be turned down. */
  mayPropose: boolean;
};

/** A case that may be about the same matter: why it is thought so, and what can be said of it. */
export function LikelyCard({ code, subject, state, receivedOn, reasons, alike, revision, mayLink, mayPropose }: LikelyCardProps) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <Card title={`${code} · ${subject}`} href={to(`/can-bo/ho-so/${code}`)} level={3}>
      <p className="muted">{t("intake:related.facts", { state: t(`words:caseState.${state}`), day: receivedOn, percent: alike })}</p>
      <p>{reasons.map((reason) => t(`intake:likeness.${reason}`)).join(" ")}</p>
      {mayLink ? (
        <div className="stack">
          {mayPropose ? (
            <Disclosure summary={t("intake:related.duplicate", { code })}>
              <Form method="post" className="stack measure" data-once="">
                <input type="hidden" name="other" value={code} />
                <input type="hidden" name="revision" value={revision} />
                <TextArea
                  id={`text-${code}`}
                  name="text"
                  label={t("intake:related.text")}
                  hint={t("intake:related.textHint")}
                  defaultValue={t("intake:related.textStart")}
                  maxLength={messageMaxLength}
                  rows={4}
                />
                <SubmitRow text={t("intake:related.propose")} name="intent" value="duplicate" />
              </Form>
            </Disclosure>
          ) : null}
          <Form method="post" data-once="">
            <input type="hidden" name="other" value={code} />
            <Button look="secondary" small name="intent" value="related">
              {t("intake:related.link", { code })}
            </Button>
          </Form>
        </div>
      ) : null}
    </Card>
  );
}
