/** Two arcs: an ear and the wave it hears. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" aria-hidden="true" focusable="false">
      <path d="M20.5 14.5a7.8 7.8 0 1 0-14.5 2c1.5 2.6 3.5 3.8 4.5 7.5.9 3.4 4.5 4.6 7.2 2.6" />
      <path d="M25.5 6.5a14 14 0 0 1-1.5 15" />
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
