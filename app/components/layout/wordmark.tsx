/** Two arcs: an ear and the wave it hears. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" aria-hidden="true" focusable="false">
      <path d="M8 20.5a9 9 0 1 1 16.5-5" />
      <path d="M13 26.5a6 6 0 0 1-1" />
    </svg>
  );
}

/** The name of the portal and of the authority that runs it, as one link home. */
export function Wordmark({ href, name, of }: { href: string; name: string; of?: string | undefined }) {
  return (
    <a className="wordmark" href={href}>
      <Mark />
      <span>
        <span className="wordmark-name">{name}</span>
        {of ? <span className="wordmark-of">{of}</span> : null}
      </span>
    </a>
  );
}
