import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export const keysHelpId = "phim-tat";

const keys = [
  ["j ↓", "next"],
  ["k ↑", "previous"],
  ["x", "choose"],
  ["Enter", "open"],
  ["/", "search"],
  ["?", "help"],
] as const;

/** The keys of the list, and where to switch them off. */
export function KeysHelp({ on }: { on: boolean }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <div id={keysHelpId}>
      <Disclosure summary={t("casework:keys.title")}>
        {on ? (
          <dl className="stack stack-tight">
            {keys.map(([key, word]) => (
              <div key={word} className="cluster">
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(`casework:keys.${word}`)}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p>{t("casework:keys.off")}</p>
        )}
        <p className="small">
          <a href={to("/can-bo/tai-khoan#phim")}>{t("casework:keys.change")}</a>
        </p>
      </Disclosure>
    </div>
  );
}
