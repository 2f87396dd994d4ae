import type { CaseState } from "#app/domain/feedback/vocabulary.ts";
import type { Scenario } from "./cases.ts";

export type CasePlan = {
  state: CaseState;
  /** When it came in. Work still open is young, except what is overdue. */
  daysAgo: number;
  /** Days after receipt of single steps, where they are not the usual ones. */
  days?: Record<string, number>;
  stars?: 1 | 2 | 3 | 4 | 5;
  supplemented?: boolean;
};

/** What waits in the office today, state and age in days: a few of each, the old ones overdue. */
const waiting: readonly [CaseState, number][] = [
  ["MOI", 0],
  ["DANG_XU_LY", 4],
  ["CHO_DUYET", 5],
  ["DA_TIEP_NHAN", 2],
  ["MOI", 1],
  ["DA_PHAN_CONG", 3],
  ["DA_TRA_LOI", 6],
  ["DANG_XU_LY", 31],
  ["MOI", 0],
  ["CHO_DUYET", 6],
  ["DA_TIEP_NHAN", 3],
  ["KHONG_CONG_KHAI", 18],
  ["DANG_XU_LY", 5],
  ["MOI", 2],
  ["DA_PHAN_CONG", 4],
  ["MO_LAI", 19],
  ["DA_TRA_LOI", 7],
  ["MOI", 1],
  ["DANG_XU_LY", 40],
  ["HUY", 15],
  ["CHO_DUYET", 33],
  ["DA_TIEP_NHAN", 13],
  ["MOI", 7],
  ["DANG_XU_LY", 4],
  ["KHONG_CONG_KHAI", 26],
  ["DA_PHAN_CONG", 5],
  ["DA_TRA_LOI", 20],
  ["DANG_XU_LY", 3],
  ["MO_LAI", 23],
  ["CHO_DUYET", 5],
  ["HUY", 48],
  ["KHONG_CONG_KHAI", 37],
  ["DA_TIEP_NHAN", 2],
  ["DANG_XU_LY", 6],
];

/** An office that does not let things lie. */
const brisk = { accept: 0, assign: 1, take_up: 1, thread: 1, submit: 2, approve: 3 };

/** The state each scenario is brought to, and when it came in: the same every time. Every third plain one is work of today. */
export function planCases(scenarios: readonly Scenario[]): CasePlan[] {
  let plain = 0;
  return scenarios.map((scenario, index) => {
    const special = planSpecial(scenario, index);
    if (special) return special;
    const turn = plain % 3 === 1 ? waiting[(plain - 1) / 3] : undefined;
    plain += 1;
    return turn ? { state: turn[0], daysAgo: turn[1], ...(turn[1] < 10 ? { days: brisk } : {}) } : answered(index);
  });
}

/** Cases whose text asks for a certain end. */
function planSpecial(scenario: Scenario, index: number): CasePlan | undefined {
  const spread = (index * 37) % 100;
  if (scenario.confidential) return { state: "CHUYEN_MAT", daysAgo: 12 + spread };
  if (scenario.rejectReason) return { state: "TU_CHOI", daysAgo: 6 + spread * 3 };
  if (scenario.external) return { state: "CHUYEN_NGOAI", daysAgo: 10 + spread * 3 };
  if (scenario.supplementRequest) {
    if (index % 4 === 0) return { state: "CHO_BO_SUNG", daysAgo: 5 };
    if (index % 4 === 1) return { state: "DA_BO_SUNG", daysAgo: 9 };
    return { ...answered(index), supplemented: true };
  }
  if (scenario.conclusion === "insufficient_basis" && scenario.kind === "phan_anh_kien_nghi")
    return { state: "TIEP_TUC_TAP_HOP", daysAgo: 40 + spread };
  return undefined;
}

/** Answered and published, most on time, rated by some; thirty days later the portal closes them. */
function answered(index: number): CasePlan {
  const late = index % 9 === 4;
  const extra = index % 3;
  const days = late
    ? { accept: 2, assign: 4, take_up: 7, thread: 9, submit: 31, approve: 33, publish: 35, rate: 38 }
    : { accept: 1, assign: 1, take_up: 2, thread: 3, submit: 3 + extra, approve: 4 + extra, publish: 6 + extra, rate: 9 + (index % 5) };
  const stars = ([5, 4, 0, 5, 3, 0, 4, 2, 0, 5, 1, 4] as const)[index % 12];
  const age = index % 2 === 0 ? 14 + ((index * 29) % 40) : 55 + ((index * 53) % 400);
  const daysAgo = age + (late ? 26 : 0);
  return { state: "DA_CONG_KHAI", daysAgo, days, ...(stars ? { stars } : {}) };
}
