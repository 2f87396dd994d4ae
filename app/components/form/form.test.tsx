import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RadioGroup } from "./choice-group.tsx";
import { FormErrorSummary } from "./form-error-summary.tsx";
import { HiddenHoneypot } from "./honeypot.tsx";
import { LikertGroup } from "./likert.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";

const levels = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"].map((label, index) => ({
  value: String(index + 1),
  label,
}));

test("a field is described by its hint and its error, and says that it is wrong", () => {
  const html = renderToStaticMarkup(
    <TextField id="ten" name="name" label="Tên" hint="Họ và tên" error={["Hãy ghi tên."]} aria-describedby="ten-error them" />,
  );
  expect(html).toContain('aria-describedby="ten-error them ten-description"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('<label class="field-label" for="ten">');
  expect(html.indexOf("Hãy ghi tên.")).toBeLessThan(html.indexOf("<input"));
});

test("a field without error is not marked wrong", () => {
  const html = renderToStaticMarkup(<TextField id="ten" name="name" label="Tên" error={[]} />);
  expect(html).not.toMatch(/aria-invalid|aria-describedby|data-invalid/u);
});

test("the error summary takes focus and links to each field, and is absent when nothing is wrong", () => {
  const html = renderToStaticMarkup(
    <FormErrorSummary
      title="Có một chỗ cần sửa"
      fields={[
        { id: "ten", error: "Hãy ghi tên." },
        { id: "tuoi", error: undefined },
      ]}
    />,
  );
  expect(html).toContain('role="alert"');
  expect(html).toContain("autofocus");
  expect(html).toContain('<a href="#ten">Hãy ghi tên.</a>');
  expect(html).not.toContain("#tuoi");
  expect(renderToStaticMarkup(<FormErrorSummary title="x" fields={[{ id: "ten", error: [] }]} />)).toBe("");
});

test("a survey statement is a fieldset of plain radio buttons with nothing chosen", () => {
  const html = renderToStaticMarkup(
    <LikertGroup
      label="Thủ tục"
      levels={levels}
      noOpinion={{ value: "0", label: "Không có ý kiến" }}
      statements={[{ id: "c1", name: "c1", statement: "Dễ đọc" }]}
    />,
  );
  expect(html).toContain("<legend");
  expect(html.match(/type="radio"/gu)).toHaveLength(6);
  expect(html).not.toContain("checked");
  for (const { label } of levels) expect(html).toContain(`<span class="likert-word">${label}</span>`);
});

test("an answer that was given comes back chosen", () => {
  const html = renderToStaticMarkup(
    <RadioGroup
      id="loai"
      name="kind"
      label="Loại"
      choices={[
        { value: "gop_y", label: "Góp ý" },
        { value: "hoi_dap", label: "Hỏi đáp" },
      ]}
      defaultValue="hoi_dap"
    />,
  );
  expect(html).toMatch(/value="hoi_dap"[^>]*checked|checked[^>]*value="hoi_dap"/u);
  expect(html.match(/checked/gu)).toHaveLength(1);
});

test("text beyond the limit can be typed, and the limit is said without script", () => {
  const html = renderToStaticMarkup(<TextArea id="nd" name="body" label="Nội dung" maxLength={2000} lengthNote="Tối đa 2.000 ký tự." />);
  expect(html).toContain("Tối đa 2.000 ký tự.");
  expect(html.toLowerCase()).not.toContain("maxlength");
  expect(html).toContain('data-limit="2000"');
});

test("the trap for programs is out of reach of people", () => {
  const html = renderToStaticMarkup(<HiddenHoneypot name="website" label="Để trống" />);
  expect(html).toContain('aria-hidden="true"');
  expect(html).toContain('tabindex="-1"');
  expect(html).toMatch(/autocomplete="off"/iu);
});
