import { Checkbox } from "../form/checkbox.tsx";
import { CheckboxGroup, RadioGroup } from "../form/choice-group.tsx";
import { DateField } from "../form/date-field.tsx";
import { FileField } from "../form/file-field.tsx";
import { FormErrorSummary } from "../form/form-error-summary.tsx";
import { HiddenHoneypot } from "../form/honeypot.tsx";
import { LikertGroup, LikertRow } from "../form/likert.tsx";
import { Select } from "../form/select.tsx";
import { StepIndicator } from "../form/step-indicator.tsx";
import { SubmitRow } from "../form/submit-row.tsx";
import { TextArea } from "../form/text-area.tsx";
import { TextField } from "../form/text-field.tsx";
import { Section } from "../layout/section.tsx";
import { levels, longUnit } from "./samples.ts";

const noOpinion = { value: "0", label: "Không có ý kiến" };

/** Fields, alone and with errors; a survey. */
export function FormSamples() {
  const tooShort = "Hãy viết nội dung, ít nhất một câu.";
  const noUnit = "Hãy chọn một đơn vị, hoặc chọn “Tôi không biết”.";
  return (
    <>
      <Section id="bieu-mau" title="Biểu mẫu">
        <form
          className="stack"
          method="post"
          action="#"
          noValidate
          data-once=""
          data-draft="phong-mau"
          data-draft-saved="Đã giữ bản nháp trên máy này."
          data-draft-restored="Đây là bản nháp bạn viết lần trước."
          data-draft-discard="Xoá bản nháp"
        >
          <StepIndicator
            label="Các bước"
            words="Bước 2 trên 4: Nội dung"
            steps={[
              { label: "Loại", state: "done", href: "#b1" },
              { label: "Nội dung", state: "now" },
              { label: "Liên hệ", state: "todo" },
              { label: "Kiểm tra lại", state: "todo" },
            ]}
          />
          <FormErrorSummary
            title="Có hai chỗ cần sửa"
            fields={[
              { id: "noi-dung-pa", error: tooShort },
              { id: "don-vi-pa", error: [noUnit] },
            ]}
          />
          <TextField id="tieu-de-pa" name="subject" label="Tiêu đề" hint="Một câu ngắn, ví dụ: Bảng giờ làm việc chưa đúng" autoComplete="off" />
          <TextArea
            id="noi-dung-pa"
            name="body"
            label="Nội dung"
            hint="Việc gì, ở đâu, khi nào. Đừng ghi số căn cước hay số điện thoại ở đây."
            error={tooShort}
            limit={2000}
            lengthNote="Tối đa 2.000 ký tự."
            left="Còn {n} ký tự."
            over="Dài quá {n} ký tự."
          />
          <Select
            id="don-vi-pa"
            name="unit"
            label="Đơn vị"
            error={[noUnit]}
            placeholder="Chọn một đơn vị"
            choices={[
              { value: "?", label: "Tôi không biết" },
              { label: "Khối văn phòng", choices: [{ value: "1", label: longUnit }] },
            ]}
          />
          <DateField id="ngay-pa" name="on" label="Ngày xảy ra" optional="không bắt buộc" />
          <RadioGroup
            id="loai-pa"
            name="kind"
            label="Bạn muốn gửi gì?"
            choices={[
              { value: "gop_y", label: "Góp ý", hint: "Một đề nghị để làm tốt hơn." },
              { value: "hoi_dap", label: "Câu hỏi" },
              { value: "phan_anh", label: "Phản ánh, kiến nghị", hint: "Một quy định hoặc cách làm gây khó cho bạn." },
            ]}
          />
          <CheckboxGroup
            id="kenh-pa"
            name="channels"
            label="Báo cho bạn qua"
            optional="không bắt buộc"
            defaultValue={["email"]}
            choices={[
              { value: "email", label: "Thư điện tử" },
              { value: "sms", label: "Tin nhắn" },
            ]}
          />
          <TextField
            id="email-pa"
            name="email"
            type="email"
            label="Thư điện tử"
            optional="không bắt buộc"
            width="medium"
            autoComplete="email"
            inputMode="email"
          />
          <FileField
            id="anh-pa"
            name="photo"
            label="Ảnh"
            optional="không bắt buộc"
            hint="JPG hoặc PNG, mỗi ảnh không quá 10 MB. Vị trí chụp được xoá khỏi ảnh."
            accept="image/*"
            multiple
          />
          <Checkbox
            id="cong-khai-pa"
            name="publish"
            label="Cho phép công khai nội dung và câu trả lời"
            hint="Tên và liên hệ của bạn không bao giờ được công khai."
          />
          <HiddenHoneypot name="website" label="Để trống ô này" />
          <SubmitRow text="Gửi phản ánh" note={<p className="muted">Cán bộ tiếp nhận và đơn vị trả lời đọc được nội dung này.</p>}>
            <a href="#lai">Quay lại bước trước</a>
          </SubmitRow>
        </form>
      </Section>

      <Section id="phieu" title="Phiếu khảo sát">
        <p className="mb-4">Phần 2 trên 5: Thủ tục hành chính. Còn 17 câu.</p>
        <LikertGroup
          label="Thủ tục hành chính"
          levels={levels}
          noOpinion={noOpinion}
          statements={[
            { id: "c1", name: "c1", statement: "Thủ tục được niêm yết công khai, đầy đủ, dễ đọc" },
            {
              id: "c2",
              name: "c2",
              statement: "Thành phần hồ sơ phải nộp đúng quy định và không bị yêu cầu bổ sung nhiều lần ngoài những giấy tờ đã được công bố",
              defaultValue: "4",
            },
            { id: "c3", name: "c3", statement: "Phí, lệ phí phải nộp đúng quy định", error: "Hãy chọn một mức, hoặc “Không có ý kiến”." },
          ]}
        />
        <div className="mt-8">
          <LikertRow id="chung" name="chung" statement="Nhìn chung, bạn hài lòng đến đâu với lần làm thủ tục này?" levels={levels} />
        </div>
      </Section>
    </>
  );
}
