import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Columns, niceTop } from "./columns.tsx";
import { DistributionBars } from "./distribution-bars.tsx";
import { FactorBars } from "./factor-bars.tsx";
import { TrendLine } from "./trend-line.tsx";

const text = { id: "bd", title: "Mức hài lòng", summary: "Đạt mục tiêu.", tableWord: "Xem bảng" };
const format = (value: number) => `${value.toLocaleString("vi-VN", { minimumFractionDigits: 1 })}\u00a0%`;
const formatCount = (count: number) => count.toLocaleString("vi-VN");
const words = {
  row: "Yếu tố",
  value: "Chỉ số",
  interval: "Khoảng",
  base: "Số phiếu",
  target: "Mục tiêu",
  small: "mẫu nhỏ",
  suppressed: "Ẩn vì dưới 5 phiếu",
};

/** Attributes of every element of one kind, as written. */
function elements(html: string, pattern: RegExp) {
  return [...html.matchAll(pattern)].map(([element]) => element);
}

function numberOf(element: string | undefined, attribute: string) {
  return Number(new RegExp(` ${attribute}="([^"]+)"`, "u").exec(element ?? "")?.[1]);
}

test("factor bars come as server SVG for a desk and a phone, with every number in the table", () => {
  const html = renderToStaticMarkup(
    <FactorBars
      text={text}
      words={words}
      target={83}
      format={format}
      formatCount={formatCount}
      rows={[
        { label: "Tiếp cận", value: 87.4, low: 86.3, high: 88.5, n: 3214 },
        { label: "Ít phiếu", value: 60, n: 12, small: true },
      ]}
    />,
  );
  expect(elements(html, /<svg[^>]*recharts-surface[^>]*>/gu)).toHaveLength(2);
  for (const svg of elements(html, /<svg[^>]*recharts-surface[^>]*>/gu)) {
    expect(svg).toContain('role="img"');
    expect(svg).toContain('aria-labelledby="bd-title bd-summary"');
    expect(svg).toContain("viewBox");
  }
  const table = html.slice(html.indexOf("<table"));
  for (const part of ["87,4\u00a0%", "86,3\u00a0% – 88,5\u00a0%", "3.214", "60,0\u00a0% (mẫu nhỏ)"]) expect(table).toContain(part);
  expect(html).not.toContain("style=");
});

test("a bar is as long as its share of the axis from 0 to 100", () => {
  const html = renderToStaticMarkup(
    <FactorBars text={text} words={words} format={format} formatCount={formatCount} rows={[{ label: "Nửa", value: 50, n: 100 }]} />,
  );
  const [track] = elements(html, /<rect[^>]*chart-track[^>]*>/gu);
  const [bar] = elements(html, /<rect[^>]*chart-bar[^>]*>/gu);
  expect(numberOf(bar, "width") / numberOf(track, "width")).toBeCloseTo(0.5);
  expect(numberOf(bar, "x")).toBe(numberOf(track, "x"));
});

test("a suppressed row shows neither bar nor number, in the drawing or in the table", () => {
  const html = renderToStaticMarkup(
    <FactorBars
      text={text}
      words={words}
      format={format}
      formatCount={formatCount}
      rows={[{ label: "Hiếm", value: 33.3, low: 10, high: 60, n: 3, suppressed: true }]}
    />,
  );
  expect(html).toContain("Ẩn vì dưới 5 phiếu");
  expect(html).not.toMatch(/33,3|10,0|60,0|n = 3|>3</u);
  expect(html).not.toContain('class="chart-bar"');
});

test("the five levels of a distribution fill the whole bar in their order", () => {
  const html = renderToStaticMarkup(
    <DistributionBars
      text={text}
      words={{ row: "Câu", base: "Số phiếu", levels: ["Rất không", "Không", "Vừa", "Hài lòng", "Rất"], small: "mẫu nhỏ", suppressed: "Ẩn" }}
      rows={[
        { label: "Nơi ngồi chờ", counts: [10, 10, 20, 40, 20] },
        { label: "Hiếm", counts: [1, 1, 0, 1, 0], suppressed: true },
      ]}
      format={format}
      formatShort={(value) => value.toFixed(0)}
      formatCount={formatCount}
    />,
  );
  const wide = html.slice(html.indexOf("chart-wide"), html.indexOf("chart-narrow"));
  const parts = elements(wide, /<rect class="level-[^>]*>/gu);
  expect(parts.map((part) => /level-(\d)/u.exec(part)?.[1])).toEqual(["1", "2", "3", "4", "5"]);
  const widths = parts.map((part) => numberOf(part, "width"));
  const all = widths.reduce((sum, width) => sum + width, 0);
  expect(widths.map((width) => Math.round((100 * width) / all))).toEqual([10, 10, 20, 40, 20]);
  expect(html.slice(html.indexOf("<table"))).toContain("40,0\u00a0%");
  expect(html).not.toContain("33,3");
});

test("where the method changed the trend line stops and begins anew", () => {
  const html = renderToStaticMarkup(
    <TrendLine
      text={text}
      words={{ point: "Năm", value: "Chỉ số", interval: "Khoảng", base: "Số phiếu", target: "Mục tiêu 83 %", missing: "không có" }}
      target={83}
      points={[
        { label: "2020", value: 81 },
        { label: "2021", value: 84 },
        { label: "2022", value: 79, low: 77, high: 81, n: 900, breakBefore: "Đổi cách đo" },
        { label: "2023", value: null },
        { label: "2024", value: 85 },
      ]}
      format={format}
      formatCount={formatCount}
    />,
  );
  const wide = html.slice(html.indexOf("chart-wide"), html.indexOf("chart-narrow"));
  expect(elements(wide, /<path[^>]*recharts-line-curve[^>]*>/gu)).toHaveLength(2);
  expect(elements(wide, /<circle/gu)).toHaveLength(4);
  expect(wide).toContain("Đổi cách đo");
  expect(html.slice(html.indexOf("<table"))).toContain("không có");
});

test("columns stand on zero and the axis ends on a round number", () => {
  const html = renderToStaticMarkup(
    <Columns
      text={text}
      rowWord="Tháng"
      series={["Đã nhận"]}
      rows={[
        { label: "1/2026", counts: [40] },
        { label: "2/2026", counts: [20] },
      ]}
      formatCount={formatCount}
    />,
  );
  const [first, second] = elements(html, /<rect class="chart-bar"[^>]*>/gu);
  expect(numberOf(first, "height")).toBeCloseTo(2 * numberOf(second, "height"));
  expect(numberOf(first, "y") + numberOf(first, "height")).toBeCloseTo(numberOf(second, "y") + numberOf(second, "height"));
  expect([1, 7, 40, 41, 999, 1234].map(niceTop)).toEqual([4, 8, 40, 80, 1200, 1600]);
});

test("charts of nothing draw nothing and do not fail", () => {
  const html = [
    renderToStaticMarkup(<FactorBars text={text} words={words} format={format} formatCount={formatCount} rows={[]} />),
    renderToStaticMarkup(<Columns text={text} rowWord="Tháng" series={["Đã nhận"]} rows={[]} formatCount={formatCount} />),
    renderToStaticMarkup(
      <TrendLine
        text={text}
        words={{ point: "", value: "", interval: "", base: "", missing: "" }}
        points={[]}
        format={format}
        formatCount={formatCount}
      />,
    ),
  ].join("");
  expect(html).not.toMatch(/NaN|Infinity/u);
});
