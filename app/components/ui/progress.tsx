/** How far something is, 0–100, with the words that say it. */
export function Progress({ percent, words }: { percent: number; words: string }) {
  return (
    <div className="progress">
      <span>{words}</span>
      <svg aria-hidden="true" focusable="false">
        <rect className="fill-line" width="100%" height="100%" />
        <rect className="fill-accent" width={`${Math.min(100, Math.max(0, percent))}%`} height="100%" />
      </svg>
    </div>
  );
}
