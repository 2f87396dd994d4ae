import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { bodyMaxLength, caseContents, caseFields, caseKinds, placeMaxLength } from "#app/domain/feedback/vocabulary.ts";
import { currentRules, draftRules, simulateRouting, traceRouting } from "#app/domain/routing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readNames, toChoices } from "./routing/read-names.server.ts";
import { RuleTrace, type TraceView } from "./routing/rule-trace.tsx";
import { entryWords } from "./routing/to-rule-lines.ts";

const asked = ["ma", "ban", "loai", "noi-dung", "linh-vuc", "thu-tuc", "don-vi", "noi", "chu"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "routing.manage");
  const { db, official, t, now, url } = visit;
  const [current, draft, names] = await Promise.all([currentRules(db), draftRules(db), readNames(visit)]);
  const given = Object.fromEntries(
    asked.map((name) => [name, (url.searchParams.get(name) ?? "").replaceAll("\0", "").trim().slice(0, bodyMaxLength)]),
  ) as Record<(typeof asked)[number], string>;
  const rules = given.ban === "nhap" && draft ? draft.rules : current.rules;

  const routed = given.ma
    ? await traceRouting(db, official, rules, given.ma.toUpperCase(), now)
    : url.searchParams.has("loai")
      ? await simulateRouting(
          db,
          rules,
          {
            kind: given.loai,
            content: Number(given["noi-dung"]) || null,
            procedure: given["thu-tuc"] || null,
            field: given["linh-vuc"] || null,
            aboutUnit: given["don-vi"] || null,
            place: given.noi,
            text: given.chu,
          },
          now,
        )
      : undefined;
  const unitName = (slug: string) => names.units.get(slug) ?? slug;
  const trace: TraceView | undefined = routed && {
    about:
      "code" in routed
        ? t("routing:simulator.ofCase", { code: String(routed.code), subject: "subject" in routed ? String(routed.subject) : "" })
        : null,
    fired: routed.fired ? { rule: routed.fired.name, unit: unitName(routed.fired.unit) } : null,
    lines: routed.trace.map(({ rule, outcome, conditions }) => ({
      id: rule.id,
      name: rule.name,
      unit: unitName(rule.unit),
      outcome,
      conditions: conditions.map(({ condition, metBy }) => ({
        condition,
        metBy: metBy === undefined ? null : entryWords(t, names, condition, metBy).replace(/^“|”$/g, ""),
      })),
    })),
  };
  return {
    given,
    hasDraft: draft !== undefined,
    notFound: given.ma !== "" && !routed,
    trace,
    units: toChoices(names.units),
    procedures: toChoices(names.procedures),
  };
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("routing:simulator.title"), robots: "noindex" });

export default function Simulator() {
  const { given, hasDraft, notFound, trace, units, procedures } = useLoaderData<typeof loader>();
  const t = useText();
  const { to } = useLanguage();
  const here = to("/can-bo/phan-cong/thu");
  const any = t("routing:simulator.any");
  return (
    <>
      <PageHeader
        title={t("routing:simulator.title")}
        lead={<p>{t("routing:simulator.lead")}</p>}
        before={<Breadcrumbs label={t("breadcrumbs")} items={[{ href: to("/can-bo/phan-cong"), text: t("routing:title") }]} />}
      />
      {notFound ? <Notice tone="warn">{t("routing:simulator.notFound", { code: given.ma })}</Notice> : null}
      {trace ? <RuleTrace trace={trace} /> : null}
      <form method="get" action={here} className="stack measure section">
        <TextField
          id="ma"
          name="ma"
          label={t("routing:simulator.code")}
          hint={t("routing:simulator.codeHint")}
          defaultValue={given.ma}
          width="medium"
        />
        {hasDraft ? (
          <Select
            id="ban"
            name="ban"
            label={t("routing:simulator.set")}
            choices={[
              { value: "ap-dung", label: t("routing:replay.current") },
              { value: "nhap", label: t("routing:replay.changed") },
            ]}
            defaultValue={given.ban}
            width="medium"
          />
        ) : null}
        <Select
          id="loai"
          name="loai"
          label={t("routing:simulator.kind")}
          choices={caseKinds.map((value) => ({ value, label: t(`words:caseKind.${value}`) }))}
          defaultValue={given.loai}
          width="medium"
        />
        <Select
          id="noi-dung"
          name="noi-dung"
          label={t("routing:simulator.content")}
          placeholder={any}
          choices={caseContents.map((value) => ({ value: String(value), label: t(`words:caseContent.c${value}`) }))}
          defaultValue={given["noi-dung"]}
        />
        <Select
          id="linh-vuc"
          name="linh-vuc"
          label={t("routing:simulator.field")}
          placeholder={any}
          choices={caseFields.map((value) => ({ value, label: t(`words:caseField.${value}`) }))}
          defaultValue={given["linh-vuc"]}
          width="medium"
        />
        <Select
          id="thu-tuc"
          name="thu-tuc"
          label={t("routing:simulator.procedure")}
          placeholder={any}
          choices={procedures}
          defaultValue={given["thu-tuc"]}
        />
        <Select id="don-vi" name="don-vi" label={t("routing:simulator.aboutUnit")} placeholder={any} choices={units} defaultValue={given["don-vi"]} />
        <TextField id="noi" name="noi" label={t("routing:simulator.place")} defaultValue={given.noi} maxLength={placeMaxLength} />
        <TextArea id="chu" name="chu" label={t("routing:simulator.text")} rows={4} defaultValue={given.chu} />
        <SubmitRow text={t("routing:simulator.submit")} />
      </form>
    </>
  );
}
