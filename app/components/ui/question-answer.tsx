import type { ReactNode } from "react";
import { MetaLine } from "./item-list.tsx";

/** A question that was answered in public, with the answer in sight. */
export function QuestionAnswer({
  title,
  href,
  question,
  questionWord,
  answer,
  answerWord,
  meta,
  level = 3,
}: {
  title: string;
  href?: string | undefined;
  question?: ReactNode;
  questionWord: string;
  answer: ReactNode;
  answerWord: string;
  meta?: readonly ReactNode[] | undefined;
  level?: 2 | 3 | 4 | undefined;
}) {
  const Heading = `h${level}` as const;
  return (
    <article className="qa">
      <Heading className="qa-title">{href ? <a href={href}>{title}</a> : title}</Heading>
      {question ? (
        <div>
          <span className="qa-word">{questionWord}</span>
          <div>{question}</div>
        </div>
      ) : null}
      <div className="qa-answer">
        <span className="qa-word">{answerWord}</span>
        <div>{answer}</div>
      </div>
      {meta ? <MetaLine facts={meta} /> : null}
    </article>
  );
}
