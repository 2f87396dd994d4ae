import type { ReactNode } from "react";

export type Fact = { term: ReactNode; detail: ReactNode; act?: ReactNode };

/** Facts as term and detail. `act` is a link at the end of the row, such as “Sửa” on a check-your-answers page. */
export function DefinitionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.term}</dt>
          <dd>{fact.detail}</dd>
          {fact.act ? <dd className="facts-act">{fact.act}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
