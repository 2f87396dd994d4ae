import { useText } from "#app/i18n/use-text.ts";
import { OverallSentence } from "./overall-sentence.tsx";
import type { GroupView, RoundFacts } from "./results-view.server.ts";

/** Satisfaction with policies, beside that with services; nothing where no policies were asked about, or too few answered. */
export function PolicyFigure({ view: { policy }, round, decimals }: { view: GroupView; round: RoundFacts; decimals?: number }) {
  const t = useText();
  if (!policy || policy.overall.value === null) return null;
  return (
    <>
      <OverallSentence
        overall={policy.overall}
        dissatisfaction={policy.dissatisfaction}
        target={null}
        state={round.state}
        closesOn={round.closesOn}
        keyingUntil={round.keyingUntil}
        decimals={decimals}
        what={t("results:policy.title")}
      />
      <p className="muted">{t("results:policy.note")}</p>
    </>
  );
}
