import { eq } from "drizzle-orm";
import { intakeChannels } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Actor } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { refuse } from "../outcome.ts";
import { publish } from "../publishing/index.server.ts";
import { findUnitLinks } from "../units/index.server.ts";

/** Puts an intake or information channel on the public list that the law asks for (Decree 20/2008/NĐ-CP, articles 10 and 13). */
export async function publishChannel(tx: Db, by: Actor, channelId: string, now: Date) {
  const [channel] = await tx.select().from(intakeChannels).where(eq(intakeChannels.id, channelId));
  if (!channel) return refuse("channel.not_found");
  const today = civilDay(now);
  const owner = channel.ownerUnitId ? (await findUnitLinks(tx, [channel.ownerUnitId], today)).get(channel.ownerUnitId) : undefined;
  const name = { vi: channel.nameVi, en: channel.nameEn };

  return publish(
    tx,
    by,
    {
      kind: "channel",
      slug: channel.code,
      subjectId: channel.id,
      title: name,
      searchText: [channel.value, channel.purposeVi, channel.purposeEn, owner?.name.vi].filter(Boolean).join(" "),
      facets: { unit: owner?.slug ?? null, category: channel.type, facet: channel.acceptsFeedback ? "feedback" : "information" },
      sortDay: today,
      content: {
        code: channel.code,
        type: channel.type,
        name,
        value: channel.value,
        owner: owner ?? null,
        province: channel.province,
        hours: channel.hours,
        purpose: channel.purposeVi === null ? null : { vi: channel.purposeVi, en: channel.purposeEn },
        acceptsFeedback: channel.acceptsFeedback,
      },
    },
    now,
  );
}
