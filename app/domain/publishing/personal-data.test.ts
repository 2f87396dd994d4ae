import fc from "fast-check";
import { expect, test } from "vitest";
import { findPersonalData, type KnownPublic, maskPersonalData, maskWords, type PersonalDataKind } from "./personal-data.ts";

const findings = (text: string, known?: KnownPublic) => findPersonalData(text, known).map((finding) => `${finding.kind} ${finding.text}`);

/** Invented numbers and names. What must be found, as “kind text”. */
const told: [sentence: string, ...found: string[]][] = [
  // Citizen numbers and identity cards
  ["Tôi tên là Lê Thị Mẫu, CCCD 056099001234, đề nghị xem xét.", "name Lê Thị Mẫu", "cccd 056099001234"],
  ["Số căn cước: 001 199 012 345.", "cccd 001 199 012 345"],
  ["can cuoc cong dan so 056.299.001.234 cap nam 2021", "cccd 056.299.001.234"],
  ["Số định danh cá nhân của con tôi là 056320004567", "cccd 056320004567"],
  ["Tôi gửi kèm số 079201012345 để đối chiếu", "cccd 079201012345"],
  ["Chứng minh nhân dân số 225 123 456 do Công an tỉnh cấp", "cmnd 225 123 456"],
  ["CMND: 225.123.456", "cmnd 225.123.456"],
  ["cmnd cũ của tôi 225123456", "cmnd 225123456"],
  ["Hồ sơ ghi sai số 225123456 thành số khác", "cmnd 225123456"],
  ["CCCD ０５６０９９００１２３４ (gõ toàn bề rộng)", "cccd ０５６０９９００１２３４"],
  // Telephones
  ["Liên hệ tôi qua số 0905123456 sau 17 giờ.", "phone 0905123456"],
  ["ĐT: 0905 123 456", "phone 0905 123 456"],
  ["Gọi 0905.123.456 hoặc 0258 3822 406", "phone 0905.123.456", "phone 0258 3822 406"],
  ["sdt 09 05 12 34 56", "phone 09 05 12 34 56"],
  ["Số của tôi: 0 9 0 5 1 2 3 4 5 6", "phone 0 9 0 5 1 2 3 4 5 6"],
  ["Điện thoại +84 905 123 456", "phone +84 905 123 456"],
  ["Zalo (+84)905123456", "phone (+84)905123456"],
  ["84905123456 là số của chủ cơ sở", "phone 84905123456"],
  ["Phone: 0084 905 123 456", "phone 0084 905 123 456"],
  ["Cố định (0251) 3 892 378 giờ hành chính", "phone (0251) 3 892 378"],
  ["Số cũ 01685123456 vẫn dùng", "phone 01685123456"],
  ["Máy bàn cũ 058 3822406", "phone 058 3822406"],
  ["goi O9O5123456 nhe", "phone O9O5123456"],
  ["Nhắn https://zalo.me/0905123456", "phone 0905123456"],
  ["Số 0905\u200B123\u200B456", "phone 0905\u200B123\u200B456"],
  ["Gọi 0905–123–456", "phone 0905–123–456"],
  ["Viber: +84.905.123.456", "phone +84.905.123.456"],
  ["xem http://vi-du.vn/p/0905123456", "phone 0905123456"],
  ["Ngày 03.05.2026 0905123456 gọi không ai nghe", "phone 0905123456"],
  // E-mail
  ["Gửi kết quả về lethimau@gmail.com giúp tôi.", "email lethimau@gmail.com"],
  ["Email: Le.Thi-Mau+pakn@cong-ty.com.vn", "email Le.Thi-Mau+pakn@cong-ty.com.vn"],
  ["thư điện tử lethimau (at) gmail.com", "email lethimau (at) gmail.com"],
  ["lethimau @ gmail . com", "email lethimau @ gmail . com"],
  ["lethimau a còng gmail chấm com", "email lethimau a còng gmail chấm com"],
  // Plates
  ["Xe tải biển số 79C-123.45 đổ đất ra đường", "plate 79C-123.45"],
  ["Xe 51F-12345 đậu trước cổng khu công nghiệp", "plate 51F-12345"],
  ["xe máy 59-X1 234.56 chạy ẩu", "plate 59-X1 234.56"],
  ["BKS 79N1-1234 vượt đèn đỏ", "plate 79N1-1234"],
  ["ô tô biển kiểm soát 29ld 012.34", "plate 29ld 012.34"],
  ["Thấy 60A-567.89 xả thải", "plate 60A-567.89"],
  ["Người lái 79D1 - 234.56 bỏ chạy", "plate 79D1 - 234.56"],
  // Accounts and tax codes
  ["STK 0071001234567 Vietcombank", "bank_account 0071001234567"],
  ["Số tài khoản: 1903 5678 9012 34 tại Techcombank", "bank_account 1903 5678 9012 34"],
  ["chuyển lệ phí vào Agribank 4700205123456", "bank_account 4700205123456"],
  ["tai khoan ngan hang cua toi la 56010000123456", "bank_account 56010000123456"],
  ["Công ty có mã số thuế 4201234567 chưa nhận hóa đơn", "tax_code 4201234567"],
  ["MST: 4201234567-001", "tax_code 4201234567-001"],
  ["ma so doanh nghiep 0312345678", "tax_code 0312345678"],
  // Passports, addresses, dates of birth
  ["Hộ chiếu số C1234567 của tôi bị rách", "passport C1234567"],
  ["gửi kèm bản chụp B7654321 để đối chiếu", "passport B7654321"],
  ["Số 12A/34 đường Trần Phú, tổ 5, phường Ninh Hiệp, gọi giùm", "address Số 12A/34 đường Trần Phú, tổ 5, phường Ninh Hiệp"],
  ["Tôi trú tại thôn Mẫu, xã Ví Dụ", "address thôn Mẫu, xã Ví Dụ"],
  ["nha toi so nha 15, to 3, phuong Vi Du bi ngap", "address so nha 15, to 3, phuong Vi Du"],
  ["Nhà chú ấy ở số 5 hẻm 20/3 đường Ví Dụ", "address số 5 hẻm 20/3 đường Ví Dụ"],
  ["Sinh ngày 2/9/1985, đã nghỉ việc", "birth_date 2/9/1985"],
  ["toi sinh nam 1985", "birth_date 1985"],
  // Spelt, heaped with marks, written with other digits
  ["Gọi không chín không năm một hai ba bốn năm sáu nhé", "phone không chín không năm một hai ba bốn năm sáu"],
  ["Gọi 0905\u00A0123\u00A0456", "phone 0905\u00A0123\u00A0456"],
  ["Gọi 0\uFE0F\u20E39\uFE0F\u20E30\uFE0F\u20E35123456", "phone 0\uFE0F\u20E39\uFE0F\u20E30\uFE0F\u20E35123456"],
  ["Điện thoại 𝟎𝟗𝟎𝟓𝟏𝟐𝟑𝟒𝟓𝟔", "phone 𝟎𝟗𝟎𝟓𝟏𝟐𝟑𝟒𝟓𝟔"],
  // Names
  ["Ông Nguyễn Văn Thử ở tổ 5 phản ánh", "name Nguyễn Văn Thử"],
  ["cán bộ là bà Trần Thị Mẫu yêu cầu nộp thêm giấy", "name Trần Thị Mẫu"],
  ["Đề nghị anh Tuấn Phòng Đầu tư trả lời", "name Tuấn"],
  ["chị Hoa ở quầy số 3 rất nhiệt tình", "name Hoa"],
  ["ÔNG NGUYỄN VĂN THỬ đã ký", "name NGUYỄN VĂN THỬ"],
  ["ong nguyen van thu o phuong Ninh Hiep", "name nguyen van thu"],
  ["Ông/Bà Lê Văn Mẫu đến nhận kết quả", "name Lê Văn Mẫu"],
  ["Họ và tên: Phạm Thị Ví Dụ", "name Phạm Thị Ví Dụ"],
  ["Tôi là Đặng Văn Thử, chủ hộ kinh doanh", "name Đặng Văn Thử"],
  ["ông Giám đốc Sở Xây dựng Trần Văn Mẫu đã hứa", "name Trần Văn Mẫu"],
  ["Bà Nguyễn Thị Mẫu".normalize("NFD"), `name ${"Nguyễn Thị Mẫu".normalize("NFD")}`],
  ["em là Võ Thị Thử, sinh viên", "name Võ Thị Thử"],
  ["Cán bộ tên Hùng đòi thêm giấy tờ", "name Hùng"],
  ["Người đại diện: Ông Kim Min Soo", "name Kim Min Soo"],
  ["thầy Lê Văn Thử, giáo viên", "name Lê Văn Thử"],
];

