export type FormStep = { label: string; state: "done" | "now" | "todo"; href?: string | undefined };

/** Where one is in a long form: in words first (“Bước 2 trên 4: Nội dung”), then as a line. */
export function StepIndicator({ label, words, steps }: { label: string; words: string; steps: readonly FormStep[] }) {
  return (
    <nav className="steps" aria-label={label}>
      <p className="steps-now">{words}</p>
      <ol>
        {steps.map((step) => (
          <li key={step.label} data-state={step.state} aria-current={step.state === "now" ? "step" : undefined}>
            <span className="steps-word">{step.href ? <a href={step.href}>{step.label}</a> : step.label}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
