import { expect, test } from "vitest";
import { findColumns, readCountPeriod, readCountRow } from "./read-counts.ts";

const { places } = findColumns(["STT", "Đơn vị", "Kỳ", "Chỉ tiêu", "Trước hạn", "Đúng hạn", "Trễ hạn"]);
const countable = { units: new Map([["bo-phan-mot-cua", "u1"]]), indicators: ["1", "2"] };

function read(...said: string[]) {
  const cells = ["1", ...said];
  const period = readCountPeriod(cells, places);
  return period ? readCountRow(cells, places, period, countable) : { wrong: "period" };
}

test("a row of dossier counts is read with its quarter or month, however it is written", () => {
  const counts = { unitId: "u1", indicator: "1", sooner: 1240, onTime: 30, late: 0 };
  for (const period of ["Q3/2026", "2026-Q3", "Quý III/2026", "quý 3 năm 2026"]) {
    expect(read("Bộ phận Một cửa", period, "1", "1.240", "30", "0")).toEqual({ row: { ...counts, period: "2026-Q3" } });
  }
  for (const period of ["08/2026", "2026-08", "8/2026", "2026-08-01"]) {
    expect(read("Bộ phận Một cửa", period, "1.0", "1240", "30", "0")).toEqual({ row: { ...counts, period: "2026-08" } });
  }
});

test("the first column that is wrong is named", () => {
  expect(read("Phòng khác", "Q3/2026", "1", "1", "1", "1")).toEqual({ wrong: "unit" });
  expect(read("Bộ phận Một cửa", "năm 2026", "1", "1", "1", "1")).toEqual({ wrong: "period" });
  expect(read("Bộ phận Một cửa", "13/2026", "1", "1", "1", "1")).toEqual({ wrong: "period" });
  expect(read("Bộ phận Một cửa", "Q3/2026", "7", "1", "1", "1")).toEqual({ wrong: "indicator" });
  expect(read("Bộ phận Một cửa", "Q3/2026", "1", "1", "-1", "1")).toEqual({ wrong: "onTime" });
  expect(findColumns(["Đơn vị", "Kỳ"]).missing).toEqual(["indicator", "sooner", "onTime", "late"]);
});
