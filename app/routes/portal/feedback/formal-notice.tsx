import { ButtonLink } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { FormalMatter } from "#app/domain/feedback/formal-words.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

const doors = { complaint: "khieu-nai", denunciation: "to-cao" } as const;

/** The letter reads like a complaint or a denunciation: says so and shows the right door. It may be sent all the same. */
export function FormalNotice({ matter }: { matter: FormalMatter }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <Notice tone="warn" title={t(`feedback:formal.${matter}.title`)}>
      <p>{t(`feedback:formal.${matter}.text`)}</p>
      <p>
        <ButtonLink look="secondary" href={`${to("/phan-anh/gui")}?loai=${doors[matter]}`}>
          {t(`feedback:formal.${matter}.door`)}
        </ButtonLink>
      </p>
      <p>{t("feedback:formal.anyway")}</p>
    </Notice>
  );
}
