/** Sample texts of the gallery. Names of real kinds of things, invented content, long where things break. */
export const longUnit = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính Ban Quản lý Khu kinh tế và các khu công nghiệp";
export const longProcedure =
  "Thủ tục cấp, điều chỉnh, gia hạn Giấy phép thành lập Văn phòng đại diện tại Việt Nam của thương nhân nước ngoài trong khu công nghiệp, khu kinh tế";
export const diacritics = "Ễ Ặ Ữ Ộ Ẵ Ệ ữ ặ ễ ỗ ẩ ợ ự";

export const levels = [
  { value: "1", label: "Rất không hài lòng" },
  { value: "2", label: "Không hài lòng" },
  { value: "3", label: "Bình thường" },
  { value: "4", label: "Hài lòng" },
  { value: "5", label: "Rất hài lòng" },
];

export const format = (value: number) => `${value.toLocaleString("vi-VN", { minimumFractionDigits: 1, maximumFractionDigits: 1 })}\u00a0%`;
export const formatShort = (value: number) => value.toLocaleString("vi-VN", { maximumFractionDigits: 0 });
export const formatCount = (count: number) => count.toLocaleString("vi-VN");

export const factors = [
  { label: "Tiếp cận dịch vụ hành chính công", value: 88.2, low: 86.9, high: 89.4, n: 3214 },
  { label: "Thủ tục hành chính", value: 84.6, low: 83.1, high: 86.0, n: 3190 },
  { label: "Công chức trực tiếp giải quyết công việc", value: 91.3, low: 90.2, high: 92.3, n: 3201 },
  { label: "Kết quả cung ứng dịch vụ hành chính công", value: 87.4, low: 86.1, high: 88.6, n: 3188 },
  { label: "Việc tiếp nhận, xử lý ý kiến góp ý, phản ánh, kiến nghị của người dân, tổ chức", value: 71.8, low: 63.0, high: 79.2, n: 62, small: true },
  { label: longUnit, value: null, n: 3, suppressed: true },
];

export const distribution = [
  { label: "Nơi ngồi chờ có đủ chỗ ngồi", counts: [31, 88, 402, 1530, 1163] as const },
  { label: "Công chức có thái độ giao tiếp lịch sự, tôn trọng người dân", counts: [12, 25, 190, 1402, 1585] as const },
  { label: "Thời hạn giải quyết đúng quy định", counts: [4, 6, 11, 26, 15] as const, small: true },
  { label: "Phí, lệ phí phải nộp đúng quy định", counts: [1, 0, 1, 1, 0] as const, suppressed: true },
];

export const trend = [
  { label: "2019", value: 81.2, n: 410 },
  { label: "2020", value: 82.9, n: 396 },
  { label: "2021", value: 85.1, n: 420 },
  { label: "2022", value: 79.4, low: 77.0, high: 81.6, n: 1180, breakBefore: "Từ 2022 dùng phương pháp đo mới" },
  { label: "2023", value: 82.6, low: 80.9, high: 84.2, n: 2035 },
  { label: "2024", value: 84.9, low: 83.5, high: 86.2, n: 2640 },
  { label: "2025", value: 87.4, low: 86.3, high: 88.5, n: 3214 },
];

export const months = [
  [42, 40],
  [38, 39],
  [55, 51],
  [61, 60],
  [47, 48],
  [39, 41],
  [52, 47],
  [66, 58],
  [71, 69],
  [64, 66],
  [58, 57],
  [49, 45],
].map((counts, index) => ({ label: `${index + 1}/2025`, counts }));

export const markdown = `## Hồ sơ cần có

Bạn nộp **một bộ** hồ sơ, trực tiếp hoặc qua [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn). Đọc *kỹ* trước khi nộp.

1. Đơn đề nghị theo mẫu
2. Bản sao giấy tờ, gồm:
   - căn cước;
   - giấy tờ về chỗ ở hợp pháp.

> Cơ quan không được yêu cầu nộp thêm giấy tờ ngoài danh mục này.

| Cách nộp | Thời hạn | Phí |
| --- | ---: | ---: |
| Trực tiếp | 5 ngày làm việc | 50.000 đồng |
| Trực tuyến | 3 ngày làm việc | 25.000 đồng |

<script>alert("không chạy")</script> và [liên kết xấu](javascript:alert(1)).`;

/** A stand-in for a QR matrix: three finder squares and a fixed scatter, so that the picture never changes. */
export const qrModules = Array.from({ length: 29 }, (_, y) =>
  Array.from({ length: 29 }, (_, x) => {
    for (const [left, top] of [
      [0, 0],
      [22, 0],
      [0, 22],
    ] as const) {
      const inside = x - left >= 0 && x - left < 7 && y - top >= 0 && y - top < 7;
      if (!inside) continue;
      const ring = Math.max(Math.abs(x - left - 3), Math.abs(y - top - 3));
      return ring !== 2;
    }
    return (x * 7 + y * 11 + ((x * y) % 5)) % 3 === 0;
  }),
);
