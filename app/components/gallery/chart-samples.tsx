import { Columns } from "../charts/columns.tsx";
import { DistributionBars } from "../charts/distribution-bars.tsx";
import { FactorBars } from "../charts/factor-bars.tsx";
import { TrendLine } from "../charts/trend-line.tsx";
import { Section } from "../layout/section.tsx";
import { distribution, factors, format, formatCount, formatShort, levels, months, trend } from "./samples.ts";

const tableWord = "Xem số liệu dạng bảng";
const [one, two, three, four, five] = levels.map((level) => level.label) as [string, string, string, string, string];

/** Charts drawn on the server, each with its table. */
export function ChartSamples() {
  return (
    <Section id="bieu-do" title="Biểu đồ">
      <div className="stack stack-loose">
        <FactorBars
          text={{
            id: "yeu-to",
            title: "Mức hài lòng theo yếu tố",
            summary: "Bốn trên năm yếu tố đạt mục tiêu 83 %; cao nhất là công chức, 91,3 %.",
            tableWord,
            note: "Chỉ số là tỉ lệ trả lời mức 4 và 5. Khoảng tin cậy 95 % theo Wilson. Chỉ số satisfaction.factor, bản 1.",
          }}
          words={{
            row: "Yếu tố",
            value: "Chỉ số",
            interval: "Khoảng tin cậy 95 %",
            base: "Số phiếu",
            target: "Mục tiêu 83 %",
            small: "mẫu nhỏ",
            suppressed: "Ẩn vì dưới 5 phiếu",
          }}
          rows={factors}
          target={83}
          format={format}
          formatCount={formatCount}
        />
        <DistributionBars
          text={{ id: "phan-bo", title: "Phân bố câu trả lời", summary: "Hơn tám trên mười người chọn mức 4 hoặc 5 ở mỗi câu.", tableWord }}
          words={{ row: "Câu", base: "Số phiếu", levels: [one, two, three, four, five], small: "mẫu nhỏ", suppressed: "Ẩn vì dưới 5 phiếu" }}
          rows={distribution}
          format={format}
          formatShort={formatShort}
          formatCount={formatCount}
        />
        <TrendLine
          text={{ id: "qua-cac-nam", title: "Chỉ số hài lòng qua các năm", summary: "Tăng liên tục từ 2022, vượt mục tiêu 83 % từ 2024.", tableWord }}
          words={{
            point: "Năm",
            value: "Chỉ số",
            interval: "Khoảng tin cậy 95 %",
            base: "Số phiếu",
            target: "Mục tiêu 83 %",
            missing: "không khảo sát",
          }}
          points={trend}
          target={83}
          format={format}
          formatCount={formatCount}
        />
        <Columns
          text={{
            id: "theo-thang",
            title: "Phản ánh theo tháng, năm 2025",
            summary: "Trung bình mỗi tháng nhận 54 và trả lời 52 phản ánh.",
            tableWord,
          }}
          rowWord="Tháng"
          series={["Đã nhận", "Đã trả lời"]}
          rows={months}
          formatCount={formatCount}
        />
      </div>
    </Section>
  );
}
