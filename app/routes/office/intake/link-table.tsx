import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import type { CaseLink } from "#app/domain/intake/index.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Cases this one was linked with. */
export function LinkTable({ links, mayUndo }: { links: readonly CaseLink[]; mayUndo: boolean }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <Table
      id="ho-so-ghep"
      caption={t("intake:related.linked")}
      hideCaption
      stacks
      columns={[
        {
          header: t("intake:related.case"),
          names: true,
          cell: (link) => (
            <a className="code" href={to(`/can-bo/ho-so/${link.code}`)}>
              {link.code}
            </a>
          ),
        },
        { header: t("intake:page.subject"), cell: (link) => link.subject },
        {
          header: t("intake:related.how"),
          cell: (link) => t(`intake:linked.${link.kind === "related" ? "related" : link.leads ? "leads" : "follows"}`),
        },
        { header: t("casework:list.state"), cell: (link) => t(`words:caseState.${link.state}`) },
        ...(mayUndo
          ? [
              {
                header: t("intake:related.acts"),
                cell: (link: CaseLink) => (
                  <Form method="post" data-once="">
                    <input type="hidden" name="link" value={link.id} />
                    <Button look="quiet" small name="intent" value="undo">
                      {t("intake:related.undo")}
                      <VisuallyHidden> {link.code}</VisuallyHidden>
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
      rows={links}
      rowKey={(link) => link.id}
    />
  );
}
