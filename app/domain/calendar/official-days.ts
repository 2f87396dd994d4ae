import { isWeekend, plusDays, type CivilDay } from "./civil-day.ts";
import type { DayKind } from "./vocabulary.ts";
import { calendarOf, type SpecialDay } from "./working-days.ts";

/**
 * Days off of state offices, 2020–2031. Each year holds what the yearly notices decide: the five days of Tết, the day
 * beside 2 September, the swaps. The rest follows from the law: fixed holidays, and days off in lieu.
 * From 2028 the notices are not known; those lines are expected by rule and marked provisional.
 */
type Year = {
  /** First of the five days of Tết. */
  readonly tet: string;
  /** 10th day of the third lunar month, by the lunar calendar of Việt Nam (UTC+7). */
  readonly hungKings: string;
  /** The second day of the National Day holiday; none under the Labour Code of 2012. */
  readonly besideNationalDay?: string;
  /** `[day off, day worked instead, source]` */
  readonly swaps?: readonly (readonly [string, string, string])[];
  readonly notice: string;
  readonly provisional?: boolean;
};

const expected = "Dự kiến theo Điều 112 Bộ luật Lao động 2019, chưa có thông báo của năm";

const years: Readonly<Record<number, Year>> = {
  2020: { tet: "01-23", hungKings: "04-02", notice: "Thông báo nghỉ Tết Canh Tý 2020 (số chưa đối chiếu)" },
  2021: { tet: "02-10", hungKings: "04-21", besideNationalDay: "09-03", notice: "Thông báo 4875/TB-LĐTBXH" },
  2022: { tet: "01-31", hungKings: "04-10", besideNationalDay: "09-01", notice: "Thông báo 119/TB-LĐTBXH" },
  2023: { tet: "01-20", hungKings: "04-29", besideNationalDay: "09-01", notice: "Thông báo 5034/TB-LĐTBXH" },
  2024: {
    tet: "02-08",
    hungKings: "04-18",
    besideNationalDay: "09-03",
    swaps: [["04-29", "05-04", "Thông báo 1570/TB-LĐTBXH"]],
    notice: "Thông báo 5015/TB-LĐTBXH",
  },
  2025: {
    tet: "01-27",
    hungKings: "04-07",
    besideNationalDay: "09-01",
    swaps: [["05-02", "04-26", "Thông báo 6150/TB-BLĐTBXH"]],
    notice: "Thông báo 6150/TB-BLĐTBXH",
  },
  // No swap around 30 April (Công văn 3383/BNV-CVL), none around 24 November (Công văn 10065/VPCP-KGVX).
  2026: {
    tet: "02-16",
    hungKings: "04-26",
    besideNationalDay: "09-01",
    swaps: [
      ["01-02", "01-10", "Công văn 12729/VPCP-KGVX"],
      ["08-31", "08-22", "Thông báo 9441/TB-BNV"],
    ],
    notice: "Thông báo 9441/TB-BNV",
  },
  2027: {
    tet: "02-04",
    hungKings: "04-16",
    besideNationalDay: "09-03",
    notice: "Công văn 10065/VPCP-KGVX ngày 02/10/2026",
  },
  2028: { tet: "01-24", hungKings: "04-04", besideNationalDay: "09-01", notice: expected, provisional: true },
  2029: { tet: "02-12", hungKings: "04-23", besideNationalDay: "09-03", notice: expected, provisional: true },
  2030: { tet: "01-31", hungKings: "04-12", besideNationalDay: "09-03", notice: expected, provisional: true },
  2031: { tet: "01-21", hungKings: "04-01", besideNationalDay: "09-01", notice: expected, provisional: true },
};

/** Changes with every edit of this file, so that a stored calendar can say where it came from. */
export const officialDaysRelease = "2026-11";

/** The yearly notices are known to this day. */
export const officialNoticesUntil: CivilDay = "2027-12-31";

export const officialDays: readonly SpecialDay[] = Object.entries(years).flatMap(([year, notices]) => daysOf(Number(year), notices));

/** The shipped calendar, as version 0. A portal stores it as its own version 1 and edits that. */
export const officialCalendar = calendarOf(0, officialDays, officialNoticesUntil);

function daysOf(year: number, notices: Year): SpecialDay[] {
  const law = year < 2021 ? "Bộ luật Lao động 2012, Điều 115" : "Bộ luật Lao động 2019, Điều 112";
  const provisional = notices.provisional ?? false;
  const line = (day: string, kind: DayKind, nameVi: string, nameEn: string, source: string, guessed = false): SpecialDay => ({
    day: `${year}-${day}`,
    kind,
    nameVi,
    nameEn,
    source,
    unitId: null,
    provisional: guessed,
  });

  const holidays = [
    line("01-01", "le", "Tết Dương lịch", "New Year’s Day", law),
    ...[0, 1, 2, 3, 4].map((offset) =>
      line(plusDays(`${year}-${notices.tet}`, offset).slice(5), "le", "Tết Nguyên đán", "Lunar New Year", notices.notice, provisional),
    ),
    line(notices.hungKings, "le", "Giỗ Tổ Hùng Vương", "Hùng Kings’ Commemoration Day", law),
    line("04-30", "le", "Ngày Chiến thắng", "Victory Day", law),
    line("05-01", "le", "Ngày Quốc tế Lao động", "International Labour Day", law),
    line("09-02", "le", "Quốc khánh", "National Day", law),
    ...(notices.besideNationalDay
      ? [line(notices.besideNationalDay, "le", "Quốc khánh (ngày liền kề)", "National Day (adjacent day)", notices.notice, provisional)]
      : []),
  ];

  const swaps = (notices.swaps ?? []).flatMap(([off, worked, source]) => [
    line(off, "hoan_doi_nghi", "Nghỉ hoán đổi", "Day off by swap", source),
    line(worked, "hoan_doi_lam", "Làm việc bù ngày hoán đổi", "Working day by swap", source),
  ]);

  // Resolution 28/2026/QH16, art. 2, in force 1 July 2026. Outside art. 112, so art. 111(3) gives no day in lieu.
  const cultureDay = year >= 2026 ? [line("11-24", "le", "Ngày Văn hóa Việt Nam", "Vietnamese Culture Day", "Nghị quyết 28/2026/QH16, Điều 2")] : [];

  return [...holidays, ...daysInLieu(holidays, year), ...swaps, ...cultureDay];
}

/** Labour Code 2019, art. 111(3) (2012: art. 115(3)): a holiday on a weekly day off is made up on the next working day. */
function daysInLieu(holidays: readonly SpecialDay[], year: number): SpecialDay[] {
  const taken = new Set(holidays.map((holiday) => holiday.day));
  const source = year < 2021 ? "Bộ luật Lao động 2012, Điều 115 khoản 3" : "Bộ luật Lao động 2019, Điều 111 khoản 3";

  return holidays
    .filter((holiday) => isWeekend(holiday.day))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map((holiday) => {
      let day = plusDays(holiday.day, 1);
      while (isWeekend(day) || taken.has(day)) day = plusDays(day, 1);
      taken.add(day);
      return {
        ...holiday,
        day,
        kind: "bu",
        nameVi: `Nghỉ bù ${holiday.nameVi}`,
        nameEn: `${holiday.nameEn}, in lieu`,
        source,
      };
    });
}
