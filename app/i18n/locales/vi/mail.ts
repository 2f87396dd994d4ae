/** Mails to senders. A block per template; `common` is the frame around each. */
export const mail = {
  common: {
    greeting: "Chào bạn,",
    track: "Xem phản ánh",
    trackHow: "Để mở phản ánh, bạn cần mã phản ánh {{code}} và khóa theo dõi đã nhận khi gửi.",
    read: "Đọc câu trả lời công khai",
    office: "Mở phòng làm việc",
    answer: "Trả lời phiếu",
    official: "Bạn nhận thư này vì có thời hạn bạn phụ trách hoặc theo dõi trên Cổng Lắng Nghe. Mỗi ngày nhiều nhất một thư.",
    confirm: "Mở trang đăng ký của bạn",
    footer: "Thư được gửi tự động vì bạn đã để lại địa chỉ này khi gửi phản ánh qua Cổng Lắng Nghe.",
    reply: "Bạn có thể trả lời thư này: phần bạn viết được đưa vào mục trao đổi của phản ánh.",
    noReply: "Không có ai đọc thư trả lời gửi về địa chỉ này; hãy viết trong mục trao đổi của phản ánh.",
    noReplyAtAll: "Không có ai đọc thư trả lời gửi về địa chỉ này.",
    subscribed: "Bạn nhận thư này vì đã đăng ký nhận tin trên Cổng Lắng Nghe.",
    manage: "Đổi hoặc ngừng nhận thư",
    mute: "Ngừng nhận thư về tiến độ của phản ánh này",
    notYou: "Nếu bạn không gửi phản ánh nào, có thể ai đó đã nhập nhầm địa chỉ. Bạn chỉ cần bỏ qua thư này.",
  },
  case_received: {
    subject: "Đã nhận phản ánh của bạn, mã {{code}}",
    received: "Cảm ơn bạn. Chúng tôi đã nhận phản ánh của bạn, mã {{code}}.",
    answerBy: "Chúng tôi sẽ trả lời chậm nhất ngày {{day}}.",
  },
  case_received_by_mail: {
    answerThis: "Muốn viết thêm, gửi ảnh hoặc hỏi tình hình, bạn chỉ cần trả lời thư này.",
    leftOut_other: "Có {{count}} tệp không phải ảnh nên chúng tôi không nhận. Hãy chụp ảnh tài liệu rồi trả lời thư này kèm ảnh.",
  },
  case_joined: {
    subject: "Có thêm phản ánh cùng việc với phản ánh {{code}}",
    joined: "Một phản ánh khác về cùng việc đã được ghép theo phản ánh {{code}} của bạn. Phản ánh của bạn được xử lý như trước, thời hạn không đổi.",
  },
  case_lead_published: {
    subject: "Việc trong phản ánh {{code}} đã có câu trả lời",
    published: "Phản ánh {{code}} của bạn cùng việc với phản ánh {{lead}}. Câu trả lời cho phản ánh {{lead}} đã được công khai.",
  },
  case_lead_withheld: {
    subject: "Việc trong phản ánh {{code}} đã được trả lời",
    answered:
      "Phản ánh {{code}} của bạn được ghép theo một phản ánh gửi trước về cùng việc. Phản ánh đó đã được trả lời ngày {{day}}; câu trả lời chỉ gửi riêng cho người gửi phản ánh đó và không công khai.",
    ask: "Nếu việc bạn phản ánh vẫn chưa được giải quyết, bạn có thể gửi phản ánh mới và nêu rõ điều còn vướng.",
  },
  mail_not_taken: {
    subject: "Thư của bạn chưa thành hồ sơ phản ánh",
    notTaken: "Chúng tôi đã nhận được thư bạn gửi, nhưng chưa lập được hồ sơ từ thư này.",
    too_short: "Thư quá ngắn nên chưa rõ việc. Hãy viết lại: việc gì, ở đâu, từ khi nào và bạn mong cơ quan làm gì.",
    too_long: "Thư dài hơn 5.000 ký tự. Hãy viết gọn lại phần chính rồi gửi lại.",
    too_many: "Hôm nay địa chỉ này đã gửi đủ số thư cho một ngày. Hãy gửi tiếp vào ngày mai, hoặc gửi trên trang web.",
    send: "Gửi phản ánh trên trang web",
    sendNote: "Có hướng dẫn từng bước, gửi được cả ảnh.",
    why: "Bạn nhận thư này vì có thư gửi từ địa chỉ của bạn tới hộp thư tiếp nhận phản ánh. Nếu không phải bạn gửi, hãy bỏ qua.",
  },
  case_supplement_requested: {
    subject: "Cần bạn bổ sung, phản ánh {{code}}",
    asked: "Để giải quyết phản ánh {{code}}, chúng tôi cần bạn bổ sung:",
    until:
      "Hãy bổ sung chậm nhất ngày {{day}}. Thời hạn trả lời tạm dừng và được tính lại từ đầu khi chúng tôi nhận phần bổ sung. Sau ngày đó phản ánh sẽ được đóng.",
  },
  case_accepted: {
    subject: "Phản ánh {{code}} đã được tiếp nhận",
    accepted: "Phản ánh {{code}} của bạn đã được phân loại và tiếp nhận.",
    answerBy: "Hạn trả lời là ngày {{day}}.",
  },
  case_assigned: {
    subject: "Phản ánh {{code}} đã chuyển đến đơn vị trả lời",
    assigned: "Phản ánh {{code}} đã được chuyển đến {{unit}} để trả lời bạn.",
  },
  case_in_progress: {
    subject: "Phản ánh {{code}} đang được xử lý",
    begun: "{{unit}} đã bắt đầu xử lý phản ánh {{code}} của bạn.",
  },
  case_message: {
    subject: "Có tin nhắn mới trong phản ánh {{code}}",
    written: "{{unit}} viết cho bạn trong phản ánh {{code}}:",
    answer: "Bạn trả lời ngay trong mục trao đổi của phản ánh. Đây chưa phải câu trả lời chính thức.",
  },
  case_extended: {
    subject: "Phản ánh {{code}} được gia hạn đến {{day}}",
    extended: "Phản ánh {{code}} cần thêm thời gian. Hạn trả lời mới là ngày {{day}}.",
    reason: "Lý do:",
  },
  case_deadline_moved: {
    subject: "Phản ánh {{code}}: hạn chuyển sang ngày {{day}}",
    moved: "Lịch làm việc vừa thay đổi. Hạn của phản ánh {{code}} chuyển từ ngày {{from}} sang ngày {{until}}.",
    why: "Trang tra cứu phản ánh có ghi cách tính từng ngày và hạn ban đầu.",
  },
  case_interim: {
    subject: "Phản ánh {{code}}: đã ghi nhận, tiếp tục nghiên cứu",
    kept: "{{unit}} chưa đủ cơ sở để kết luận về phản ánh {{code}}. Ý kiến của bạn được giữ lại để tiếp tục nghiên cứu và được xem lại 90 ngày một lần.",
  },
  case_transferred: {
    subject: "Phản ánh {{code}} đã chuyển cơ quan khác",
    transferred: "Nội dung phản ánh {{code}} thuộc thẩm quyền của {{body}}. Chúng tôi đã chuyển phản ánh đến cơ quan đó theo văn bản {{letter}}.",
    next: "Cơ quan đó sẽ trả lời bạn.",
  },
  case_answered: {
    subject: "Đã có trả lời cho phản ánh {{code}}",
    answered: "{{unit}} trả lời phản ánh {{code}} của bạn:",
    basis: "Căn cứ: {{basis}}",
    rate: "Câu trả lời có thỏa đáng không? Hãy mở phản ánh và đánh giá chậm nhất ngày {{day}}. Nếu chưa đồng ý, bạn có thể đề nghị xem lại.",
  },
  case_published: {
    subject: "Câu trả lời cho phản ánh {{code}} đã công khai",
    published: "Câu trả lời cho phản ánh {{code}} đã được công khai, không có tên và thông tin của bạn.",
  },
  case_withheld: {
    subject: "Câu trả lời cho phản ánh {{code}} không công khai",
    withheld: "Câu trả lời cho phản ánh {{code}} chỉ gửi cho bạn và không công khai. Lý do: {{reason}}.",
  },
  case_refused: {
    subject: "Phản ánh {{code}} không được tiếp nhận",
    refused: "Rất tiếc, phản ánh {{code}} không được tiếp nhận. Lý do: {{reason}}.",
    lapsed: "Đã hết thời gian bổ sung mà chúng tôi chưa nhận được phần bạn bổ sung, nên phản ánh {{code}} được đóng.",
    again: "Bạn có thể gửi phản ánh mới với đầy đủ thông tin.",
  },
  case_reopened: {
    subject: "Phản ánh {{code}} đang được xem lại",
    reopened: "Chúng tôi sẽ xem lại phản ánh {{code}} theo đề nghị của bạn.",
    answerBy: "Hạn trả lời mới là ngày {{day}}.",
  },
  case_withdrawn: {
    subject: "Bạn đã rút phản ánh {{code}}",
    withdrawn: "Phản ánh {{code}} đã được rút theo yêu cầu của bạn và không được xử lý tiếp.",
  },
  case_handed_over: {
    subject: "Thư của bạn đã được chuyển",
    moved: "Thư bạn gửi ngày {{day}} đã được chuyển tới bộ phận có thẩm quyền.",
    next: "Bộ phận đó sẽ liên hệ với bạn nếu cần. Thông tin của bạn được giữ kín.",
  },
  subscription_confirm: {
    subject: "Xác nhận đăng ký nhận thư",
    asked: "Có người, có lẽ là bạn, muốn nhận thư ở địa chỉ này về {{topic}}.",
    how: "Nếu đúng là bạn, hãy mở trang dưới đây và bấm “Xác nhận”. Sau đó bạn nhận nhiều nhất một thư mỗi ngày, chỉ khi có tin mới.",
    ignore: "Nếu không phải bạn, hãy bỏ qua thư này. Sau bảy ngày, địa chỉ của bạn được xóa.",
  },
  subscription_exists: {
    subject: "Bạn đã đăng ký nhận thư này rồi",
    already: "Bạn đang nhận thư về {{topic}}, nên không cần đăng ký lại.",
    daily: "Bạn nhận nhiều nhất một thư mỗi ngày, chỉ khi có tin mới.",
  },
  subscription_digest: {
    subject: "Tin mới bạn theo dõi, ngày {{day}}",
    new_other: "Có {{count}} mục mới được công khai trong các mục bạn theo dõi.",
    kind: { case: "Câu trả lời", news: "Tin tức", procedure: "Thủ tục" },
  },
  deadline_digest: {
    subject_other: "{{count}} thời hạn cần chú ý, ngày {{day}}",
    lead: "Các thời hạn sau sắp đến hoặc đã quá:",
    warning: {
      half: "đã qua nửa thời gian",
      most: "đã qua bốn phần năm thời gian",
      day_before: "sắp đến hạn",
      overdue_other: "quá hạn {{count}} ngày làm việc",
    },
    due: "hạn {{day}}",
    more_other: "Còn {{count}} thời hạn nữa; hãy xem trong phòng làm việc.",
  },
  sample_invitation: {
    subject: "Mời bạn đánh giá việc phục vụ của {{authority}}",
    drawn: "Bạn vừa có hồ sơ được giải quyết tại {{unit}}. Bạn là một trong những người được chọn ngẫu nhiên để hỏi ý kiến.",
    round_other:
      "Đợt khảo sát “{{title}}” nhận phiếu đến hết ngày {{day}}. Trả lời mất khoảng {{count}} phút, trên điện thoại hay máy tính đều được.",
    free: "Bạn trả lời hay không là tùy bạn, không ảnh hưởng gì đến hồ sơ của bạn. Phiếu không ghi tên: cơ quan biết mã đã được dùng hay chưa, không biết bạn chọn gì.",
    code: "Mã của bạn: {{code}}. Mã dùng một lần; xin đừng chuyển cho người khác.",
    why: "Địa chỉ của bạn lấy từ hồ sơ đã nộp, chỉ dùng để gửi thư này và nhiều nhất hai thư nhắc. Địa chỉ được xóa {{days}} ngày sau khi đợt khảo sát kết thúc.",
  },
  sample_reminder: {
    subject: "Nhắc bạn: đợt đánh giá {{authority}} vẫn đang nhận phiếu",
    unused: "Chúng tôi đã mời bạn đánh giá việc phục vụ tại {{unit}}. Mã gửi bạn chưa được dùng.",
    until:
      "Đợt khảo sát “{{title}}” nhận phiếu đến hết ngày {{day}}. Ý kiến của bạn giúp kết quả phản ánh ý kiến của mọi người, không chỉ của những ai trả lời sớm.",
  },
} as const;
