import { Select } from "#app/components/form/select.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { remarksPerPage, setAsideReasons } from "#app/domain/remarks/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { type ListedTag, tagChoices } from "./tag-choices.ts";

/** The checkboxes of the answers belong to this form. */
export const bulkFormId = "loi-da-chon";

/** What can be done with the ticked answers, a button each. Works without scripts. */
export function BulkForm({ tags }: { tags: readonly ListedTag[] }) {
  const { lang } = useLanguage();
  const t = useText();
  return (
    <Section id="nhieu" title={t("remarks:bulk.title")}>
      <form method="post" id={bulkFormId} className="stack">
        <p className="muted small">{t("remarks:bulk.how", { most: String(remarksPerPage) })}</p>
        <div className="flex flex-wrap items-end gap-4">
          <Select
            id="nhan-gan"
            name="nhan"
            label={t("remarks:filter.tag")}
            placeholder={t("remarks:bulk.chooseTag")}
            choices={tagChoices(
              t,
              lang,
              tags.filter(({ retired }) => !retired),
            )}
          />
          <Button look="secondary" name="viec" value="gan-nhan">
            {t("remarks:bulk.tag")}
          </Button>
          <Button look="quiet" name="viec" value="bo-nhan">
            {t("remarks:bulk.untag")}
          </Button>
        </div>
        <div className="flex flex-wrap items-end gap-4">
          <Select
            id="ly-do"
            name="ly-do"
            label={t("remarks:bulk.reason")}
            placeholder={t("remarks:bulk.chooseReason")}
            choices={setAsideReasons.map((reason) => ({ value: reason, label: t(`remarks:reasonFor.${reason}`) }))}
          />
          <Button look="secondary" name="viec" value="de-rieng">
            {t("remarks:bulk.setAside")}
          </Button>
          <Button look="secondary" name="viec" value="da-doc">
            {t("remarks:bulk.read")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
