import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { formatDay, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { RoundFacts } from "./results-view.server.ts";

/** Who asked whom what, when and how. */
export function RoundAbout({ round, extension }: { round: RoundFacts; extension: { until: string; reason: string } | null }) {
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <Section id="ve-dot" title={t("results:facts")}>
      <DefinitionList
        facts={[
          { term: t("results:authority"), detail: <a href={to(`/don-vi/${round.authority.slug}`)}>{round.authority.name}</a> },
          {
            term: t("results:period"),
            detail: t("results:periodDays", { from: formatDay(lang, round.opensOn), to: formatDay(lang, round.closesOn) }),
          },
          ...(extension
            ? [{ term: t("results:extension"), detail: t("surveys:extended", { day: formatDay(lang, extension.until), reason: extension.reason }) }]
            : []),
          ...(round.keyingUntil ? [{ term: t("results:keyingUntil"), detail: formatDay(lang, round.keyingUntil) }] : []),
          {
            term: t("results:questionnaire"),
            detail: t("results:questionnaireVersion", { title: round.questionnaire.title, version: String(round.questionnaire.version) }),
          },
          {
            term: t("results:howAnswered"),
            detail: formatList(
              lang,
              round.modes.map((mode) => t(`words:sheetMode.${mode}`)),
            ),
          },
        ]}
      />
    </Section>
  );
}
