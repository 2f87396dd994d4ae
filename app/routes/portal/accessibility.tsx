import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { marked } from "marked";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Prose } from "#app/components/ui/prose.tsx";
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
  return pageMeta(location, { title: t("opendata:access.title"), description: t("opendata:access.lead") });
};

const parts = [
  ["cam-ket", "promise"],
  ["ban-phim", "keyboard"],
  ["giong-doc", "reader"],
  ["chua-tot", "limits"],
] as const;

export default function Accessibility() {
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      <PageHeader title={t("opendata:access.title")} lead={<p>{t("opendata:access.lead")}</p>} />
      {parts.map(([id, part]) => (
        <Section key={id} id={id} title={t(`opendata:access.${part}.title`)}>
          <Prose tokens={marked.lexer(t(`opendata:access.${part}.text`))} topLevel={3} />
        </Section>
      ))}
      <Section id="bao" title={t("opendata:access.report.title")}>
        <p className="measure">{t("opendata:access.report.text")}</p>
        <ButtonRow>
          <ButtonLink href={`${to("/phan-anh/gui")}?loai=gop_y`}>{t("opendata:access.report.send")}</ButtonLink>
          <ButtonLink look="secondary" href={to("/kenh-tiep-nhan")}>
            {t("opendata:access.report.channels")}
          </ButtonLink>
        </ButtonRow>
      </Section>
    </>
  );
}
