import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'Đơn hàng của bạn',
  'order.about': 'Đơn hàng {reference}',
  'order.fact.amount': 'Dành cho người bán',
  'order.running': 'Người bán được trả vào {time}, trừ khi bạn phản đối trước đó.',
  'order.waiting': 'Hiện chưa trả khoản nào. Khi tiếp tục, bạn không mất chút thời gian nào của mình.',
  'order.disputed': 'Đã có phản đối. Không khoản nào được trả cho đến khi {merchant} quyết định.',
  'order.paying': 'Đang trả tiền cho người bán. Đã quá muộn để phản đối ở đây.',
  'order.paid': 'Người bán đã được trả tiền. Đã quá muộn để phản đối ở đây.',
  'order.over': 'Đơn hàng này đã kết thúc. Không còn gì phải làm ở đây.',
  'order.object.words':
    'Hàng không đến, hoặc không đúng thứ bạn đặt? Hãy phản đối. Một người tại {merchant} sẽ quyết định.',
  'order.object.do': 'Phản đối và dừng việc trả tiền',
  'order.extend.words': 'Bạn cần thêm thời gian để kiểm tra? Bạn có thể gia hạn một lần.',
  'order.extend.do': 'Gia hạn thêm {days, plural, other {# ngày}}',
  'order.extended': 'Bạn đã gia hạn thêm thời gian. Chỉ có thể làm một lần.',
  'order.object.reason': 'Có gì không ổn? Bạn không bắt buộc phải nói.',
  'order.trouble': 'Không thực hiện được. Hãy tải lại trang để xem tình trạng đơn hàng của bạn.',
  'order.noScript': 'Việc này cần JavaScript, hiện đang tắt trong trình duyệt này.',
  'order.custody': 'Tiền vẫn ở {merchant}. Drawbridge không giữ tiền.',

  'order.mail.funded.subject': 'Đơn hàng {reference} đã được thanh toán',
  'order.mail.funded.words':
    'Người mua của bạn đã thanh toán đơn hàng {reference}. {merchant} giữ {amount} cho bạn đến khi đơn hàng hoàn tất.',
  'order.mail.delivered.subject': 'Đơn hàng {reference} đã được giao',
  'order.mail.delivered.words':
    '{merchant} ghi nhận đơn hàng {reference} đã được giao. Người bán được trả {amount} vào {time}, trừ khi người mua phản đối trước đó.',
  'order.mail.soon.subject': 'Đơn hàng {reference}: còn {days, plural, other {# ngày}} đến khi người bán được trả',
  'order.mail.soon.words':
    'Thư này về đơn hàng {reference} tại {merchant}. Người bán được trả {amount} vào {time}, trừ khi người mua phản đối trước đó.',
  'order.mail.extended.subject': 'Đơn hàng {reference}: người mua gia hạn thời gian kiểm tra',
  'order.mail.extended.words':
    'Người mua của đơn hàng {reference} tại {merchant} đã gia hạn thời gian kiểm tra. Vì vậy người bán được trả {amount} vào {time}, trừ khi người mua phản đối trước đó.',
  'order.mail.held.subject': 'Đơn hàng {reference}: hiện chưa trả khoản nào',
  'order.mail.held.words':
    'Đơn hàng {reference} tại {merchant} đang tạm dừng. {amount} vẫn ở nguyên chỗ. Khi đơn hàng tiếp tục, thời gian còn lại vẫn giữ nguyên.',
  'order.mail.resumed.subject': 'Đơn hàng {reference} tiếp tục',
  'order.mail.resumed.words':
    'Đơn hàng {reference} tại {merchant} tiếp tục. Người bán được trả {amount} vào {time}, trừ khi người mua phản đối trước đó.',
  'order.mail.disputed.subject': 'Đơn hàng {reference}: đã có phản đối',
  'order.mail.disputed.words':
    'Đã có phản đối về đơn hàng {reference}. {amount} vẫn ở nguyên chỗ cho đến khi một người tại {merchant} quyết định.',
  'order.mail.paying.subject': 'Đơn hàng {reference}: bạn đang được trả tiền',
  'order.mail.paying.words': '{merchant} trả cho bạn {amount} cho đơn hàng {reference}. Hãy mở trang này để theo dõi:',
  'order.mail.paying.button': 'Mở khoản tiền',
  'order.mail.paid.subject': 'Đơn hàng {reference}: người bán đã được trả tiền',
  'order.mail.paid.words': 'Người bán của đơn hàng {reference} tại {merchant} đã được trả {amount}.',
  'order.mail.refunding.subject': 'Đơn hàng {reference}: người mua nhận lại tiền',
  'order.mail.refunding.words': 'Người mua của đơn hàng {reference} tại {merchant} nhận lại {amount}.',
  'order.mail.address.subject': 'Đơn hàng {reference}: tiền của bạn sẽ đến một địa chỉ khác',
  'order.mail.address.words':
    'Có yêu cầu {merchant} trả tiền đơn hàng {reference} cho bạn ở một địa chỉ khác, kể từ {time}:',
  'order.mail.address.notYou': 'Nếu bạn không yêu cầu điều này, hãy viết ngay cho {merchant}.',
  'order.mail.to': 'Tiền được chuyển đến {address}.',
  'order.mail.nowhere':
    '{merchant} chưa biết trả tiền cho bạn ở đâu. Cho đến khi đó không khoản nào được trả: hãy báo cho họ địa chỉ của bạn.',
  'order.mail.object':
    'Nếu có gì không ổn, hãy mở trang và phản đối. Bạn không cần tài khoản. Nếu mọi thứ đều ổn, không cần làm gì.',
  'order.mail.button': 'Mở đơn hàng',
  'order.mail.custody': 'Tiền vẫn ở {merchant}. Drawbridge không giữ tiền.',
} satisfies Translated<'order'>;
