import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { findRoundForm, markStart, type FoundSlip, type RoundForm, trySlip } from "#app/domain/surveys/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, type Visit } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { refusalSentence } from "../sentences.ts";
import type { SheetErrors } from "./survey/error-words.ts";
import { formView } from "./survey/form-view.server.ts";
import { readSurveyForm, type Typed } from "./survey/read-survey-form.ts";
import { keepThanks } from "./survey/receipt-cookie.server.ts";
import { SlipShut } from "./survey/slip-shut.tsx";
import { SurveyForm } from "./survey/survey-form.tsx";
import { takeSheet } from "./survey/take-sheet.server.ts";

/** Looking uses nothing up: mail scanners and camera previews come here too. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = asAnyone(args);
  const { slip, refused } = await trySlip(visit.db, args.params.code ?? "", visit.today, limitedClient(visit));
  if (refused) return shut("too_many");
  const form = slip && (await findRoundForm(visit.db, slip.round, visit.today));
  if (!slip || !form) return shut("unknown");
  return slip.standing === "usable" ? data(slipView(visit, args.params.code ?? "", slip, form)) : shut(slip.standing);
}

export async function action(args: ActionFunctionArgs) {
  const visit = asAnyone(args);
  const code = args.params.code ?? "";
  const posted = await readSurveyForm(args.request);
  const { slip, refused } = await trySlip(visit.db, code, visit.today, limitedClient(visit));
  if (refused) return shut("too_many");
  const form = slip && (await findRoundForm(visit.db, slip.round, visit.today));
  if (!slip || !form) return shut("unknown");

  const view = slipView(visit, code, slip, form, posted.key);
  const again = (status: number, errors: SheetErrors, refusal?: string) => data({ ...view, typed: posted.typed, errors, refusal }, { status });
  const sent = await takeSheet(visit, args.request, form, posted, view.form.key, code);
  if (sent.ok) {
    const low = sent.value.dissatisfied ? { unit: slip.unit, procedure: slip.procedure } : null;
    return redirect(visit.to(`/khao-sat/${slip.round}/cam-on`), {
      headers: await keepThanks(visit.portal, slip.round, { receipt: sent.value.receipt, low }),
    });
  }
  if (sent.code === "survey.sheet_wrong" && "errors" in sent) return again(422, sent.errors);
  if (sent.code === "survey.slip_used") return shut("used");
  if (sent.code === "survey.slip_expired") return shut("expired");
  return again(sent.code === "request.too_many" ? 429 : 409, {}, refusalSentence(visit.t, sent));
}

const limitedClient = ({ portal, client }: Visit) => (portal.settings.NO_RATE_LIMIT ? null : client);

const shut = (standing: Exclude<FoundSlip["standing"], "usable"> | "unknown" | "too_many") =>
  data({ standing } as const, { status: standing === "unknown" ? 404 : standing === "too_many" ? 429 : 410 });

function slipView({ lang, portal, now }: Visit, code: string, slip: FoundSlip, form: RoundForm, key: string | null = null) {
  const unit = [...form.round.units, form.round.authority].find(({ slug }) => slug === slip.unit);
  const procedure = form.procedures.find(({ slug }) => slug === slip.procedure);
  return {
    standing: "usable" as const,
    code,
    expiresOn: slip.expiresOn,
    form: formView(lang, form, key),
    started: markStart(portal.keys, slip.round, now),
    fixed: { unit: unit ? inLanguage(lang, unit.name) : slip.unit, procedure: procedure ? inLanguage(lang, procedure.name) : slip.procedure },
    typed: {} as Typed,
    errors: {} as SheetErrors,
    refusal: undefined as string | undefined,
  };
}

export const meta: MetaFunction<typeof loader> = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("surveys:slip.page"), robots: "noindex" });

export default function Slip() {
  const loaded = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? loaded;
  const { lang, to } = useLanguage();
  const t = useText();
  if (page.standing !== "usable") return <SlipShut standing={page.standing} />;
  return (
    <>
      <PageHeader
        title={t("surveys:slip.page")}
        kicker={page.form.title}
        lead={
          <>
            <p>{t("surveys:slip.lead", { day: formatDay(lang, page.expiresOn) })}</p>
            <p>{page.form.intro}</p>
          </>
        }
      />
      <SurveyForm
        view={page.form}
        action={to(`/p/${encodeURIComponent(page.code)}`)}
        typed={page.typed}
        errors={page.errors}
        refusal={page.refusal}
        fixed={page.fixed}
        started={page.typed.started?.[0] ?? page.started}
      />
    </>
  );
}
