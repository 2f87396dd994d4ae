import { Section } from "#app/components/layout/section.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { RoundAct } from "./round-acts.ts";

/** The next step of a round: first asked for, then confirmed under a sentence that says what will follow. */
export function RoundSteps({
  slug,
  opensOn,
  closesOn,
  sheets,
  next,
  asked,
}: {
  slug: string;
  opensOn: string;
  closesOn: string;
  sheets: number;
  next: RoundAct | null;
  asked: RoundAct | null;
}) {
  const { lang, to } = useLanguage();
  const t = useText();
  const here = to(`/can-bo/khao-sat/${slug}`);
  if (!next) {
    return (
      <Section id="viec" title={t("surveys:office.acts")}>
        <p className="muted">{t("surveys:office.noActs")}</p>
      </Section>
    );
  }
  const consequences = {
    mo: () => t("surveys:office.before.mo", { from: formatDay(lang, opensOn), to: formatDay(lang, closesOn) }),
    dong: () => t("surveys:office.before.dong", { formatted: formatNumber(lang, sheets) }),
    "cong-bo": () => t("surveys:office.before.cong-bo"),
    "luu-tru": () => t("surveys:office.before.luu-tru"),
  }[next];
  return (
    <Section id="viec" title={t("surveys:office.acts")}>
      {asked === next ? (
        <form method="post" action={here} className="stack">
          <Notice tone="warn" title={t(`surveys:office.act.${next}`)}>
            <p>{consequences()}</p>
          </Notice>
          <input type="hidden" name="viec" value={next} />
          <ButtonRow>
            <Button look={next === "dong" ? "danger" : "primary"}>{t(`surveys:office.act.${next}`)}</Button>
            <ButtonLink look="quiet" href={here}>
              {t("surveys:office.cancel")}
            </ButtonLink>
          </ButtonRow>
        </form>
      ) : (
        <ButtonRow>
          <ButtonLink look="secondary" href={`${here}?viec=${next}#viec`}>
            {t(`surveys:office.act.${next}`)}
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  );
}
