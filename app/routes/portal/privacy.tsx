import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { marked } from "marked";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Prose } from "#app/components/ui/prose.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { caseTermYears } from "#app/domain/feedback/vocabulary.ts";
import { remarkTermMonths } from "#app/domain/remarks/vocabulary.ts";
import { contactTermDays, listKeptDays } from "#app/domain/samples/vocabulary.ts";
import { slipTermDays } from "#app/domain/surveys/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  asAnyone(args);
  return data(null, { headers: { "Portal-Cache": "public" } });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("opendata:privacy.title"), description: t("opendata:privacy.lead") });
};

const parts = [
  ["du-lieu", "what"],
  ["can-cu", "basis"],
  ["ai-xem", "who"],
  ["giu-bao-lau", "long"],
] as const;

/** The terms that the nightly job keeps. */
const terms = {
  caseYears: String(caseTermYears),
  slipDays: String(slipTermDays),
  remarkMonths: String(remarkTermMonths),
  drawnDays: String(contactTermDays),
  listDays: String(listKeptDays),
};

/** Time limits of Decree 356/2025/NĐ-CP; the receipt in working days, the rest in calendar days. */
const limits = [
  ["receive", "workingDays", 2],
  ["see", "days", 10],
  ["stop", "days", 15],
  ["remove", "days", 20],
] as const;

export default function Privacy() {
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      <PageHeader title={t("opendata:privacy.title")} lead={<p>{t("opendata:privacy.lead")}</p>} />
      {parts.map(([id, part]) => (
        <Section key={id} id={id} title={t(`opendata:privacy.${part}.title`)}>
          <Prose tokens={marked.lexer(t(`opendata:privacy.${part}.text`, terms))} topLevel={3} />
        </Section>
      ))}
      <Section id="quyen" title={t("opendata:privacy.rights.title")}>
        <Table
          id="han-tra-loi"
          caption={t("opendata:privacy.rights.caption")}
          rows={limits}
          rowKey={([right]) => right}
          columns={[
            { header: t("opendata:privacy.rights.ask"), names: true, cell: ([right]) => t(`opendata:privacy.rights.${right}`) },
            { header: t("opendata:privacy.rights.within"), cell: ([, unit, count]) => t(`opendata:privacy.rights.${unit}`, { count }) },
          ]}
        />
        <p className="measure">{t("opendata:privacy.rights.text")}</p>
      </Section>
      <Section id="hoi" title={t("opendata:privacy.ask.title")}>
        <p className="measure">{t("opendata:privacy.ask.text")}</p>
        <ButtonRow>
          <ButtonLink href={`${to("/phan-anh/gui")}?loai=gop_y`}>{t("opendata:privacy.ask.send")}</ButtonLink>
          <ButtonLink look="secondary" href={to("/kenh-tiep-nhan")}>
            {t("opendata:privacy.ask.channels")}
          </ButtonLink>
        </ButtonRow>
      </Section>
    </>
  );
}
