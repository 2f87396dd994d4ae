import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Receipt } from "#app/components/ui/receipt.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** The secret address for a calendar program: opened, renewed and ended here, shown only once. */
export function FeedSection({ feed, address }: { feed: { opened: string; lastRead: string | null } | null; address: string | null }) {
  const t = useText();
  return (
    <Section id="lich-han" title={t("calendar:feed.title")}>
      <div className="stack measure">
        <p>{t("calendar:feed.lead")}</p>
        {address ? (
          <>
            <Receipt label={t("calendar:feed.address")} code={address} note={t("calendar:feed.once")} />
            <Notice>{t("calendar:feed.how")}</Notice>
          </>
        ) : null}
        {feed ? (
          <p>
            {t("calendar:feed.open", { day: feed.opened })}{" "}
            {feed.lastRead ? t("calendar:feed.read", { day: feed.lastRead }) : t("calendar:feed.neverRead")}
          </p>
        ) : null}
        <form method="post">
          <input type="hidden" name="intent" value="feed_open" />
          <SubmitRow
            look="secondary"
            text={t(feed ? "calendar:feed.renew" : "calendar:feed.make")}
            note={feed ? t("calendar:feed.renewNote") : undefined}
          />
        </form>
        {feed ? (
          <form method="post">
            <input type="hidden" name="intent" value="feed_close" />
            <SubmitRow look="danger" text={t("calendar:feed.end")} />
          </form>
        ) : null}
      </div>
    </Section>
  );
}
