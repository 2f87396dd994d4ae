/** What people said beside what was done about it; under each other on a phone. */
export function SaidAndDone({
  words,
  said,
  did,
  meta,
}: {
  words: { said: string; did: string };
  said: string;
  did: string;
  meta: readonly string[];
}) {
  return (
    <div className="said-and-done">
      <dl>
        <div>
          <dt>{words.said}</dt>
          <dd>{said}</dd>
        </div>
        <div>
          <dt>{words.did}</dt>
          <dd>{did}</dd>
        </div>
      </dl>
      <p className="muted">{meta.join(" · ")}</p>
    </div>
  );
}
