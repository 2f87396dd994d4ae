import { Form } from "@remix-run/react";
import { createContext, useContext, type ReactNode } from "react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import type { ButtonLook } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import type { OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { useTried } from "./tried.tsx";

/** The revision of the case that this page shows; every act carries it, so that two officials cannot both win. */
export const RevisionContext = createContext(0);

/** What an act on a case looks like: its fields, who will see what, and a button that says the act. */
export function ActForm({ act, look, children }: { act: OfficeAct; look?: ButtonLook | undefined; children?: ReactNode }) {
  const t = useText();
  const revision = useContext(RevisionContext);
  const { refusal } = useTried(act);
  return (
    <Form method="post" noValidate className="stack" id={`f-${act}`}>
      <input type="hidden" name="intent" value={act} />
      <input type="hidden" name="revision" value={revision} />
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      {children}
      <SubmitRow text={t(`casework:acts.${act}.button`)} look={look} note={<p className="muted small">{t(`casework:acts.${act}.note`)}</p>} />
    </Form>
  );
}

/** The same behind its name, closed until it is wanted or was refused. The act bar leads here. */
export function FoldedAct({ act, look, children }: { act: OfficeAct; look?: ButtonLook | undefined; children?: ReactNode }) {
  const t = useText();
  const { tried } = useTried(act);
  return (
    <div id={`lam-${act}`}>
      <Disclosure summary={t(`casework:acts.${act}.title`)} open={tried || undefined}>
        <ActForm act={act} look={look ?? "primary"}>
          {children}
        </ActForm>
      </Disclosure>
    </div>
  );
}
