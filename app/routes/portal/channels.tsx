import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { MetaLine } from "#app/components/ui/item-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang } = asAnyone(args);
  const { items } = await listPublic(db, "channel", {}, { limit: 100 });
  const channels = items.map(({ slug, content }) => ({
    slug,
    name: inLanguage(lang, content.name),
    type: content.type,
    value: content.value,
    hours: content.hours,
    purpose: content.purpose && inLanguage(lang, content.purpose),
    owner: content.owner && inLanguage(lang, content.owner.name),
    province: content.province,
    acceptsFeedback: content.acceptsFeedback,
  }));
  return data({ channels }, { headers: { "Portal-Cache": "public" } });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("content:channels.title"), description: t("content:channels.lead") });
};

type ChannelShown = Awaited<ReturnType<typeof loader>>["data"]["channels"][number];

export default function Channels() {
  const { channels } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader title={t("content:channels.title")} lead={<p>{t("content:channels.lead")}</p>} />
      <Notice title={t("content:channels.here")}>
        <p>{t("content:channels.hereLine")}</p>
        <ButtonLink href={to("/phan-anh/gui")}>{t("portal:footer.send")}</ButtonLink>
      </Notice>
      <Section id="tiep-nhan" title={t("content:channels.accepts")}>
        <ChannelList channels={channels.filter((channel) => channel.acceptsFeedback)} />
      </Section>
      <Section id="thong-tin" title={t("content:channels.informs")}>
        <ChannelList channels={channels.filter((channel) => !channel.acceptsFeedback)} />
      </Section>
      <p className="muted small">{t("content:channels.law")}</p>
    </>
  );
}

function ChannelList({ channels }: { channels: readonly ChannelShown[] }) {
  const t = useText();
  return (
    <ul className="items">
      {channels.map((channel) => (
        <li key={channel.slug} id={channel.slug}>
          <h3>{channel.name}</h3>
          <p>{channel.value ? <Address value={channel.value} /> : <span className="muted">{t("content:channels.noAddress")}</span>}</p>
          {channel.purpose ? <p>{channel.purpose}</p> : null}
          <MetaLine
            facts={[
              channel.owner ? t("content:channels.owner", { name: channel.owner }) : null,
              channel.hours ? t("content:channels.hours", { hours: channel.hours }) : null,
              channel.province,
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

/** A page of this portal, a web address, e-mail address or telephone number one can follow; anything else as it stands. */
function Address({ value }: { value: string }) {
  const { to } = useLanguage();
  if (/^\/(?!\/)/.test(value)) return <a href={to(value)}>{value}</a>;
  if (/^https?:\/\//.test(value)) return <a href={value}>{value}</a>;
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return <a href={`mailto:${value}`}>{value}</a>;
  if (/^[\d\s().+-]{4,}$/.test(value)) return <a href={`tel:${value.replaceAll(/[^\d+]/g, "")}`}>{value}</a>;
  return value;
}
