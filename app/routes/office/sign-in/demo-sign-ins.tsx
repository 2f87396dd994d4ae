import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import type { Role } from "#app/domain/people/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

type Account = { email: string; name: string; roles: Role[] };

/** The demo world's sign-ins, marked as such; one press signs in, as long as the password is the published one. */
export function DemoSignIns({ accounts, password, back }: { accounts: Account[]; password: string | null; back: string }) {
  const t = useText();
  const inWords = ({ roles }: Account) => roles.map((role) => t(`words:role.${role}`)).join(", ");
  const columns = [
    { header: t("people:demo.role"), names: true, cell: (one: Account) => inWords(one) },
    { header: t("people:demo.account"), cell: (one: Account) => <span className="code">{one.email}</span> },
  ];
  const enter = (one: Account) => (
    <form method="post" data-once="">
      <input type="hidden" name="email" value={one.email} />
      <input type="hidden" name="password" value={password ?? ""} />
      <input type="hidden" name="tiep" value={back} />
      <Button look="secondary" small>
        {t("people:demo.enter")}
        <VisuallyHidden>: {inWords(one)}</VisuallyHidden>
      </Button>
    </form>
  );
  return (
    <Section id="dung-thu" title={t("people:demo.title")}>
      <p className="measure">{t("people:demo.lead")}</p>
      {password ? (
        <p>
          {t("people:demo.password")}: <span className="code">{password}</span>
        </p>
      ) : null}
      <Table
        id="tai-khoan-dung-thu"
        caption={t("people:demo.caption")}
        hideCaption
        columns={password ? [...columns, { header: t("people:demo.act"), cell: enter }] : columns}
        rows={accounts}
        rowKey={(one) => one.email}
      />
    </Section>
  );
}
