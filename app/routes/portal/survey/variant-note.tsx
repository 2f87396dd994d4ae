import type { IndexVariant } from "#app/domain/surveys/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Under a chart of indices: how each is made of several criteria. */
export function VariantNote({ variant }: { variant: IndexVariant }) {
  const t = useText();
  return <p className="muted">{t("results:variantNote", { variant: t(`words:indexVariant.${variant}`) })}</p>;
}
