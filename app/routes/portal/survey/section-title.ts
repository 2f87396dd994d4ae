import type { useText } from "#app/i18n/use-text.ts";
import type { FormSection } from "./form-view.server.ts";

/** The heading of a section, and what to know before it. */
export function sectionTitle(t: ReturnType<typeof useText>, { factor, part, questions }: FormSection): { title: string; lead?: string } {
  if (factor !== null) return { title: factor };
  if (part === "profile") return { title: t("surveys:form.profile"), lead: t("surveys:form.profileLead") };
  if (part === "process") {
    const free = questions.every(({ required }) => !required);
    return { title: t("surveys:form.process"), ...(free ? { lead: t("surveys:form.processLead") } : {}) };
  }
  return { title: t(`surveys:form.${part}`) };
}
