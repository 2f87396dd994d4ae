import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { listOfficials } from "#app/domain/people/index.server.ts";
import { mayIn } from "#app/domain/people/official.ts";
import { roles } from "#app/domain/people/vocabulary.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { AnswerNotices } from "./frame/answer-notices.tsx";
import { managePeople } from "./people/manage-people.server.ts";
import { OfficialCard } from "./people/official-card.tsx";
import { RegisterForm } from "./people/register-form.tsx";
import { toOfficialView } from "./people/to-official-view.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, t, today, now, url } = await asOfficial(args, "people.manage");
  const { q, after, filters } = readListQuery(url, ["vai", "tinh-trang"]);
  const role = roles.find((one) => one === filters.vai);
  const standing = (["active", "left"] as const).find((one) => one === filters["tinh-trang"]);
  const [page, units] = await Promise.all([
    listOfficials(db, official, { q, role, standing }, { after, limit: 20 }, today, now),
    listUnitsInForce(db, today, { internal: true }),
  ]);
  return {
    q,
    role,
    standing,
    total: page.total,
    items: page.items.map((row) => ({ ...toOfficialView(t, lang, row), yourself: row.id === official.id })),
    everywhere: official.scopes["people.manage"] === "all",
    units: units
      .filter(({ id }) => mayIn(official, "people.manage", id))
      .map((unit) => ({ value: unit.id, label: inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn }) })),
    next: nextPageHref(url, page.next),
    first: firstPageHref(url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "people.manage");
  const answer = await managePeople(visit, await readForm(args.request));
  return data(answer, { status: answer.notice ? 200 : answer.refused ? 409 : 422 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("people:list.title"), robots: "noindex" });

export default function People() {
  const { q, role, standing, total, items, everywhere, units, next, first } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  const here = to("/can-bo/nguoi-dung");
  const roleChoices = roles.map((one) => ({ value: one, label: t(`words:role.${one}`) }));
  return (
    <>
      <PageHeader title={t("people:list.title")} lead={<p>{t("people:list.lead")}</p>} />
      <AnswerNotices answer={answer} />
      <div className="stack">
        <Disclosure summary={t("people:register.title")} open={answer?.form === "register" && !answer.notice}>
          <RegisterForm answer={answer?.form === "register" ? answer : undefined} roles={roleChoices} units={units} everywhere={everywhere} />
        </Disclosure>
        <FilterBar label={t("filter")} action={here} submit={t("filter")} reset={{ href: here, text: t("clearFilter") }}>
          <TextField id="q" name="q" type="search" label={t("people:list.q")} defaultValue={q} />
          <Select
            id="vai"
            name="vai"
            label={t("people:list.role")}
            placeholder={t("people:list.anyRole")}
            choices={roleChoices}
            defaultValue={role}
          />
          <Select
            id="tinh-trang"
            name="tinh-trang"
            label={t("people:list.standing")}
            placeholder={t("people:list.anyStanding")}
            choices={(["active", "left"] as const).map((one) => ({ value: one, label: t(`people:standing.${one}`) }))}
            defaultValue={standing}
          />
        </FilterBar>
      </div>
      {items.length === 0 ? (
        <EmptyState title={t("people:list.empty")}>
          <p>{t("tryOther")}</p>
        </EmptyState>
      ) : (
        <div className="stack">
          <p className="muted" role="status">
            {t("people:list.found", { count: total })}
          </p>
          {items.map((one) => (
            <OfficialCard
              key={one.id}
              official={one}
              roles={roleChoices}
              units={units}
              everywhere={everywhere}
              answer={answer?.officialId === one.id ? answer : undefined}
            />
          ))}
        </div>
      )}
      <Pagination
        label={t("pages")}
        next={next ? { href: next, text: t("more") } : undefined}
        previous={first ? { href: first, text: t("first") } : undefined}
      />
    </>
  );
}
