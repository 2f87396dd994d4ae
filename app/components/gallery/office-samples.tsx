import { ActBar, OfficeLayout } from "../layout/office-layout.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { WorkList } from "../layout/work-list.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Deadline } from "../ui/deadline.tsx";
import { Notice } from "../ui/notice.tsx";
import { StateTag } from "../ui/tag.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { TextArea } from "../form/text-area.tsx";
import { longUnit } from "./samples.ts";

/** The officials' room as a page of its own. */
export function OfficeGallery() {
  return (
    <OfficeLayout
      home="#"
      name="Lắng Nghe"
      skip="Đến nội dung"
      search={{ action: "#", label: "Tìm phản ánh, mã, người gửi", button: "Tìm" }}
      me={{
        name: "Cán bộ tiếp nhận",
        role: "Tiếp nhận, Văn phòng Ban",
        menu: (
          <ul className="stack stack-tight">
            <li>
              <a href="#tai-khoan">Tài khoản</a>
            </li>
            <li>
              <a href="#thoat">Đăng xuất</a>
            </li>
          </ul>
        ),
      }}
      labels={{ rail: "Phòng làm việc", menu: "Việc và danh mục" }}
      rail={[
        {
          items: [
            { href: "#viec", text: "Việc hôm nay", count: "4", countWords: "việc đến hạn", urgent: true, current: true },
            { href: "#moi", text: "Mới nhận", count: "12", countWords: "phản ánh" },
            { href: "#xu-ly", text: "Đang xử lý", count: "38" },
            { href: "#duyet", text: "Chờ duyệt và công khai", count: "3" },
          ],
        },
        {
          title: "Nội dung",
          items: [
            { href: "#tin", text: "Tin tức" },
            { href: "#tt", text: "Thủ tục" },
            { href: "#ks", text: "Khảo sát" },
          ],
        },
      ]}
      actBar={
        <ActBar label="Việc có thể làm" note="Công khai: mọi người sẽ thấy câu hỏi và câu trả lời, không thấy tên người gửi. Đã lưu nháp lúc 9:41.">
          <Button>Gửi duyệt</Button>
          <Button look="secondary">Lưu nháp</Button>
          <Button look="quiet">Chuyển đơn vị khác</Button>
        </ActBar>
      }
    >
      <PageHeader
        title="Việc hôm nay"
        lead="Bốn việc đến hạn hôm nay hoặc ngày mai."
        actions={
          <ButtonLink look="secondary" href="#nhap">
            Nhập phản ánh qua điện thoại
          </ButtonLink>
        }
      />
      <div className="stack">
        <Tabs
          label="Lọc"
          items={[
            { href: "#a", text: "Đến hạn", count: 4, current: true },
            { href: "#b", text: "Của tôi", count: 9 },
            { href: "#c", text: "Cả đơn vị", count: 38 },
          ]}
        />
        <WorkList
          label="Việc đến hạn"
          rows={[
            {
              href: "#1",
              deadline: <Deadline tone="late" words="quá hạn 1 ngày" />,
              title: "Hệ thống một cửa không nhận hồ sơ quá 20 MB",
              note: "LN-2026-004799 · phản ánh, kiến nghị",
              unit: "Phòng Quản lý đầu tư",
              state: <StateTag tone="bad">Quá hạn</StateTag>,
              pick: <input type="checkbox" aria-label="Chọn LN-2026-004799" />,
            },
            {
              href: "#2",
              deadline: <Deadline tone="soon" words="còn 1 ngày" />,
              title: "Bảng giờ làm việc ở bộ phận một cửa chưa đúng với thông báo đã niêm yết từ đầu năm",
              note: "LN-2026-004821 · góp ý",
              unit: longUnit,
              state: <StateTag tone="info">Đang xử lý</StateTag>,
              pick: <input type="checkbox" aria-label="Chọn LN-2026-004821" />,
            },
            {
              href: "#3",
              deadline: <Deadline words="còn 6 ngày" />,
              title: "Hỏi về giấy phép lao động",
              note: "LN-2026-004830 · hỏi đáp",
              unit: "Phòng Quản lý lao động",
              state: <StateTag tone="warn">Cần bổ sung</StateTag>,
              pick: <input type="checkbox" aria-label="Chọn LN-2026-004830" />,
            },
          ]}
        />
        <Notice tone="warn" title="Một phản ánh chưa có đơn vị nhận.">
          Đơn vị cũ đã sáp nhập. Hãy chọn đơn vị kế thừa.
        </Notice>
        <TextArea
          id="soan"
          name="answer"
          label="Câu trả lời"
          hint="Nêu việc đã làm trước, căn cứ sau."
          limit={4000}
          lengthNote="Tối đa 4.000 ký tự."
          left="Còn {n} ký tự."
          over="Dài quá {n} ký tự."
        />
      </div>
    </OfficeLayout>
  );
}
