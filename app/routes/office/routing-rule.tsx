import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { mayIn } from "#app/domain/people/official.ts";
import { changeRoutingDraft, currentRules, draftRules } from "#app/domain/routing/index.server.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readFormData } from "../read-form.ts";
import { readRevision } from "../revision.ts";
import { type FieldErrors, fieldSentence, refusalSentence } from "../sentences.ts";
import { readNames, toChoices } from "./routing/read-names.server.ts";
import { emptyRule, readRule, type TypedRule } from "./routing/read-rule.ts";
import { RuleForm } from "./routing/rule-form.tsx";

const newRule = "moi";
const noErrors: FieldErrors = {};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "routing.manage");
  const { db, official, today } = visit;
  const [current, draft, names, units] = await Promise.all([
    currentRules(db),
    draftRules(db),
    readNames(visit),
    listUnitsInForce(db, today, { internal: true }),
  ]);
  const found = (draft?.rules ?? current.rules).find(({ id }) => id === args.params.rule);
  if (!found && args.params.rule !== newRule) throw notFound();
  const rule: TypedRule = found
    ? { name: found.name, unit: found.unit, when: { ...emptyRule.when, ...structuredClone(found.when as TypedRule["when"]) } }
    : emptyRule;
  const mayGive = new Set(units.filter(({ id }) => mayIn(official, "routing.manage", id)).map(({ slug }) => slug));
  const choices = toChoices(names.units);
  return {
    isNew: !found,
    rule,
    revision: draft?.revision ?? 0,
    units: choices,
    unitsToGive: choices.filter(({ value }) => mayGive.has(value)),
    procedures: toChoices(names.procedures),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, to, now } = await asOfficial(args, "routing.manage");
  const form = await readFormData(args.request);
  const revision = readRevision(form.get("revision"), -1);
  if (revision < 0) throw data({ reason: "bad_request" }, { status: 400 });

  const { typed, read } = readRule(form);
  if (!read.success) {
    const errors: FieldErrors = {};
    for (const { path, message } of read.error.issues) {
      const field = path[0] === "when" && path.length > 1 ? String(path[1]) : String(path[0]);
      errors[field] ??=
        message === "condition_required" ? t("routing:form.conditionRequired") : fieldSentence(t, field === "unit" ? "not_in_list" : message);
    }
    return data({ typed, errors, refused: null }, { status: 422 });
  }
  const id = args.params.rule ?? newRule;
  const change = id === newRule ? { change: "add" as const, rule: read.data } : { change: "edit" as const, id, rule: read.data };
  const changed = await changeRoutingDraft(db, official, { ...change, revision }, now);
  if (!changed.ok) return data({ typed, errors: noErrors, refused: refusalSentence(t, changed) }, { status: 409 });
  return redirect(to("/can-bo/phan-cong"));
}

export const meta: MetaFunction<typeof loader> = ({ location, data: facts }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: facts?.isNew ? t("routing:form.addTitle") : t("routing:form.editTitle"), robots: "noindex" });
};

export default function EditRule() {
  const { isNew, rule, revision, units, unitsToGive, procedures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      <PageHeader
        title={isNew ? t("routing:form.addTitle") : t("routing:form.editTitle")}
        before={<Breadcrumbs label={t("breadcrumbs")} items={[{ href: to("/can-bo/phan-cong"), text: t("routing:title") }]} />}
      />
      {answer?.refused ? (
        <Notice tone="bad" live>
          {answer.refused}
        </Notice>
      ) : null}
      <RuleForm
        rule={answer?.typed ?? rule}
        revision={revision}
        errors={answer?.errors ?? {}}
        units={units}
        unitsToGive={unitsToGive}
        procedures={procedures}
      />
    </>
  );
}
