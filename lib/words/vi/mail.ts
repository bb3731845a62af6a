import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{amount} cho bạn từ {merchant}',
  'mail.invitation.words': '{merchant} trả cho bạn {amount} trên {network}. Hãy mở trang này để nhận:',
  'mail.reminder.subject': '{amount} từ {merchant} vẫn đang chờ bạn',
  'mail.reminder.words': '{merchant} vẫn giữ {amount} trên {network} cho bạn. Hãy mở trang này để nhận:',
  'mail.link.subject': 'Liên kết của bạn để nhận {amount} từ {merchant}',
  'mail.link.words': 'Đây là liên kết của bạn để nhận {amount} trên {network} từ {merchant}:',
  'mail.undone.subject': 'Mạng đã đảo ngược khoản {amount} từ {merchant}',
  'mail.undone.words':
    '{merchant} đã trả cho bạn {amount}. Sau đó mạng {network} đã đảo ngược khoản này; việc này hiếm khi xảy ra và không phải lỗi của ai.',
  'mail.undone.reserved': 'Số tiền lại được giữ cho bạn. Mở trang này để nhận:',
  'mail.undone.over': 'Liên kết của bạn không còn dùng được. Hãy yêu cầu {merchant} trả cho bạn lần nữa.',
  'mail.link.button': 'Nhận {amount}',
  'mail.link.purpose': 'Nội dung theo bên trả tiền: {description}',
  'mail.link.onlyYou':
    'Trang sẽ hỏi một mã mà chúng tôi gửi đến địa chỉ này. Vì vậy chỉ riêng liên kết không đưa tiền cho ai, và chỉ bạn mới nhận được.',
  'mail.link.until': 'Liên kết dùng được đến {time}.',
  'mail.link.notYours':
    'Nếu bạn không chờ gì từ họ, hãy mở trang và cho biết khoản này không phải của bạn, hoặc không cần làm gì.',
  'mail.code.subject': '{code} là mã của bạn cho {host}',
  'mail.code.words':
    'Một trình duyệt tại {host} yêu cầu {amount} mà {merchant} trả cho chủ hộp thư này. Nếu đó là bạn, hãy nhập mã này ở đó:',
  'mail.code.works':
    'Mã dùng được một lần, trong {minutes, plural, other {# phút}}, và chỉ trên trình duyệt đã yêu cầu mã.',
  'mail.code.secret':
    'Đừng cho ai biết mã. Nếu đó không phải bạn, bạn không cần làm gì: không có mã thì không ai nhận được tiền.',
} satisfies Translated<'mail'>;
