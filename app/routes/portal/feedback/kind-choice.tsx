import { Doors } from "#app/components/ui/door.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { caseKinds } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asksFirst, questionsParameter } from "./first-questions.ts";

/** The first step: one plain question, each answer a link. `about` (procedure, unit) goes along. */
export function KindChoice({ about }: { about: Record<string, string> }) {
  const t = useText();
  const { to } = useLanguage();
  const href = (loai: string, more: Record<string, string> = {}) => `${to("/phan-anh/gui")}?${new URLSearchParams({ loai, ...about, ...more })}`;
  return (
    <div className="stack stack-loose">
      <Section id="chon-viec" title={t("feedback:send.question")}>
        <Doors
          label={t("feedback:send.question")}
          doors={caseKinds.map((kind) => ({
            href: href(kind, asksFirst(kind) ? { [questionsParameter]: "1" } : {}),
            title: t(`feedback:send.choices.${kind}.title`),
            line: t(`feedback:send.choices.${kind}.line`),
          }))}
        />
      </Section>
      <Section id="noi-khac" title={t("feedback:send.elsewhere")}>
        <Doors
          label={t("feedback:send.elsewhere")}
          doors={[
            { href: href("khieu-nai"), title: t("feedback:send.complaint.title"), line: t("feedback:send.complaint.line") },
            { href: href("to-cao"), title: t("feedback:send.denunciation.title"), line: t("feedback:send.denunciation.line") },
          ]}
        />
      </Section>
    </div>
  );
}
