import type { Token } from "marked";
import { Section, TwoColumns } from "../layout/section.tsx";
import { Card } from "../ui/card.tsx";
import { DefinitionList } from "../ui/definition-list.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { FileLink } from "../ui/file-link.tsx";
import { ItemList } from "../ui/item-list.tsx";
import { Prose } from "../ui/prose.tsx";
import { QuestionAnswer } from "../ui/question-answer.tsx";
import { Table } from "../ui/table.tsx";
import { StateTag, Tag } from "../ui/tag.tsx";
import { Timeline } from "../ui/timeline.tsx";
import { longProcedure, longUnit } from "./samples.ts";

/** What pages are made of. */
export function ContentSamples({ prose }: { prose: readonly Token[] }) {
  return (
    <>
      <Section id="muc" title="Mục trong danh sách">
        <ItemList
          level={3}
          items={[
            {
              href: "#m1",
              title: longProcedure,
              summary: "Văn phòng đại diện tại Việt Nam của thương nhân nước ngoài.",
              meta: [<Tag key="f">Thương mại quốc tế</Tag>, "7 ngày làm việc", "Trực tuyến toàn trình"],
            },
            { href: "#m2", title: "Cấp giấy phép lao động cho người lao động nước ngoài", meta: [<Tag key="f">Lao động</Tag>, "5 ngày làm việc"] },
          ]}
        />
      </Section>

      <Section id="hoi-dap" title="Đơn vị đã trả lời" more={{ href: "#them", text: "Tất cả câu trả lời" }}>
        <div className="grid gap-8 md:grid-cols-2">
          {[1, 2].map((one) => (
            <QuestionAnswer
              key={one}
              href={`#qa${one}`}
              title="Bảng giờ làm việc ở bộ phận một cửa chưa đúng"
              questionWord="Người dân hỏi"
              question="Bảng ghi mở cửa đến 17 giờ nhưng 16 giờ 30 đã ngừng nhận hồ sơ."
              answerWord="Văn phòng Ban trả lời"
              answer="Chúng tôi nhận hồ sơ đến 17 giờ từ ngày 4/5/2026 và đã thay bảng mới. Cảm ơn bạn đã cho biết."
              meta={[
                <StateTag key="s" tone="ok">
                  Đã trả lời
                </StateTag>,
                "sớm 3 ngày so với hạn",
                "4/5/2026",
              ]}
            />
          ))}
        </div>
      </Section>

      <Section id="vu-viec" title="Một phản ánh">
        <TwoColumns
          label="Thông tin thêm"
          side={
            <div className="stack">
              <Card title="Đơn vị trả lời" level={3} foot="Cập nhật 4/5/2026">
                {longUnit}
              </Card>
              <Card title="Tệp kèm theo" level={3}>
                <ul className="stack stack-tight">
                  <li>
                    <FileLink href="#f1" name="Bảng giờ làm việc mới.pdf" kind="PDF, 1,2 MB" />
                  </li>
                  <li>
                    <FileLink href="#f2" name="Mẫu số 01 – Đơn đề nghị.docx" kind="DOCX, 48 KB" />
                  </li>
                </ul>
              </Card>
            </div>
          }
        >
          <div className="stack">
            <Timeline
              label="Quá trình"
              steps={[
                { title: "Tiếp nhận", when: "8:40 ngày 28/4/2026", dateTime: "2026-04-28T08:40", state: "done", stateWord: "đã xong" },
                {
                  title: `Chuyển đến ${longUnit}`,
                  when: "29/4/2026",
                  dateTime: "2026-04-29",
                  state: "done",
                  stateWord: "đã xong",
                  body: <p className="muted">Vì nội dung nói về bộ phận một cửa.</p>,
                },
                { title: "Đơn vị đang soạn câu trả lời", state: "now", stateWord: "đang ở bước này", when: "hạn 12/5/2026" },
                { title: "Công khai", state: "todo", stateWord: "chưa tới" },
              ]}
            />
            <DefinitionList
              facts={[
                { term: "Mã", detail: <span className="code">LN-2026-004821</span> },
                { term: "Thủ tục liên quan", detail: <a href="#tt">{longProcedure}</a>, act: <a href="#sua">Sửa</a> },
                { term: "Căn cứ", detail: "Nghị định 61/2018/NĐ-CP, Điều 7" },
              ]}
            />
            <Disclosure summary="Hạn này được tính thế nào?">
              <p>10 ngày làm việc kể từ 29/4/2026. Nghỉ 30/4, 1/5 và hai ngày cuối tuần không tính.</p>
            </Disclosure>
          </div>
        </TwoColumns>
      </Section>

      <Section id="bang" title="Bảng">
        <Table
          id="bang-mau"
          caption="Phản ánh theo đơn vị, 9 tháng năm 2025"
          rows={[
            { unit: longUnit, got: "1.204", onTime: "96,2 %", days: "3,1" },
            { unit: "Phòng Quản lý đầu tư", got: "88", onTime: "100 %", days: "2,4" },
          ]}
          columns={[
            { header: "Đơn vị", names: true, cell: (row) => row.unit },
            { header: "Đã nhận", align: "end", cell: (row) => row.got },
            { header: "Đúng hạn", align: "end", cell: (row) => row.onTime },
            { header: "Số ngày ở giữa", align: "end", cell: (row) => row.days },
          ]}
        />
      </Section>

      <Section id="van-ban" title="Văn bản do cán bộ viết">
        <Prose tokens={prose} topLevel={3} />
      </Section>
    </>
  );
}
