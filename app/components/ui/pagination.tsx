import { ButtonLink } from "./button.tsx";

type Step = { href: string; text: string };

/** Steps through a long list by key: the next page, the first again, and a sentence on how much is shown. */
export function Pagination({
  label,
  previous,
  next,
  shown,
}: {
  label: string;
  previous?: Step | undefined;
  next?: Step | undefined;
  shown?: string | undefined;
}) {
  if (!previous && !next && !shown) return null;
  return (
    <nav className="paging" aria-label={label}>
      {previous ? (
        <ButtonLink look="secondary" icon="back" rel="prev" href={previous.href}>
          {previous.text}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink look="secondary" icon="arrow" rel="next" href={next.href}>
          {next.text}
        </ButtonLink>
      ) : null}
      {shown ? <span className="muted small">{shown}</span> : null}
    </nav>
  );
}

/** The neighbours of one piece: the article before and the one after, by title. */
export function Pager({
  label,
  previous,
  next,
}: {
  label: string;
  previous?: (Step & { title: string }) | undefined;
  next?: (Step & { title: string }) | undefined;
}) {
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={label}>
      {previous ? (
        <a rel="prev" href={previous.href}>
          <span className="pager-word">{previous.text}</span>
          {previous.title}
        </a>
      ) : null}
      {next ? (
        <a className="pager-next" rel="next" href={next.href}>
          <span className="pager-word">{next.text}</span>
          {next.title}
        </a>
      ) : null}
    </nav>
  );
}
