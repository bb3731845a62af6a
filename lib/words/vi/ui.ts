import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'Ngôn ngữ',
  'ui.copied': 'Đã sao chép',
  'ui.copyFailed': 'Trình duyệt không cho trang này sao chép. Hãy sao chép từ đây:',
  'ui.copyAddress': 'Sao chép địa chỉ',
  'ui.copyHash': 'Sao chép mã băm',
  'ui.copyLink': 'Sao chép liên kết',
  'ui.selectedAddress': 'Địa chỉ, đã chọn',
  'ui.selectedHash': 'Mã băm, đã chọn',
  'ui.selectedLink': 'Liên kết, đã chọn',
  'ui.showAddress': 'Hiện toàn bộ địa chỉ',
  'ui.showHash': 'Hiện toàn bộ mã băm',
  'ui.explorer': 'trình khám phá khối',
  'ui.broken.heading': 'Trang này đã ngừng hoạt động',
  'ui.broken.words':
    'Đó là lỗi của chúng tôi. Những gì đã làm trước đó không thay đổi: hãy tải lại trang để xem tình hình.',
  'ui.broken.do': 'Xem tình hình',
} satisfies Translated<'ui'>;
