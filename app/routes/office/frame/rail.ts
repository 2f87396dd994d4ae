import type { RailGroup, RailItem } from "#app/components/layout/office-layout.tsx";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { WorkList } from "#app/domain/feedback/vocabulary.ts";
import type { Permission } from "#app/domain/people/vocabulary.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { pathIn } from "#app/i18n/language.ts";
import { workListParameter, workListPath, workListsFor } from "../work-lists.ts";

export type RailFacts = {
  lang: Language;
  may: readonly Permission[];
  /** What of it holds for the whole portal. */
  everywhere: readonly Permission[];
  /** How much waits in each list; a list without a count is shown without one. */
  work: Partial<Record<WorkList, number>>;
  /** Articles that wait for this official; undefined where articles are not his business. */
  articles: number | undefined;
};

const within = (here: { pathname: string; search: string }, href: string): boolean => {
  const [path = "", search] = href.split("?");
  if (search !== undefined) return here.pathname === path && new URLSearchParams(here.search).toString().includes(search);
  return here.pathname === path || here.pathname.startsWith(`${path}/`);
};

/** What stands in the rail: only what this official may open. */
export function railOf(
  t: ReturnType<typeof i18nFor>["t"],
  { lang, may, everywhere, work, articles }: RailFacts,
  here: { pathname: string; search: string },
): RailGroup[] {
  const holds = (...any: Permission[]) => any.some((permission) => may.includes(permission));
  const link = (path: string, text: string, rest: Partial<RailItem> = {}): RailItem => {
    const href = pathIn(lang, path);
    return { href, text, current: within(here, href), ...rest };
  };
  const counted = (n: number | undefined, countWords: string, urgent = false): Partial<RailItem> =>
    n === undefined ? {} : { count: formatNumber(lang, n), countWords, urgent: urgent && n > 0 };

  const home = link("/can-bo", t("office:rail.today"));
  const groups: RailGroup[] = [
    { items: [{ ...home, current: here.pathname === home.href }] },
    {
      title: t("office:rail.cases"),
      items: [
        ...workListsFor(may).map((list) =>
          link(workListPath(list), t(`office:list.${list}`), counted(work[list], t("office:rail.toDo"), list === "overdue")),
        ),
        ...(holds("cases.read") ? [allCases(link("/can-bo/ho-so", t("office:rail.allCases")), here)] : []),
        ...(holds("cases.hide") ? [link("/can-bo/ra-soat", t("publication:review.rail"))] : []),
        ...(holds("cases.enter") ? [link("/can-bo/ho-so/nhap", t("office:rail.enterCase"))] : []),
        ...(holds("cases.enter") ? [link("/can-bo/nhap-danh-sach", t("intake:rail"))] : []),
        ...(holds("routing.manage") ? [link("/can-bo/phan-cong", t("routing:rail"))] : []),
      ],
    },
    {
      title: t("office:rail.surveys"),
      items: [
        ...(holds("surveys.manage", "surveys.approve") ? [link("/can-bo/khao-sat", t("office:rail.rounds"))] : []),
        ...(holds("articles.write", "articles.approve") ? [link("/can-bo/viec-da-lam", t("improvements:rail"))] : []),
        ...(holds("surveys.manage") ? [link("/can-bo/bo-cau-hoi", t("questionnaires:rail"))] : []),
        ...(holds("scores.enter", "scores.appraise", "scores.import", "reports.read")
          ? [link("/can-bo/danh-gia-mot-cua", t("service:office.rail"))]
          : []),
        ...(holds("slips.issue") ? [link("/can-bo/phieu", t("office:rail.slips"))] : []),
        ...(holds("slips.issue") ? [link("/can-bo/ki-ot", t("kiosk:office.rail"))] : []),
        ...(holds("slips.issue") ? [link("/can-bo/nhap-phieu", t("paper:rail"))] : []),
      ],
    },
    {
      title: t("office:rail.content"),
      items: holds("articles.write", "articles.approve", "articles.publish")
        ? [link("/can-bo/tin", t("office:rail.articles"), counted(articles, t("office:rail.waiting")))]
        : [],
    },
    {
      title: t("office:rail.system"),
      items: [
        ...(holds("units.manage", "cases.transfer") ? [link("/can-bo/don-vi/sap-nhap", t("office:rail.merge"))] : []),
        ...(holds("templates.manage") ? [link("/can-bo/mau-tra-loi", t("office:rail.templates"))] : []),
        ...(holds("people.manage") ? [link("/can-bo/nguoi-dung", t("office:rail.people"))] : []),
        ...(everywhere.includes("people.manage") ? [link("/can-bo/khoa-api", t("office:rail.apiKeys"))] : []),
        ...(everywhere.includes("people.manage") ? [link("/can-bo/thu-di", t("mailroom:rail"))] : []),
        ...(holds("calendar.manage") ? [link("/can-bo/lich", t("office:rail.calendar"))] : []),
        ...(everywhere.includes("audit.read") ? [link("/can-bo/nhat-ky", t("office:rail.audit"))] : []),
      ],
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The whole list is current only when no work list is chosen; a single case belongs to it too. */
const allCases = (item: RailItem, here: { pathname: string; search: string }): RailItem => ({
  ...item,
  current: item.current === true && !here.pathname.endsWith("/nhap") && !new URLSearchParams(here.search).has(workListParameter),
});
