import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { DemoAccount } from "./to-demo-account.ts";

type Props = { accounts: readonly DemoAccount[]; password: string | null; back: string };

/** The demo world's sign-ins, marked as such; one press signs in, as long as the password is the published one. */
export function DemoSignIns({ accounts, ...entry }: Props) {
  const t = useText();
  const everywhere = accounts.filter(({ unit }) => unit === null);
  const ofUnits = accounts.filter(({ unit }) => unit !== null);
  return (
    <Section id="dung-thu" title={t("people:demo.title")}>
      <div className="stack measure">
        <p>{t("people:demo.lead")}</p>
        {entry.password ? (
          <p>
            {t("people:demo.password")}: <span className="code">{entry.password}</span>
          </p>
        ) : null}
        <Accounts accounts={everywhere} {...entry} />
        {ofUnits.length > 0 ? (
          <Disclosure summary={t("people:demo.ofUnits")}>
            <Accounts accounts={ofUnits} {...entry} />
          </Disclosure>
        ) : null}
      </div>
    </Section>
  );
}

function Accounts({ accounts, password, back }: Props) {
  const t = useText();
  return (
    <ul className="stack stack-tight">
      {accounts.map((one) => (
        <li key={one.email} className="flex flex-wrap items-center justify-between gap-2 border-b border-line pb-2">
          <div>
            <div>{one.unit ? `${one.roles} – ${one.unit}` : one.roles}</div>
            <div className="muted small">{one.email}</div>
          </div>
          {password ? (
            <form method="post" data-once="">
              <input type="hidden" name="email" value={one.email} />
              <input type="hidden" name="password" value={password} />
              <input type="hidden" name="tiep" value={back} />
              <Button look="secondary" small>
                {t("people:demo.enter")}
                <VisuallyHidden>: {one.roles}</VisuallyHidden>
              </Button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
