import type { RemarkFilter } from "#app/domain/remarks/index.server.ts";
import { remarkStandings } from "#app/domain/remarks/vocabulary.ts";
import { readListQuery } from "../../list-query.ts";

/** In the address, for answers without a tag; no tag has this code. */
export const untagged = "khong";

export type GivenFilter = { q?: string; question?: string; unit?: string; tag?: string; standing?: (typeof remarkStandings)[number] };

type About = { units: readonly { id: string; slug: string }[]; layout: { texts: readonly { code: string }[] } };

/** Reads what the list is narrowed by; what names nothing of this round counts as absent. */
export function readRemarksFilter(url: URL, round: About, tags: readonly { code: string }[]) {
  const { q, after, filters } = readListQuery(url, ["cau", "don-vi", "nhan", "trang-thai", "xong"]);
  const unit = round.units.find(({ slug }) => slug === filters["don-vi"]);
  const question = round.layout.texts.find(({ code }) => code === filters.cau)?.code;
  const tag = filters.nhan === untagged ? untagged : tags.find(({ code }) => code === filters.nhan)?.code;
  const standing = remarkStandings.find((one) => one === filters["trang-thai"]);
  const filter: RemarkFilter = { q, question, unitId: unit?.id, tag: tag === untagged ? null : tag, standing };
  const given: GivenFilter = {
    ...(q ? { q } : {}),
    ...(question ? { question } : {}),
    ...(unit ? { unit: unit.slug } : {}),
    ...(tag ? { tag } : {}),
    ...(standing ? { standing } : {}),
  };
  return { filter, given, after, xong: filters.xong };
}
