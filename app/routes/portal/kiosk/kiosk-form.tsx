import { useText } from "#app/i18n/use-text.ts";
import type { SheetErrors } from "../survey/error-words.ts";
import type { FormView } from "../survey/form-view.server.ts";
import type { Typed } from "../survey/read-survey-form.ts";
import { SurveyForm } from "../survey/survey-form.tsx";

type View = { title: string; unit: string; procedure: string | null; questions: number; form: FormView };
type Answer = { typed: Typed; errors: SheetErrors; refusal: string | undefined } | undefined;

/** The start screen and the questionnaire: one below the other on paper-like pages, one screen after another with the script. */
export function KioskForm({ here, view, answer }: { here: string; view: View; answer: Answer }) {
  const t = useText();
  return (
    <>
      <section className="kiosk-start" data-kiosk-start="" aria-labelledby="ki-ot-dau">
        <h1 id="ki-ot-dau">{view.title}</h1>
        <p className="lead">{view.form.intro}</p>
        <p>{t("kiosk:page.questions", { count: view.questions })}</p>
        <p data-kiosk-hint="" hidden>
          {t("kiosk:page.startHint")}
        </p>
        <button type="button" className="btn btn-primary" data-kiosk-act="start" hidden>
          {t("kiosk:page.start")}
        </button>
      </section>
      <div data-kiosk-form="">
        <SurveyForm
          view={view.form}
          action={here}
          typed={answer?.typed}
          errors={answer?.errors}
          refusal={answer?.refusal}
          fixed={{ unit: view.unit, procedure: view.procedure }}
        />
      </div>
    </>
  );
}
