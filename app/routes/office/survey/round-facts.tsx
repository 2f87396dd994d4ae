import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import type { RoundStage, RoundState, SheetMode } from "#app/domain/surveys/vocabulary.ts";
import { formatDay, formatList, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { roundTones } from "./round-tones.ts";

type Shown = {
  slug: string;
  state: RoundState;
  stage: RoundStage;
  consent: string | null;
  authority: string;
  opensOn: string;
  closesOn: string;
  keyingUntil: string | null;
  target: number | null;
  modes: readonly SheetMode[];
  units: readonly string[];
  questionnaire: { title: string; version: number };
};

/** What the round is, and where the public sees it. */
export function RoundFacts({ round }: { round: Shown }) {
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <Section id="thong-tin" title={t("surveys:office.facts")}>
      <DefinitionList
        facts={[
          { term: t("surveys:office.state"), detail: <StateTag tone={roundTones[round.state]}>{t(`words:roundStage.${round.stage}`)}</StateTag> },
          { term: t("surveys:office.authority"), detail: round.authority },
          {
            term: t("surveys:office.period"),
            detail: t("surveys:office.periodDays", { from: formatDay(lang, round.opensOn), to: formatDay(lang, round.closesOn) }),
          },
          ...(round.keyingUntil ? [{ term: t("surveys:office.keyingUntil"), detail: formatDay(lang, round.keyingUntil) }] : []),
          {
            term: t("surveys:office.questionnaire"),
            detail: t("surveys:office.questionnaireVersion", { title: round.questionnaire.title, version: String(round.questionnaire.version) }),
          },
          { term: t("surveys:office.target"), detail: round.target === null ? "–" : formatPercent(lang, round.target, 0) },
          {
            term: t("surveys:office.modes"),
            detail: formatList(
              lang,
              round.modes.map((mode) => t(`words:sheetMode.${mode}`)),
            ),
          },
          { term: t("surveys:office.units"), detail: formatList(lang, round.units) },
          ...(round.consent ? [{ term: t("life:consent.title"), detail: round.consent }] : []),
          ...(round.state === "draft"
            ? []
            : [
                {
                  term: t("surveys:office.public"),
                  detail: (
                    <div className="cluster">
                      {round.state === "open" ? <a href={to(`/khao-sat/${round.slug}`)}>{t("surveys:office.seeForm")}</a> : null}
                      <a href={to(`/hai-long/${round.slug}`)}>{t("surveys:office.seeResults")}</a>
                    </div>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  );
}
