import { Form, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { ImportView } from "./read-import.server.ts";

/** How often a page that is looked at asks again (milliseconds), and how often at most: a forgotten tab lets its session end. */
const pause = 2_000;
const asksMost = 150;

/**
 * How far an import is. With scripts the page follows by itself while it is looked at; without, by a link. It never
 * reloads on its own: that would take the reader's place away (WCAG 2.2.1, F41).
 */
export function ImportProgress({ progress, here, made }: { progress: NonNullable<ImportView["progress"]>; here: string; made: string }) {
  const t = useText();
  const { alive, percent, words } = progress;
  useFollowing(alive);
  return (
    <div className="stack measure">
      {alive ? <p>{t("intake:progress.lead")}</p> : <Notice tone="warn">{t("intake:page.stopped", { made })}</Notice>}
      <Progress percent={percent} words={words} />
      {alive ? (
        <ButtonLink look="secondary" href={here}>
          {t("intake:progress.refresh")}
        </ButtonLink>
      ) : (
        <Form method="post" data-once="">
          <SubmitRow text={t("intake:page.goOn")} name="intent" value="import" />
        </Form>
      )}
    </div>
  );
}

function useFollowing(on: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!on) return;
    let asked = 0;
    const clock = setInterval(() => {
      if (document.hidden || asked >= asksMost) return;
      asked += 1;
      revalidate();
    }, pause);
    return () => clearInterval(clock);
  }, [on, revalidate]);
}
