import { Button } from "../ui/button.tsx";

/** One question under every page; a plain POST with `page` and `helpful` = yes or no. */
export function Helpful({ action, page, question, yes, no }: { action: string; page: string; question: string; yes: string; no: string }) {
  return (
    <form className="cluster" method="post" action={action}>
      <input type="hidden" name="page" value={page} />
      <span>{question}</span>
      <Button look="secondary" small name="helpful" value="yes">
        {yes}
      </Button>
      <Button look="secondary" small name="helpful" value="no">
        {no}
      </Button>
    </form>
  );
}
