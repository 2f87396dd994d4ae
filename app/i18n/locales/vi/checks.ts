export const checks = {
  transactions:
    "Để đối chiếu: nếu nhân trọng số theo số hồ sơ của từng đơn vị, mức hài lòng là {{value}} thay vì {{raw}}. Đây không phải chỉ số SIPAS, vì người trả lời tự nguyện chứ không được chọn ngẫu nhiên.",
  transactionsHidden_other: "Chưa tính {{count}} đơn vị không được công bố.",
  effect:
    "Mẫu có {{n}} phiếu. Độ chính xác của chỉ số chung tương đương một mẫu ngẫu nhiên đơn giản gồm {{effective}} người với một câu hỏi có hoặc không (hiệu ứng thiết kế {{effect}}).",
  effectLess: "Hiệu ứng nhỏ hơn 1 vì mỗi phiếu trả lời nhiều tiêu chí.",
  effectMore: "Hiệu ứng lớn hơn 1 vì các tầng có trọng số khác nhau và câu trả lời của một người thường giống nhau.",
  groups: "Hai nhóm người trả lời cạnh nhau",
  groupsNote:
    "Hai nhóm không bao giờ gộp chung. Phép so sánh coi người tự nguyện trả lời như một mẫu ngẫu nhiên: đó là giả định, nên chỉ dùng để đối chiếu.",
  sheet: "Hai nhóm",
  group: "Nhóm",
  difference: "Chênh lệch: mẫu ngẫu nhiên so với người tự nguyện trả lời",
  differencePoints: "{{points}} điểm",
  verdict: {
    higher: "Mẫu ngẫu nhiên có mức hài lòng cao hơn {{points}} điểm phần trăm. Chênh lệch rõ rệt, không chỉ do ngẫu nhiên.",
    lower: "Mẫu ngẫu nhiên có mức hài lòng thấp hơn {{points}} điểm phần trăm. Chênh lệch rõ rệt, không chỉ do ngẫu nhiên.",
    unclear: "Chênh lệch {{points}} điểm phần trăm có thể chỉ do ngẫu nhiên.",
    few: "Chưa đủ phiếu để so sánh: mỗi nhóm cần từ 30 phiếu.",
  },
  breakWhy: {
    questionnaire: "đổi mẫu phiếu",
    respondents: "đổi cách chọn người trả lời",
    method: "đổi cách tính",
  },
  breakNote: {
    questionnaire: "Đổi mẫu phiếu: không so sánh với đợt trước.",
    respondents: "Đổi cách chọn người trả lời: không so sánh với đợt trước.",
    method: "Đổi cách tính chỉ số chung: không so sánh với đợt trước.",
  },
  trendOf: "Các đợt đã công bố có đủ phiếu về nơi này. Chỗ đổi mẫu phiếu hoặc đổi cách chọn người trả lời thì không nối với nhau.",
  weighted:
    "Các tỷ lệ có trọng số theo tầng như chỉ số chung; số người là số đếm. Tầng có ít người chọn một phương án được gộp với tầng kế bên, riêng cho từng câu hỏi.",
  unweighted: "Các tỷ lệ đếm phiếu, chưa nhân trọng số theo tầng.",
} as const;
