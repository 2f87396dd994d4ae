import type { ReactNode } from "react";
import { errorsOf, FieldError } from "./field.tsx";

/** A step of the scale, with its number and its word. */
export type Level = { value: string; label: string };

export type Statement = {
  id: string;
  name: string;
  statement: ReactNode;
  error?: string | readonly string[] | undefined;
  defaultValue?: string | undefined;
};

type Scale = {
  levels: readonly Level[];
  /** “Không có ý kiến”, kept apart from the scale; leave out where the question allows none. */
  noOpinion?: Level | undefined;
  /** The answers have no numbers: yes or no, how often … At most five. */
  plain?: boolean | undefined;
};

/**
 * Statements on one scale. On a phone each is a question with large rows; on a desk one quiet line under a shared head.
 * Every answer is a plain radio button named by number and word; nothing is chosen beforehand.
 */
export function LikertGroup({ label, levels, noOpinion, plain, statements }: Scale & { label: string; statements: readonly Statement[] }) {
  return (
    <div className="likert-group" role="group" aria-label={label} data-levels={levels.length}>
      <div className="likert-head" aria-hidden="true" data-none={noOpinion ? "" : undefined}>
        <span />
        <div className="likert-levels">
          <div className="likert-scale">
            {levels.map((level) => (
              <span key={level.value}>{level.label}</span>
            ))}
          </div>
          {noOpinion ? <span>{noOpinion.label}</span> : null}
        </div>
      </div>
      {statements.map((statement) => (
        <LikertRow key={statement.id} {...statement} levels={levels} noOpinion={noOpinion} plain={plain} />
      ))}
    </div>
  );
}

/** One statement with its five answers. */
export function LikertRow({ id, name, statement, error, defaultValue, levels, noOpinion, plain }: Statement & Scale) {
  const errors = errorsOf(error);
  return (
    <fieldset
      className="likert"
      id={id}
      tabIndex={-1}
      data-none={noOpinion ? "" : undefined}
      data-invalid={errors.length > 0 || undefined}
      aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
    >
      <legend className="likert-statement">{statement}</legend>
      <FieldError id={`${id}-error`} errors={errors} />
      <div className="likert-answers">
        <div className="likert-options">
          {levels.map((level) => (
            <Answer key={level.value} id={id} name={name} level={level} chosen={defaultValue} number={!plain} />
          ))}
        </div>
        {noOpinion ? <Answer id={id} name={name} level={noOpinion} chosen={defaultValue} apart /> : null}
      </div>
    </fieldset>
  );
}

function Answer({
  id,
  name,
  level,
  chosen,
  number,
  apart,
}: {
  id: string;
  name: string;
  level: Level;
  chosen: string | undefined;
  number?: boolean | undefined;
  apart?: boolean;
}) {
  const own = `${id}-${level.value}`;
  return (
    <label className={apart ? "likert-option likert-none" : "likert-option"} htmlFor={own}>
      <input type="radio" id={own} name={name} value={level.value} defaultChecked={level.value === chosen} />
      {number ? <span className="likert-number">{level.value}</span> : null}
      <span className="likert-word">{level.label}</span>
    </label>
  );
}
