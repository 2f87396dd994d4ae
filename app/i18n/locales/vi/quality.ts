export const quality = {
  sentence: "Trong {{sheets}} phiếu, một số phiếu được đánh dấu nhưng vẫn được tính: {{list}}.",
  none: "Không phiếu nào trong {{sheets}} phiếu bị đánh dấu.",
  flags: {
    speeder: "trả lời rất nhanh ({{n}})",
    straight_lining: "cùng một mức ({{n}})",
    same_device_day: "cùng thiết bị trong ngày ({{n}})",
  },
  heads: {
    speeder: "Trả lời rất nhanh",
    straight_lining: "Cùng một mức",
    same_device_day: "Cùng thiết bị trong ngày",
  },
  more: "Theo cách trả lời và cách đánh dấu",
  caption: "Số phiếu được đánh dấu theo cách trả lời",
  mode: "Cách trả lời",
  sheets: "Số phiếu",
  rule: "Trả lời rất nhanh: dưới {{seconds}} giây cho mỗi câu đã trả lời. Cùng một mức: từ {{levels}} câu năm mức trở lên và mọi câu cùng một mức. Cùng thiết bị trong ngày: phiếu thứ hai trở đi gửi qua đường dẫn mở từ một thiết bị trong một ngày. Một phiếu có thể mang hơn một dấu.",
} as const;
