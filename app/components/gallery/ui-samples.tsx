import { PageHeader } from "../layout/page-header.tsx";
import { Section } from "../layout/section.tsx";
import { Breadcrumbs } from "../ui/breadcrumbs.tsx";
import { Button, ButtonLink, ButtonRow } from "../ui/button.tsx";
import { Deadline } from "../ui/deadline.tsx";
import { Doors } from "../ui/door.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterBar } from "../ui/filter-bar.tsx";
import { Notice } from "../ui/notice.tsx";
import { Pager, Pagination } from "../ui/pagination.tsx";
import { Progress } from "../ui/progress.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Stat, Stats } from "../ui/stat.tsx";
import { StateTag, Tag } from "../ui/tag.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Select } from "../form/select.tsx";
import { diacritics, longProcedure, longUnit } from "./samples.ts";

/** Acts, states, ways about, figures. */
export function UiSamples() {
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label="Bạn đang ở"
            items={[{ href: "#trang-chu", text: "Trang chủ" }, { href: "#don-vi", text: "Đơn vị" }, { text: longUnit }]}
          />
        }
        kicker="Phòng mẫu"
        title="Bạn nói, chúng tôi lắng nghe và trả lời"
        lead="Đánh giá một lần làm thủ tục, gửi phản ánh, tra cứu thủ tục. Không cần tài khoản."
        actions={
          <>
            <ButtonLink href="#gui">Gửi phản ánh</ButtonLink>
            <ButtonLink look="secondary" icon="arrow" href="#do">
              Tra cứu phản ánh đã gửi
            </ButtonLink>
          </>
        }
      />
      <div className="stack">
        <SearchField id="tim-lon" action="#" size="large" label="Tìm thủ tục, câu trả lời, tin tức" button="Tìm" />
        <Doors
          label="Ba việc chính"
          doors={[
            { href: "#danh-gia", title: "Đánh giá", line: "Cho biết bạn hài lòng đến đâu với lần làm thủ tục vừa rồi." },
            { href: "#phan-anh", title: "Gửi phản ánh", line: "Hỏi, góp ý, hoặc báo một việc chưa đúng. Có hạn trả lời." },
            { href: "#thu-tuc", title: "Tra cứu thủ tục", line: "Cần giấy tờ gì, nộp ở đâu, mất bao lâu, phí bao nhiêu." },
          ]}
        />
      </div>

      <Section id="so-lieu" title="Kết quả khảo sát" more={{ href: "#tat-ca", text: "Xem toàn bộ kết quả" }}>
        <Stats>
          <Stat
            label="Chỉ số hài lòng năm 2025"
            value="87,4 %"
            sentence="Vượt mục tiêu 83 % là 4,4 điểm."
            base="3.214 phiếu"
            interval="± 1,1 điểm"
            meter={{ value: 87.4, target: 83, low: 86.3, high: 88.5 }}
          />
          <Stat size="small" label="Phản ánh trả lời đúng hạn" value="96,2 %" sentence="641 trên 666 phản ánh." base="Từ 1/1 đến 30/9/2025" />
          <Stat size="small" label="Thời gian trả lời ở giữa" value="3 ngày" sentence="Ngày làm việc, kể từ lúc tiếp nhận." base="666 phản ánh" />
        </Stats>
      </Section>

      <Section id="nut" title="Nút và liên kết">
        <div className="stack">
          <ButtonRow>
            <Button>Gửi phản ánh</Button>
            <Button look="secondary" icon="file">
              Lưu nháp
            </Button>
            <Button look="quiet">Bỏ qua bước này</Button>
            <Button look="danger">Gỡ khỏi trang công khai</Button>
            <Button aria-disabled="true">Đang gửi…</Button>
          </ButtonRow>
          <ButtonRow>
            <Button small>Duyệt</Button>
            <Button small look="secondary">
              Chuyển đơn vị khác
            </Button>
            <ButtonLink small look="secondary" icon="external" href="#ngoai">
              Nộp trên Cổng quốc gia
            </ButtonLink>
          </ButtonRow>
          <p>
            Một câu có <a href="#lien-ket">liên kết ở giữa</a> và chữ nhiều dấu: {diacritics}.
          </p>
        </div>
      </Section>

      <Section id="trang-thai" title="Trạng thái và hạn">
        <div className="stack">
          <div className="cluster">
            <Tag>Đất đai</Tag>
            <StateTag>Bản nháp</StateTag>
            <StateTag tone="info">Đang xử lý</StateTag>
            <StateTag tone="ok">Đã trả lời</StateTag>
            <StateTag tone="warn">Cần bổ sung</StateTag>
            <StateTag tone="bad">Quá hạn</StateTag>
          </div>
          <div className="stack stack-tight">
            <Deadline words="còn 7 ngày làm việc" date="hạn 20/5/2026" dateTime="2026-05-20" explain={{ href: "#vi-sao", text: "Cách tính hạn" }} />
            <Deadline tone="soon" words="còn 1 ngày làm việc" date="hạn 12/5/2026" dateTime="2026-05-12" />
            <Deadline tone="late" words="quá hạn 3 ngày làm việc" date="hạn 6/5/2026" dateTime="2026-05-06" />
            <Deadline tone="done" words="trả lời sớm 3 ngày so với hạn" date="ngày 4/5/2026" dateTime="2026-05-04" />
            <Deadline tone="paused" words="tạm dừng, chờ bạn bổ sung" />
          </div>
          <div className="measure">
            <Progress percent={64} words="16 trên 25 nhiệm vụ đã xong" />
          </div>
        </div>
      </Section>

      <Section id="thong-bao" title="Thông báo">
        <div className="stack measure">
          <Notice title="Cảm ơn bạn." tone="ok">
            Chúng tôi sẽ trả lời trước ngày 20/5/2026.
          </Notice>
          <Notice>
            Khiếu nại và tố cáo có cách gửi riêng, để giữ quyền của bạn. <a href="#huong-dan">Xem hướng dẫn</a>
          </Notice>
          <Notice tone="warn" title="Có thể có thông tin cá nhân trong câu trả lời.">
            Hãy xem lại trước khi công khai: số điện thoại ở dòng 2.
          </Notice>
          <Notice tone="bad" title="Chưa gửi được.">
            Ảnh lớn hơn 10 MB. Hãy chọn ảnh nhỏ hơn hoặc bỏ ảnh.
          </Notice>
          <EmptyState
            level={3}
            icon="search"
            title="Không có thủ tục nào khớp"
            actions={
              <ButtonLink look="secondary" href="#bo-loc">
                Bỏ hết bộ lọc
              </ButtonLink>
            }
          >
            Hãy thử từ ngắn hơn, hoặc gõ không dấu cũng được.
          </EmptyState>
        </div>
      </Section>

      <Section id="loc" title="Danh sách">
        <div className="stack">
          <FilterBar label="Lọc thủ tục" action="#" submit="Lọc" reset={{ href: "#loc", text: "Bỏ lọc" }}>
            <Select
              id="loc-linh-vuc"
              name="linh-vuc"
              label="Lĩnh vực"
              placeholder="Tất cả lĩnh vực"
              choices={[
                { value: "dau-tu", label: "Đầu tư" },
                { value: "lao-dong", label: "Lao động" },
              ]}
            />
            <Select id="loc-don-vi" name="don-vi" label="Đơn vị" placeholder="Tất cả đơn vị" choices={[{ value: "1", label: longUnit }]} />
          </FilterBar>
          <Tabs
            label="Cách xem"
            items={[
              { href: "#t1", text: "Tất cả", count: "1.204", current: true },
              { href: "#t2", text: "Đang xử lý", count: 38 },
              { href: "#t3", text: "Đã trả lời", count: "1.166" },
            ]}
          />
          <Pagination
            label="Trang"
            previous={{ href: "#p0", text: "Trang trước" }}
            next={{ href: "#p2", text: "Xem thêm" }}
            shown="Đang xem 20 trong 1.204"
          />
          <Pager
            label="Bài khác"
            previous={{ href: "#b1", text: "Bài trước", title: "Công bố kết quả khảo sát quý III" }}
            next={{ href: "#b2", text: "Bài sau", title: longProcedure }}
          />
        </div>
      </Section>
    </>
  );
}
