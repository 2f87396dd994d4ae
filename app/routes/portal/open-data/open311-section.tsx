import { marked } from "marked";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { CodeSample } from "#app/components/ui/code-sample.tsx";
import { Prose } from "#app/components/ui/prose.tsx";
import { demoApiKey } from "#app/domain/partners/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { open311Examples } from "./code-examples.ts";

/** How apps of other makers read and send reports. The demo tells its key, which no other world takes. */
export function Open311Section({ publicUrl, demo }: { publicUrl: string; demo: boolean }) {
  const t = useText();
  const codes = open311Examples(publicUrl, demo ? demoApiKey : "…");
  return (
    <Section id="open311" title={t("open311:about.title")}>
      <Prose tokens={marked.lexer(t("open311:about.text"))} />
      {demo ? <p className="measure">{t("open311:about.demoKey", { key: demoApiKey })}</p> : null}
      <CodeSample label={t("open311:about.read")}>{codes.read}</CodeSample>
      <CodeSample label={t("open311:about.send")}>{codes.send}</CodeSample>
      <ButtonRow>
        <ButtonLink href="/open311/v2/discovery.json" look="secondary">
          {t("open311:about.discovery")}
        </ButtonLink>
        <ButtonLink href="/open311/v2/services.json" look="secondary">
          {t("open311:about.services")}
        </ButtonLink>
      </ButtonRow>
    </Section>
  );
}
