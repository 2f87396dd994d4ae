import type { ReactNode } from "react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SaidAndDone } from "#app/components/ui/said-and-done.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import type { OfficeImprovement } from "#app/domain/improvements/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type Item = OfficeImprovement & { unitName: string; criterionText: string };

/** One item as the public reads it, and what may be done with it. */
export function ImprovementCard({ item, mayPublish, children }: { item: Item; mayPublish: boolean; children?: ReactNode }) {
  const { lang } = useLanguage();
  const t = useText();
  return (
    <article className="stack" data-improvement={item.id}>
      <SaidAndDone
        words={{ said: t("improvements:public.said"), did: t("improvements:public.did") }}
        said={inLanguage(lang, item.said)}
        did={inLanguage(lang, item.did)}
        meta={[
          item.unitName,
          t("improvements:public.about", { criterion: item.criterionText }),
          t("improvements:public.done", { day: formatDay(lang, item.doneOn) }),
        ]}
      />
      {item.state === "draft" && mayPublish ? (
        item.mine ? (
          <p className="muted">{t("improvements:yours")}</p>
        ) : (
          <form method="post">
            <input type="hidden" name="viec" value="dang" />
            <input type="hidden" name="id" value={item.id} />
            <input type="hidden" name="revision" value={item.revision} />
            <SubmitRow text={t("improvements:publish")} />
          </form>
        )
      ) : null}
      {item.state === "published" && mayPublish ? (
        <Disclosure summary={t("improvements:withdraw")}>
          <form method="post" className="stack">
            <input type="hidden" name="viec" value="go" />
            <input type="hidden" name="id" value={item.id} />
            <TextField id={`reason-${item.id}`} name="reason" label={t("improvements:reason")} maxLength={500} />
            <SubmitRow text={t("improvements:withdraw")} look="secondary" />
          </form>
        </Disclosure>
      ) : null}
      {children}
    </article>
  );
}