test.each(told)("found in “%s”", (sentence, ...found) => {
  expect(findings(sentence)).toEqual(found);
});

/** Numbers and words that belong to nobody. */
const harmless = [
  // Documents, standards, dates
  "Theo Nghị định số 20/2008/NĐ-CP và Nghị định 61/2018/NĐ-CP.",
  "Quyết định 766/QĐ-TTg ngày 23/6/2022, Luật 91/2025/QH15.",
  "Kế hoạch số 06/KH-KCNĐN ngày 30/01/2023; Thông báo 9441/TB-BNV.",
  "Công trình theo TCVN 14423:2026, TCVN ISO 9001:2015.",
  "Nộp hồ sơ ngày 03.05.2026, hẹn trả 24-04-2026 hoặc 2026-05-20.",
  "Từ 03.01.2026-31.12.2026 áp dụng mức mới.",
  "Nhiệm kỳ 2021-2026, giai đoạn 2026 - 2030, lúc 07 giờ 30 phút.",
  // Sums and quantities
  "Lệ phí 500.000 đồng, tổng vốn 1.200.000.000.000 đồng.",
  "Phí 3.000đ/trang; vốn điều lệ 500000000 VNĐ; 12,5 tỷ đồng.",
  "Diện tích 123456789 m2, khoảng 36.525 người trả lời, đạt 83,94 %.",
  "Khối lượng 012 tấn, hơn 10.000.000.000 USD.",
  // Codes
  "Thủ tục 1.009645 và 2.000815.000.00.00.H61 trên Cổng Dịch vụ công.",
  "Hồ sơ H15.50.05.13-261008-0975, hồ sơ 000.00.16.H32-230101-0001.",
  "Mã phản ánh PA-2026-7K3QXM, PA-2026-012345.",
  "Số thứ tự 01 02 03 04 05 06 07; các mục 3.4.5.6.7.8.9.10.11.",
  "Số hồ sơ 1234567890, mã vạch 8934563138165, số dự án 7894561230.",
  "Thửa đất số 123, tờ bản đồ 45, GCN số BK 123456, số vào sổ CH 00123.",
  "Mẫu số 02, phiếu 001-200, câu 1-10, mục 3.2.1.",
  // Hotlines
  "Gọi tổng đài 1022, 19001023 hoặc 1900 1023, 1800 6132.",
  "Tổng đài (0251) 1022; khẩn cấp gọi 113, 114, 115.",
  // Addresses
  "Đường Trần Phú, tổ 5, phường Ninh Hiệp, phòng 12A-201.",
  "Xem https://xaydungchinhsach.chinhphu.vn/bai-119260729092042494.htm và bài 123 456.",
  "Tọa độ 12.4912, 109.1298; quốc lộ 1A km 1425+300.",
  // Titles that are no names
  "Kính gửi ông Chủ tịch UBND tỉnh Thái Nguyên và bà Phó Giám đốc Sở.",
  "Ông/Bà vui lòng cho biết mức độ hài lòng.",
  "Đường Bà Triệu, phố Ông Ích Khiêm, tỉnh Bà Rịa - Vũng Tàu, đảo Cô Tô.",
  "Chú ý: anh chị em công nhân, bà con nông dân, ông bà nội.",
  "ÔNG BÀ CHO BIẾT Ý KIẾN; CHÚ Ý KHI NỘP HỒ SƠ",
  "Đề nghị anh Trưởng phòng Đầu tư và chị Chuyên viên trả lời.",
  "Bà N.T.H. và ông B phản ánh; đại diện Công ty TNHH Mẫu.",
  "co ba Phong lam viec, chi Cuc thue va chu Dau tu",
  "Tôi là Giám đốc một doanh nghiệp trong Khu kinh tế Vân Phong.",
  "Hẻm 45 đường Trần Phú ngập, thôn Mẫu, xã Ví Dụ mất điện, nhà máy ở thôn Thử, xã Ví Dụ xả khói.",
  "Trụ sở Ban Quản lý: số 01 đường Trần Phú, phường Nha Trang.",
  "Việc phát sinh năm 2025, vệ sinh ngày 3/4/2026, học sinh năm 2026.",
  "Vận đơn 056912345678, lô hàng 099199012345, mã đơn 005199012345.",
  "Cầu Nguyễn Văn Trỗi, trường THPT Võ Thị Sáu, ngã tư Lê Thánh Tôn - Trần Hưng Đạo, Công ty Nguyễn Hoàng Mẫu.",
  "People of Ninh Hoa Ward came on a Tuesday to the Post Office.",
  "Dịch sang tiếng Anh: Very satisfied; tiếng Anh Chuyên ngành.",
  "Tôi là người dân ở Ninh Hòa, tên là gì không quan trọng.",
  "",
];

