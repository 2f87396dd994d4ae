import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { plusDays } from "#app/domain/calendar/civil-day.ts";
import { currentRules, draftRules, listRuleSets, replayRouting } from "#app/domain/routing/index.server.ts";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { AnswerNotices } from "./frame/answer-notices.tsx";
import { ApplyDraft } from "./routing/apply-draft.tsx";
import { changeRouting } from "./routing/change-routing.server.ts";
import { readNames } from "./routing/read-names.server.ts";
import { ReplayResult, type ReplayView } from "./routing/replay-result.tsx";
import { RuleTable } from "./routing/rule-table.tsx";
import { toRuleLine } from "./routing/to-rule-lines.ts";

const replayDays = 30;
const movedShown = 50;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "routing.manage");
  const { db, official, lang, t, today, now, url } = visit;
  const [current, draft, sets, names] = await Promise.all([currentRules(db), draftRules(db), listRuleSets(db), readNames(visit)]);

  let replay: ReplayView | undefined;
  if (draft && url.searchParams.has("chay-thu")) {
    const period = { from: plusDays(today, -replayDays), to: today };
    const { moved, ...found } = await replayRouting(db, official, { current: current.rules, changed: draft.rules }, period, now);
    const unit = (slug: string | null) => slug && (names.units.get(slug) ?? slug);
    replay = {
      ...found,
      from: formatDay(lang, found.from),
      to: formatDay(lang, found.to),
      moved: moved.slice(0, movedShown).map((one) => ({ ...one, from: unit(one.from), to: unit(one.to), actual: unit(one.actual) })),
      more: Math.max(0, moved.length - movedShown),
    };
  }
  return {
    version: current.version,
    inForce: current.rules.length,
    draft: draft && { revision: draft.revision, savedBy: draft.savedBy },
    rules: (draft?.rules ?? current.rules).map((rule) => toRuleLine(t, names, rule)),
    sets: sets.map((set) => ({ ...set, createdAt: formatInstant(lang, set.createdAt) })),
    replay,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "routing.manage");
  const answer = await changeRouting(visit, await readForm(args.request));
  return data(answer, { status: answer.notice ? 200 : answer.refused ? 409 : 422 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("routing:title"), robots: "noindex" });

export default function Routing() {
  const { version, inForce, draft, rules, sets, replay } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  const add = <ButtonLink href={to("/can-bo/phan-cong/quy-tac/moi")}>{t("routing:add")}</ButtonLink>;
  return (
    <>
      <PageHeader title={t("routing:title")} lead={<p>{t("routing:lead")}</p>} />
      <AnswerNotices answer={answer} />
      <div className="stack">
        <p>{version === 0 ? t("routing:noneYet") : t("routing:inForce", { version: String(version), count: inForce })}</p>
        {draft ? <Notice tone="warn">{t("routing:draft", { name: draft.savedBy, version: String(version) })}</Notice> : null}
        {rules.length > 0 ? (
          <RuleTable rules={rules} revision={draft?.revision ?? 0} />
        ) : (
          <EmptyState title={t("routing:empty")}>{t("routing:emptyLine")}</EmptyState>
        )}
        <ButtonRow>
          {add}
          <ButtonLink look="secondary" href={to("/can-bo/phan-cong/thu")}>
            {t("routing:simulator.link")}
          </ButtonLink>
        </ButtonRow>
      </div>
      {draft ? <ApplyDraft revision={draft.revision} answer={answer} /> : null}
      {replay ? <ReplayResult replay={replay} /> : null}
      {sets.length > 0 ? (
        <Section id="lich-su" title={t("routing:history.title")}>
          <Table
            id="cac-ban"
            caption={t("routing:history.title")}
            hideCaption
            stacks
            columns={[
              { header: t("routing:history.version"), align: "end", cell: (set) => set.version },
              { header: t("routing:history.note"), names: true, cell: (set) => set.note },
              { header: t("routing:history.madeBy"), cell: (set) => set.madeBy ?? t("routing:history.portal") },
              { header: t("routing:history.madeAt"), cell: (set) => set.createdAt },
            ]}
            rows={sets}
            rowKey={(set) => set.version}
          />
        </Section>
      ) : null}
    </>
  );
}
