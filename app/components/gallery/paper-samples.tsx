import { ErrorPage } from "../layout/error-page.tsx";
import { PrintSheet, SheetToolbar } from "../layout/print-sheet.tsx";
import { Section } from "../layout/section.tsx";
import { Wordmark } from "../layout/wordmark.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { PrintButton } from "../ui/media.tsx";
import { QrFigure } from "../ui/qr-figure.tsx";
import { Receipt } from "../ui/receipt.tsx";
import { longUnit, qrModules } from "./samples.ts";

/** Receipt, codes, printed pages, calm pages. */
export function PaperSamples() {
  return (
    <>
      <Section id="bien-nhan" title="Biên nhận">
        <div className="stack measure">
          <Receipt label="Mã tra cứu của bạn" code="LN-2026-004821-7F3K-QW9D-XT2M" note="Chỉ hiện một lần. Hãy chép lại hoặc in trang này." />
          <QrFigure modules={qrModules} label="Mã QR mở trang tra cứu phản ánh LN-2026-004821" code="LN-2026-004821" size="small" />
        </div>
      </Section>

      <Section id="trang-in" title="Trang in">
        <SheetToolbar>
          <PrintButton text="In trang này" />
          <ButtonLink look="quiet" href="#bien-nhan">
            Quay lại
          </ButtonLink>
        </SheetToolbar>
        <PrintSheet
          size="a6"
          head={<Wordmark href="#" name="Lắng Nghe" of="Ban Quản lý Khu kinh tế" />}
          foot="Phiếu dùng một lần, đến hết ngày 30/6/2026. Không ghi tên, không ghi số hồ sơ."
        >
          <div className="stack stack-tight centred">
            <h3>Bạn có hài lòng với lần làm thủ tục này?</h3>
            <p>Quét mã bằng điện thoại, hoặc mở langnghe.vn/p và gõ mã dưới đây. Mất khoảng hai phút.</p>
            <QrFigure modules={qrModules} label="Mã QR mở phiếu khảo sát" code="K7P4-M2XD" />
            <p className="small">{longUnit}</p>
          </div>
        </PrintSheet>
      </Section>

      <Section id="trang-loi" title="Trang báo">
        <ErrorPage
          title="Không tìm thấy trang này"
          icon="search"
          actions={
            <>
              <ButtonLink href="#trang-chu">Về trang chủ</ButtonLink>
              <ButtonLink look="secondary" href="#tim">
                Tìm kiếm
              </ButtonLink>
            </>
          }
          reference="Mã tham chiếu: 7F3K-21"
        >
          <p>Địa chỉ có thể đã đổi hoặc gõ nhầm. Nếu bạn đến từ một tờ phiếu, hãy kiểm tra lại mã in dưới ô vuông.</p>
        </ErrorPage>
      </Section>
    </>
  );
}
