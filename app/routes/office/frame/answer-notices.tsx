import { Notice } from "#app/components/ui/notice.tsx";

/** What came of the form that was just sent, in the words of its answer. */
export function AnswerNotices({ answer }: { answer: { notice: string | null; refused: string | null } | undefined }) {
  return (
    <>
      {answer?.notice ? (
        <Notice tone="ok" live>
          {answer.notice}
        </Notice>
      ) : null}
      {answer?.refused ? (
        <Notice tone="bad" live>
          {answer.refused}
        </Notice>
      ) : null}
    </>
  );
}
