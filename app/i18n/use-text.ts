import { useTranslation } from "react-i18next";
import type { i18nFor } from "./i18n.ts";

/** The translator of the page's language, for every namespace by prefix: `t("words:caseState.MOI")`. */
export function useText(): ReturnType<typeof i18nFor>["t"] {
  return useTranslation().i18n.t;
}
