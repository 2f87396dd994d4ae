import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { SimilarLine } from "../../feedback/similar-line.tsx";
import type { DeskFacts } from "./read-desk.server.ts";

/** Editing, surveys, people and trace on the first page: only what is this official's business. */
export function Desk({ reviews, articles, mayWrite, rounds, slips, similar, people, trace }: DeskFacts) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      {reviews ? (
        <Section id="ra-soat" title={t("publication:review.deskTitle")} more={{ href: to("/can-bo/ra-soat"), text: t("publication:review.rail") }}>
          <p>{t("publication:review.desk", { count: reviews })}</p>
        </Section>
      ) : null}
      {articles ? (
        <Section id="tin" title={t("office:home.articles")} more={{ href: to("/can-bo/tin"), text: t("office:rail.articles") }}>
          {articles.length === 0 ? (
            <div className="stack">
              <p className="muted">{t("office:home.noArticles")}</p>
              {mayWrite ? (
                <p>
                  <ButtonLink look="secondary" icon="pencil" href={to("/can-bo/tin/moi")}>
                    {t("office:articles.new")}
                  </ButtonLink>
                </p>
              ) : null}
            </div>
          ) : (
            <ItemList
              level={3}
              items={articles.map((one) => ({ href: to(`/can-bo/tin/${one.id}`), title: one.title, meta: [one.state, one.author, one.updated] }))}
            />
          )}
        </Section>
      ) : null}
      {rounds ? (
        <Section id="khao-sat" title={t("office:home.rounds")} more={{ href: to("/can-bo/khao-sat"), text: t("office:home.allRounds") }}>
          {rounds.length === 0 ? (
            <p className="muted">{t("office:home.noRounds")}</p>
          ) : (
            <ItemList
              level={3}
              items={rounds.map((round) => ({
                href: to(`/can-bo/khao-sat/${round.slug}`),
                title: round.title,
                meta: [t("office:home.roundCloses", { day: round.closesOn })],
              }))}
            />
          )}
        </Section>
      ) : null}
      {slips ? (
        <Section id="phieu" title={t("office:home.slips")}>
          <p>{t("office:home.slipsLine")}</p>
          <ButtonLink look="secondary" href={to("/can-bo/phieu")}>
            {t("office:home.slipsAction")}
          </ButtonLink>
        </Section>
      ) : null}
      {similar ? (
        <Section id="cau-tra-loi-co-san" title={t("feedback:similarFigures.title")}>
          <SimilarLine {...similar} />
        </Section>
      ) : null}
      {people === null ? null : (
        <Section id="nguoi-dung" title={t("office:home.people")} more={{ href: to("/can-bo/nguoi-dung"), text: t("office:home.allPeople") }}>
          <p>{t("office:home.peopleLine", { count: people })}</p>
        </Section>
      )}
      {trace ? (
        <Section id="nhat-ky" title={t("office:home.trace")} more={{ href: to("/can-bo/nhat-ky"), text: t("office:home.allTrace") }}>
          <p>{t("office:home.traceLine", { count: trace.events, n: trace.eventsInWords })}</p>
          <Table
            id="su-kien"
            caption={t("office:audit.caption")}
            hideCaption
            columns={[
              { header: t("office:audit.at"), cell: (event) => event.at },
              { header: t("office:audit.who"), cell: (event) => event.who },
              { header: t("office:audit.act"), names: true, cell: (event) => event.act },
              { header: t("office:audit.about"), cell: (event) => event.about },
            ]}
            rows={trace.last}
            rowKey={(event) => event.seq}
          />
        </Section>
      ) : null}
    </>
  );
}
