export const errors = {
  plain: {
    forbidden: { title: "Yêu cầu không được nhận", detail: "Biểu mẫu này được gửi từ một trang khác. Hãy mở lại trang của cổng và gửi lại." },
    too_large: { title: "Nội dung gửi quá lớn", detail: "Tổng dung lượng một lần gửi tối đa là 60 MB. Hãy bỏ bớt hoặc thu nhỏ tệp rồi gửi lại." },
    too_many: { title: "Có quá nhiều yêu cầu", detail: "Hãy chờ một phút rồi thử lại." },
    broken: { title: "Cổng đang gặp trục trặc", detail: "Việc bạn vừa làm chưa được ghi nhận. Hãy thử lại sau ít phút. Mã tra cứu: {{reference}}." },
  },
  page: {
    forbidden: { title: "Bạn không có quyền xem trang này", detail: "Tài khoản của bạn không được giao việc này. Hãy liên hệ quản trị viên nếu bạn cho rằng có nhầm lẫn." },
    not_found: { title: "Không tìm thấy trang", detail: "Địa chỉ có thể đã đổi hoặc nội dung không còn công khai. Hãy tìm theo từ khóa hoặc về trang chủ." },
    not_allowed: { title: "Trang này không nhận cách gửi đó", detail: "Hãy mở lại trang và thử lại." },
    bad_request: { title: "Yêu cầu chưa đúng", detail: "Hãy kiểm tra lại địa chỉ hoặc nội dung rồi thử lại." },
    broken: { title: "Cổng đang gặp trục trặc", detail: "Đây không phải lỗi của bạn. Hãy thử lại sau ít phút; nếu vẫn gặp, hãy báo cho chúng tôi mã tra cứu bên dưới." },
  },
  /** By the keys that schemas give. */
  field: {
    required: "Hãy điền mục này.",
    too_long: "Nội dung dài quá. Hãy rút ngắn lại.",
    too_short: "Nội dung ngắn quá. Hãy viết rõ hơn.",
    not_an_email: "Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@coquan.vn.",
    not_a_date: "Ngày chưa đúng. Hãy chọn một ngày trên lịch.",
    not_a_choice: "Hãy chọn một mục trong danh sách.",
    not_a_phone: "Số điện thoại chưa đúng. Ví dụ: 0912 345 678.",
    not_in_list: "Hãy chọn một mục trong danh sách.",
    contact_required: "Hãy ghi số điện thoại hoặc thư điện tử để chúng tôi trả lời bạn.",
    consent_required: "Hãy đánh dấu đồng ý thì chúng tôi mới được dùng thông tin này.",
    content_not_for_kind: "Mục này chỉ dành cho phản ánh, kiến nghị. Hãy để trống.",
    not_right: "Mục này chưa đúng. Hãy kiểm tra lại.",
  },
  reference: "Mã tra cứu",
  home: "Về trang chủ",
  search: "Tìm kiếm",
} as const;
