export const comparison = {
  title: "So với đợt trước",
  higher:
    "Tăng {{points}} điểm phần trăm so với đợt trước ({{round}}: {{value}}). Mức tăng rõ rệt: khoảng tin cậy 95 % của chênh lệch là {{low}} đến {{high}} điểm.",
  lower:
    "Giảm {{points}} điểm phần trăm so với đợt trước ({{round}}: {{value}}). Mức giảm rõ rệt: khoảng tin cậy 95 % của chênh lệch là {{low}} đến {{high}} điểm.",
  unclear:
    "Chưa thể nói là tăng hay giảm so với đợt trước ({{round}}: {{value}}): chênh lệch {{points}} điểm có thể do ngẫu nhiên, khoảng tin cậy 95 % là {{low}} đến {{high}} điểm.",
  few: "Chưa đủ phiếu để so sánh với đợt trước ({{round}}): mỗi đợt cần từ 30 phiếu.",
  changed: "Không so sánh với đợt trước ({{round}}), vì mẫu phiếu hoặc cách chọn người trả lời đã thay đổi.",
  otherUnits: "Hai đợt không đánh giá cùng các đơn vị: một phần chênh lệch có thể do đó.",
  see: "Xem kết quả đợt trước",
  selfSelected: "Đây không phải mẫu ngẫu nhiên: so sánh chỉ nói về những người đã trả lời.",
  ranking: "Thứ hạng đơn vị",
  rankingNote:
    "Chỉ xếp hạng khi hai đơn vị khác nhau rõ rệt (so sánh từng cặp, hiệu chỉnh Holm). Những đơn vị chưa thể phân biệt thì cùng một khoảng hạng.",
  notRanked: "Chưa đủ phiếu để so sánh các đơn vị: chênh lệch giữa các đơn vị có thể do ngẫu nhiên nên không xếp hạng.",
  rank: "Hạng",
  range: "{{best}}\u00a0–\u00a0{{worst}}",
  rankFew: "chưa đủ phiếu để so sánh",
  sample: "Ước lượng cho {{population}} hồ sơ trong danh sách đã rút mẫu, có trọng số theo {{strata}} tầng.",
  sampleJoined: "Tầng ít phiếu được gộp, còn {{weights}} trọng số.",
  sampleUnweighted: "Mẫu này chưa có số hồ sơ của từng tầng nên chưa nhân trọng số; khoảng tin cậy tính như mẫu ngẫu nhiên đơn giản.",
  sampleLevels: "Bảng từng mức trả lời đếm phiếu, chưa nhân trọng số.",
} as const;
