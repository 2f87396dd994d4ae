import { expect, test } from "vitest";
import { soundsFormal } from "./formal-words.ts";

test.each([
  "Tôi tố cáo ông trưởng thôn lấy đất công chia cho người nhà",
  "Đơn tố cáo cán bộ địa chính",
  "Cán bộ một cửa vòi tiền, phải đưa 2 triệu mới ký hồ sơ",
  "can bo doi tien moi giai quyet ho so",
  "Anh ta nhận hối lộ của doanh nghiệp",
  "Có dấu hiệu tham ô tiền hỗ trợ của xã",
  "Chủ dự án lừa đảo, chiếm đoạt tiền đặt cọc",
  "Tôi khiếu nại quyết định thu hồi đất, vì cán bộ nhận tiền của bên kia",
  "The officer asked for a bribe at the desk",
])("somebody is accused: %s", (text) => {
  expect(soundsFormal(text)).toBe("denunciation");
});

test.each([
  "Tôi khiếu nại quyết định thu hồi đất số 12",
  "Đơn khiếu nại lần đầu",
  "Tôi không đồng ý với quyết định xử phạt của Ủy ban nhân dân xã",
  "De nghi huy quyet dinh cuong che doi voi nha toi",
  "Đề nghị xem xét lại quyết định bồi thường của gia đình tôi",
])("a decision is to be reviewed: %s", (text) => {
  expect(soundsFormal(text)).toBe("complaint");
});

test.each([
  "Xin hỏi thủ tục khiếu nại, tố cáo nộp ở đâu",
  "Tôi muốn hỏi cách tố cáo hàng giả",
  "Thời hạn giải quyết khiếu nại là bao lâu?",
  "Đây không phải là đơn tố cáo, tôi chỉ góp ý về giờ làm việc",
  "Đề nghị tuyên truyền phòng, chống tham nhũng",
  "Tòa nhà to, cao, che khuất biển báo",
  "Hồ sơ đất đai quá hẹn 10 ngày chưa có kết quả",
  "Đường vào khu công nghiệp có nhiều ổ gà",
  "Tôi chưa nhận tiền hỗ trợ theo quyết định của tỉnh",
  "",
])("an ordinary letter is neither: %s", (text) => {
  expect(soundsFormal(text)).toBeNull();
});