test.each(harmless)("nothing found in “%s”", (sentence) => {
  expect(findings(sentence)).toEqual([]);
});

test("every kind is found at least once above", () => {
  const kinds = new Set(told.flatMap(([sentence]) => findPersonalData(sentence).map((finding) => finding.kind)));
  expect([...kinds].sort()).toEqual((Object.keys(maskWords) as PersonalDataKind[]).sort());
});

test("the authority’s own numbers and addresses are never findings, however they are spaced", () => {
  const allowed = ["(0258) 3822 406", "pakn@khanhhoa.gov.vn", "+84 905 123 456"];
  const sentence = "Gọi 0258.3822.406, 0905 123 456 hoặc gửi PAKN@khanhhoa.gov.vn; số của tôi 0905 123 457.";
  expect(findings(sentence, { allowed })).toEqual(["phone 0905 123 457"]);
});

test("an address is public when it is a part of one that is", () => {
  const allowed = ["Số 01 đường Trần Phú, phường Nha Trang, tỉnh Khánh Hòa"];
  const sentence = "Gửi về số 01 đường Trần Phú, phường Nha Trang; nhà tôi số 21 đường Trần Phú, phường Nha Trang.";
  expect(findings(sentence, { allowed })).toEqual(["address số 21 đường Trần Phú, phường Nha Trang"]);
});

