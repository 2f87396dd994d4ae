import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { CodeSample } from "#app/components/ui/code-sample.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { GroupView } from "../survey/results-view.server.ts";
import { frameCode } from "./frame-code.ts";
import { chartKinds, type ChartSlug } from "./chart-kinds.ts";

/** The page's charts as pictures, and as frames for other sites. @param address of the page, in full */
export function ShareCharts({ address, groups, units }: { address: string; groups: readonly Pick<GroupView, "group" | "showing">[]; units: number }) {
  const t = useText();
  const shown = groups.filter(({ showing }) => showing === "detail");
  if (shown.length === 0) return null;
  const slugs = (Object.keys(chartKinds) as ChartSlug[]).filter((slug) => slug !== "don-vi" || units > 1);
  return (
    <Section id="dung-lai" title={t("reports:chart.shareTitle")}>
      {shown.flatMap(({ group }) =>
        slugs.map((slug) => {
          const title = t(`reports:chart.${chartKinds[slug]}`);
          const named = shown.length > 1 ? `${title} – ${t(`reports:group.${group}`)}` : title;
          const query = shown.length > 1 ? `?nhom=${group}` : "";
          return (
            <Disclosure key={`${slug}-${group}`} summary={named}>
              <div className="stack">
                <ButtonRow>
                  {(["svg", "png"] as const).map((format) => (
                    <ButtonLink key={format} look="secondary" small icon="download" href={`${address}/bieu-do/${slug}.${format}${query}`}>
                      {t("reports:chart.save", { format: format.toUpperCase() })}
                    </ButtonLink>
                  ))}
                </ButtonRow>
                <p>{t("reports:chart.embedLead")}</p>
                <CodeSample label={t("reports:chart.embed")}>{frameCode(`${address}/nhung/${slug}${query}`, named)}</CodeSample>
              </div>
            </Disclosure>
          );
        }),
      )}
    </Section>
  );
}
