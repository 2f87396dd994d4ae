import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** The two forms of one data set. The links say to the ear what they are of. */
export function Downloads({ address, name }: { address: string; name: string }) {
  const t = useText();
  return (
    <span className="meta">
      {(["json", "csv"] as const).map((format) => (
        <a key={format} href={format === "csv" ? `${address}?format=csv` : address}>
          <span aria-hidden="true">{t(`opendata:data.${format}`)}</span>
          <VisuallyHidden>{t("opendata:data.takeAs", { name, format: t(`opendata:data.${format}`) })}</VisuallyHidden>
        </a>
      ))}
    </span>
  );
}
