/** The first stop of the Tab key. */
export function SkipLink({ text, target = "noi-dung" }: { text: string; target?: string | undefined }) {
  return (
    <a className="skip" href={`#${target}`}>
      {text}
    </a>
  );
}
