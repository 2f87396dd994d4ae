import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import type { Indicator } from "#app/domain/service-quality/rules-schema.ts";
import { type ScoreLine, shareOf } from "#app/domain/service-quality/score-line.ts";
import { evidenceMaxLength } from "#app/domain/service-quality/vocabulary.ts";
import { formatDay, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** One indicator: what the portal found, what the unit gave, and the fields of who is at work; without `mode` it is only read. */
export function ScoreFields({
  indicator,
  line,
  mode,
  typed,
}: {
  indicator: Indicator;
  line: ScoreLine;
  mode: "score" | "appraise" | null;
  typed: Record<string, string> | undefined;
}) {
  const { lang } = useLanguage();
  const t = useText();
  const { code, computed } = line;
  const share = shareOf(computed);
  const saved =
    mode === "appraise" ? { points: line.appraised ?? line.self, reason: line.appraisedReason } : { points: line.self, reason: line.selfReason };
  const suggested = mode === "score" && line.self === null ? computed.points : saved.points;
  const words = (points: number | null) => (points === null ? t("service:office.pointsNone") : String(points));
  return (
    <section className="stack" aria-labelledby={`ct-${code}`}>
      <h3 id={`ct-${code}`}>
        {code}. {inLanguage(lang, indicator.name)}
      </h3>
      <p>
        {computed.points === null
          ? `${t("service:office.portalNone")}. ${computed.reason ? t(`service:office.why.${computed.reason}`) : ""}`
          : t("service:office.portalFound", { points: String(computed.points) })}
        {share !== null
          ? ` · ${t("service:sheets.share", { part: formatNumber(lang, computed.part ?? 0), whole: formatNumber(lang, computed.whole ?? 0), share: formatPercent(lang, share, 2) })}`
          : ""}
        {computed.importedFrom && computed.importedOn
          ? ` · ${t("service:sheets.source.imported", { source: computed.importedFrom, day: formatDay(lang, computed.importedOn) })}`
          : ""}
      </p>
      <Disclosure summary={t("service:sheets.basis")}>
        <ul>
          <li>{t("service:office.rule.two", { text: inLanguage(lang, indicator.rules.two) })}</li>
          <li>{t("service:office.rule.one", { text: inLanguage(lang, indicator.rules.one) })}</li>
          <li>{t("service:office.rule.zero", { text: inLanguage(lang, indicator.rules.zero) })}</li>
        </ul>
      </Disclosure>
      {mode !== "score" ? (
        <p>
          {t("service:office.selfGiven", { points: words(line.self) })}
          {line.selfReason ? ` · ${t("service:sheets.reason", { reason: line.selfReason })}` : ""}
          {line.evidence ? ` · ${t("service:sheets.evidence", { evidence: line.evidence })}` : ""}
        </p>
      ) : null}
      {mode === null ? (
        <p>
          {t("service:sheets.appraised")}: {words(line.appraised)}
          {line.appraisedReason ? ` · ${t("service:sheets.reason", { reason: line.appraisedReason })}` : ""}
        </p>
      ) : (
        <>
          <RadioGroup
            id={`points-${code}`}
            name={`points-${code}`}
            label={t("service:office.points")}
            choices={[...["2", "1", "0"].map((value) => ({ value, label: value })), { value: "", label: t("service:office.pointsNone") }]}
            defaultValue={typed?.[`points-${code}`] ?? (suggested === null ? "" : String(suggested))}
          />
          <TextArea
            id={`reason-${code}`}
            name={`reason-${code}`}
            label={t("service:office.reason")}
            optional={t("service:office.optional")}
            rows={2}
            maxLength={evidenceMaxLength}
            defaultValue={typed?.[`reason-${code}`] ?? saved.reason}
          />
          {mode === "score" ? (
            <TextArea
              id={`evidence-${code}`}
              name={`evidence-${code}`}
              label={t("service:office.evidence")}
              optional={computed.points === null ? undefined : t("service:office.optional")}
              rows={2}
              maxLength={evidenceMaxLength}
              defaultValue={typed?.[`evidence-${code}`] ?? line.evidence}
            />
          ) : null}
        </>
      )}
    </section>
  );
}
