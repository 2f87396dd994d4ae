import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { ExtensionLine } from "./extension-line.tsx";

type OpenRound = {
  slug: string;
  title: string;
  authority: string;
  opensOn: string;
  closesOn: string;
  forAll: boolean;
  begun: boolean;
  minutes: number | null;
  extension: { until: string; reason: string } | null;
};

/** Surveys one can answer now, or soon. */
export function OpenRounds({ rounds }: { rounds: readonly OpenRound[] }) {
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <Section id="dang-mo" title={t("surveys:open")}>
      <div className="stack">
        {rounds.map(({ slug, title, authority, opensOn, closesOn, forAll, begun, minutes, extension }) => (
          <Card
            key={slug}
            title={title}
            level={3}
            foot={
              !begun ? (
                <p className="muted">{t("surveys:soon", { day: formatDay(lang, opensOn) })}</p>
              ) : forAll ? (
                <ButtonLink href={to(`/khao-sat/${slug}`)} icon="arrow">
                  {t("surveys:answer")}
                </ButtonLink>
              ) : (
                <p className="muted">{t("surveys:slipsOnly")}</p>
              )
            }
          >
            <p>
              {[
                t("surveys:openFor", { authority, day: formatDay(lang, closesOn) }),
                ...(minutes === null ? [] : [t("surveys:minutes", { count: minutes })]),
              ].join(" · ")}
            </p>
            <ExtensionLine extension={extension} />
          </Card>
        ))}
      </div>
    </Section>
  );
}