test("who signs an official document is public, whom it is about is not", () => {
  const document =
    "Xét đơn của bà Trần Thị Mẫu, điện thoại 0905 123 456, Ban Quản lý trả lời để bà biết và thực hiện theo quy định hiện hành.\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n(Đã ký)\nLê Văn Thử";
  expect(findings(document, { officialDocument: true })).toEqual(["name Trần Thị Mẫu", "phone 0905 123 456"]);
  expect(findings(document)).toContain("name Lê Văn Thử");
});

test.each([
  ["056199001234", true],
  ["056299001234", false],
  ["056399001234", false],
  ["056305001234", true],
  ["005199001234", false],
  ["099199001234", false],
  ["156199001234", false],
])("%s as a bare citizen number: %s", (number, found) => {
  expect(findings(`Gửi kèm ${number} ạ`).includes(`cccd ${number}`)).toBe(found);
});

test.each([
  ["4201234566", "sure"],
  ["4201234567", "likely"],
  ["4201234566-001", "sure"],
])("the check digit of tax code %s makes it %s", (code, confidence) => {
  expect(findPersonalData(`MST ${code}`)).toMatchObject([{ kind: "tax_code", text: code, confidence }]);
});

test("a telephone with a prefix of today is sure, one of old is likely", () => {
  const confidences = findPersonalData("0905123456, 0524123456, 01685123456, 0258 3822 406, 061 3822406").map(({ confidence }) => confidence);
  expect(confidences).toEqual(["sure", "sure", "likely", "sure", "likely"]);
});

test("names are for an official to judge, numbers are sure", () => {
  const confidences = findPersonalData("Bà Trần Thị Mẫu, 0905123456").map((finding) => finding.confidence);
  expect(confidences).toEqual(["likely", "sure"]);
});

test("masking leaves the sentence readable and nothing to find", () => {
  const text = "Tôi là Lê Thị Mẫu, CCCD 056099001234, gọi 0905 123 456 hoặc lethimau@gmail.com.";
  const masked = maskPersonalData(text, findPersonalData(text));
  expect(masked).toBe("Tôi là [họ tên], CCCD [số căn cước], gọi [số điện thoại] hoặc [thư điện tử].");
  expect(findPersonalData(masked)).toEqual([]);
});

test("overlapping findings are masked once", () => {
  const text = "số 0905123456 đây";
  const whole = { kind: "phone", confidence: "sure", from: 3, to: 13, text: "0905123456" } as const;
  expect(maskPersonalData(text, [whole, { ...whole, from: 8, to: 15 }])).toBe("số [số điện thoại]ây");
});

test("findings lie in the text, in order and apart, whatever the text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom(
      "0905123456",
      "056099001234",
      "Bà Trần Thị Mẫu",
      " ",
      ". ",
      "a@b.vn",
      "\u200B",
      "79A-123.45",
      "STK ",
      "é".normalize("NFD"),
      "🙂",
      "ﬁ",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      let at = 0;
      for (const finding of findPersonalData(text)) {
        expect(finding.from).toBeGreaterThanOrEqual(at);
        expect(finding.to).toBeGreaterThan(finding.from);
        expect(text.slice(finding.from, finding.to)).toBe(finding.text);
        at = finding.to;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

test("a mobile number is found in any spacing people use", () => {
  const separators = fc.constantFrom("", " ", ".", "-");
  const grouping = fc.constantFrom([4, 3, 3], [4, 2, 2, 2], [3, 3, 4], [10], [4, 6], [2, 2, 2, 2, 2], [5, 5]);
  fc.assert(
    fc.property(
      fc.constantFrom("03", "05", "07", "08", "09"),
      fc.stringMatching(/^\d{8}$/),
      grouping,
      separators,
      fc.constantFrom("Gọi ", "ĐT:", "(", "số của tôi, "),
      (prefix, rest, groups, separator, before) => {
        let at = 0;
        const number = groups.map((length) => (prefix + rest).slice(at, (at += length))).join(separator);
        expect(findings(`${before}${number} nhé`)).toEqual([`phone ${number}`]);
      },
    ),
    { numRuns: 500 },
  );
});
