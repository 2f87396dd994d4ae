import type { Token } from "marked";
import { ChartSamples } from "./chart-samples.tsx";
import { ContentSamples } from "./content-samples.tsx";
import { FormSamples } from "./form-samples.tsx";
import { PaperSamples } from "./paper-samples.tsx";
import { UiSamples } from "./ui-samples.tsx";

/**
 * Every component in every state, to be looked at. `prose` are tokens of `marked.lexer(markdown)` (see samples.ts).
 * Stands inside a layout; it brings its own `h1`.
 */
export function Gallery({ prose }: { prose: readonly Token[] }) {
  return (
    <>
      <UiSamples />
      <ContentSamples prose={prose} />
      <FormSamples />
      <ChartSamples />
      <PaperSamples />
    </>
  );
}
