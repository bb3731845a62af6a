import type { Translated } from '@/lib/words/english';

export default {
  'claim.title': 'Khoản tiền của bạn',
  'claim.about': 'Về khoản tiền này',
  'claim.testMoney': 'Tiền thử nghiệm',
  'claim.pays.now': '{merchant} trả tiền cho bạn',
  'claim.pays.done': '{merchant} đã trả tiền cho bạn',
  'claim.pays.never': '{merchant}',
  'claim.footer.now.contract':
    '{merchant} trả khoản này thẳng từ kho tiền của họ. Drawbridge cho biết tình hình. Đừng chia sẻ liên kết này.',
  'claim.footer.now.wallet': '{merchant} trả khoản này. Drawbridge cho biết tình hình. Đừng chia sẻ liên kết này.',
  'claim.footer.done.contract':
    '{merchant} đã trả thẳng từ kho tiền của họ. Drawbridge hiển thị trang này. Đừng chia sẻ liên kết này.',
  'claim.footer.done.wallet': '{merchant} đã trả. Drawbridge hiển thị trang này. Đừng chia sẻ liên kết này.',
  'claim.footer.never': 'Drawbridge hiển thị trang này thay cho {merchant}.',
  'claim.fact.for': 'Nội dung',
  'claim.fact.amount': 'Số tiền',
  'claim.fact.fee': 'Phí',
  'claim.fact.feeOfMerchant': 'Phí, do {merchant} trả',
  'claim.fact.net.now': 'Bạn nhận',
  'claim.fact.net.done': 'Bạn đã nhận',
  'claim.fact.net.never': 'Sau khi trừ phí',
  'claim.fact.to': 'Đến',
  'claim.fact.anyWallet': 'Ví do bạn chọn',
  'claim.fact.network': 'Mạng',
  'claim.fact.inVault': 'Trong kho tiền',
  'claim.fact.inVault.funded': 'Có, sẵn sàng cho bạn',
  'claim.fact.inVault.short': 'Chưa có',
  'claim.fact.inVault.unknown': 'Hiện không kiểm tra được',
  'claim.fact.until': 'Liên kết dùng được đến',
  'claim.fact.details': 'Chi tiết',
  'claim.fact.reference': 'Mã tham chiếu',
  'claim.fact.vault': 'Kho tiền chi trả',
  'claim.fact.token': 'Token {symbol}',
  'claim.fact.networkNumber': 'Số hiệu mạng',
  'claim.fact.transfer': 'Giao dịch chuyển',
  'claim.fact.paidTo': 'Đã trả đến',
  'claim.fact.earlier': 'Giao dịch chuyển trước đó:',
  'claim.fact.reason': 'Lý do: {reason}',
  'claim.do.lookAgain': 'Kiểm tra lại ngay',
  'claim.do.askForHelp': 'Nhờ {merchant} giúp',
  'claim.do.back': 'Quay lại {merchant}',
  'claim.do.receipt': 'Mở biên nhận',
  'claim.do.continue': 'Tiếp tục bằng ví',
  'claim.do.code': 'Gửi mã đến {email}',
  'claim.do.codeSending': 'Đang gửi mã…',
  'claim.do.looking': 'Đang tìm ví của bạn…',
  'claim.walletPartMissing':
    'Phần ví của trang này không tải được. Không có gì rời khỏi kho tiền. Hãy kiểm tra kết nối rồi nhấn lại, hoặc tải lại trang.',
  'claim.noScript': 'Kết nối ví cần JavaScript, mà trình duyệt này đang tắt.',
  'claim.offline': 'Hiện không có kết nối. Trang này tự cập nhật ngay khi có lại.',
  'claim.ready.heading': 'Sẵn sàng cho bạn',
  'claim.ready.mailbox':
    'Tiền đã có sẵn. Trước hết hãy cho thấy hộp thư này là của bạn: chúng tôi gửi một mã đến {email}. Sau đó chọn nơi nhận tiền.',
  'claim.ready.words':
    'Tiền đã có sẵn. Tiền đi thẳng từ {merchant} đến ví của bạn trong một bước; bạn chỉ trả phí mạng, bằng {currency}.',
  'claim.ready.earlierLink':
    'Một liên kết cũ, đã bị liên kết này thay thế, vừa được dùng. Đến {time} khoản này vẫn có thể được trả vào ví nêu ở đó. Hãy chờ đến lúc ấy: nếu không, bạn có thể mất phí mạng vô ích.',
  'claim.sent.heading': 'Đã gửi',
  'claim.sent.ago': 'Đã gửi {ago}, và mạng chưa hiển thị.',
  'claim.sent.now': 'Vừa mới gửi, và mạng chưa hiển thị.',
  'claim.sent.words': 'Mạng thường hiển thị trong vài giây, rồi trang này cho biết đã đến đâu. Bạn có thể đóng trang.',
  'claim.sent.notMe': 'Tôi không gửi khoản này',
  'claim.sent.notMe.words':
    'Vậy có thể một người khác có liên kết này đã gửi. Dù bao nhiêu người gửi, tiền chỉ được trả một lần và vào một ví.',
  'claim.sent.late': 'Lần này lâu hơn bình thường, có thể vì phí mạng thấp.',
  'claim.sent.costOfAgain':
    'Gửi lại là an toàn vì bạn chỉ được trả một lần; nhưng nếu cả hai cùng đến, bạn mất một trong hai khoản phí mạng.',
  'claim.approval.heading': 'Đang chờ phê duyệt',
  'claim.approval.contract':
    '{merchant} còn phải phê duyệt khoản này. Không có gì rời khỏi kho tiền. Bạn có thể đóng trang này và quay lại bằng chính liên kết đó; trang tự thay đổi khi có phê duyệt.',
  'claim.approval.wallet':
    '{merchant} còn phải phê duyệt khoản này. Chưa thấy lần trả nào. Bạn có thể đóng trang này và quay lại bằng chính liên kết đó; trang tự thay đổi khi có phê duyệt.',
  'claim.byHand.heading': '{merchant} sắp trả tiền cho bạn',
  'claim.byHand.words':
    'Bạn không cần làm gì. {merchant} tự gửi khoản này đến địa chỉ bên dưới và trả phí mạng. Bạn có thể đóng trang này và quay lại bằng chính liên kết đó; trang tự thay đổi khi tiền được gửi đi.',
  'claim.funds.heading': 'Đang chờ tiền',
  'claim.funds.heading.limit': 'Đang chờ hạn mức ngày',
  'claim.funds.funds': 'Kho tiền của {merchant} hiện không đủ cho khoản này; {merchant} đã được báo.',
  'claim.funds.allowance': 'Kho tiền của {merchant} hiện không được phép trả nhiều như vậy; {merchant} đã được báo.',
  'claim.funds.limit':
    'Hạn mức mà kho tiền của {merchant} được trả trong 24 giờ hiện đã hết. Hạn mức tự hồi lại theo từng giờ.',
  'claim.funds.next': 'Bạn có thể đóng trang này. Trang tự mời nhận tiền ngay khi kho tiền trả được.',
  'claim.reserved': 'Không có gì rời khỏi kho tiền, và khoản tiền vẫn được giữ cho bạn đến {time}.',
  'claim.obstacle.byItself': 'Trang này tự mời nhận tiền ngay khi điều đó thay đổi; bạn có thể đóng trang.',
  'claim.obstacle.told': '{merchant} đã được báo.',
  'claim.obstacle.token_paused.heading': '{symbol} đã bị dừng với mọi người',
  'claim.obstacle.token_paused.why':
    'Bên phát hành {symbol} đã dừng mọi lần chuyển, nên hiện không ai gửi hay nhận được.',
  'claim.obstacle.vault_blocked.heading': 'Bên trả tiền phải giải quyết một việc',
  'claim.obstacle.vault_blocked.why':
    'Bên phát hành {symbol} đã chặn kho tiền của {merchant}, nên không thể trả gì từ đó. Việc này không liên quan đến bạn.',
  'claim.obstacle.signer_terms.heading': 'Đang chờ bên trả tiền',
  'claim.obstacle.signer_terms.why': 'Kho tiền của {merchant} hiện không cho phép chúng tôi trả khoản này.',
  'claim.obstacle.token_fee.heading': '{symbol} sẽ đến thiếu',
  'claim.obstacle.token_fee.why':
    'Bên phát hành {symbol} hiện giữ lại một phần của mỗi lần chuyển, nên bạn sẽ nhận ít hơn thỏa thuận.',
  'claim.obstacle.token_fee.next': 'Chúng tôi chờ đến khi toàn bộ số tiền có thể đến nơi.',
  'claim.obstacle.recipient_blocked.heading': 'Ví này bị chặn',
  'claim.obstacle.recipient_blocked.why': 'Bên phát hành {symbol} đã chặn ví nhận khoản này, và chỉ họ mới gỡ được.',
  'claim.obstacle.recipient_blocked.next':
    '{merchant} đã được báo. Hãy yêu cầu họ trả khoản mới vào một ví khác của bạn.',
  'claim.obstacle.token_refuses.heading': '{symbol} từ chối khoản trả này',
  'claim.obstacle.token_refuses.why':
    'Chúng tôi đã hỏi {symbol} xem có thực hiện khoản trả này không. Câu trả lời là không, và không nêu lý do.',
  'claim.obstacle.signer_declined.heading': 'Bên trả tiền phải cho phép trước',
  'claim.obstacle.signer_declined.why': '{merchant} tự ký các khoản trả, và lần thử gần nhất đã không ký khoản này.',
  'claim.obstacle.signer_unreachable.heading': 'Bên trả tiền không trả lời',
  'claim.obstacle.signer_unreachable.why':
    '{merchant} tự ký các khoản trả, và lần thử gần nhất máy chủ của họ không trả lời.',
  'claim.obstacle.other.heading': 'Mạng sẽ từ chối',
  'claim.obstacle.other.why': 'Ở lần thử gần nhất, mạng sẽ từ chối khoản trả này mà không nêu lý do.',
  'claim.obstacle.other.next': '{merchant} đã được báo. Bạn có thể thử lại: thử không mất phí.',
  'claim.obstacle.our_clock.heading': 'Đồng hồ của chúng tôi sai',
  'claim.obstacle.our_clock.why':
    'Đồng hồ máy chủ của chúng tôi không khớp với mạng, nên những gì chúng tôi ký sẽ không được chấp nhận. Đây là lỗi của chúng tôi.',
  'claim.obstacle.our_clock.next': 'Người vận hành của chúng tôi đã được báo.',
  'claim.networkDown.heading': 'Chúng tôi không kết nối được với mạng',
  'claim.networkDown.words':
    'Hiện chúng tôi không nhận được tin từ {network}, nên không thấy được tiền có sẵn hay không và tạm không mời nhận gì. Lỗi ở phía chúng tôi, và khoản tiền của bạn vẫn an toàn: bạn chỉ được trả một lần, kể cả khi trong lúc đó có nhiều lần chuyển được gửi.',
  'claim.networkDown.next': 'Trang này tự thử lại liên tục.',
  'claim.reverted.heading': 'Mạng đã từ chối lần chuyển',
  'claim.reverted.words':
    'Không có gì rời khỏi kho tiền; chỉ mất phí mạng. Khoản tiền vẫn là của bạn và bạn có thể thử lại. Bạn chỉ được trả một lần duy nhất.',
  'claim.replaced.heading': 'Ví của bạn đã gửi một thứ khác',
  'claim.replaced.words':
    'Lần chuyển đã bị hủy hoặc thay thế trong ví của bạn trước khi mạng nhận. Không có gì rời khỏi kho tiền và khoản tiền vẫn là của bạn.',
  'claim.dropped.heading': 'Mạng đã làm mất lần chuyển',
  'claim.dropped.words':
    'Nó không có trong khối nào chúng tôi đã đọc, thường vì phí mạng đặt quá thấp. Hãy gửi lại: kể cả khi lần đầu xuất hiện sau đó, bạn chỉ được trả một lần. Việc này tốn thêm một khoản phí mạng.',
  'claim.processing.heading': 'Đang trên đường',
  'claim.processing.soon': 'Mạng thường xác nhận trong vài giây.',
  'claim.processing.minute': 'Mạng thường xác nhận trong chưa đầy một phút.',
  'claim.processing.minutes': 'Mạng thường xác nhận trong {minutes, plural, other {khoảng # phút}}.',
  'claim.processing.doubtful.heading': 'Đang kiểm tra',
  'claim.processing.doubtful':
    'Lần chuyển đã được gửi, nhưng chúng tôi chưa nhận được trả lời. Chúng tôi đang kiểm tra với mạng xem tiền đã chuyển chưa, và không gửi gì thêm cho đến khi biết rõ.',
  'claim.processing.close':
    'Bạn có thể đóng trang này. Lần chuyển vẫn tiếp tục, và liên kết này luôn cho biết tình hình.',
  'claim.differs.heading': 'Đã trả, nhưng không như thỏa thuận',
  'claim.differs.words':
    'Mạng đã xác nhận một khoản trả vào ví của bạn. {reason} Đây không phải lỗi của bạn, và bạn không thể sửa ở đây.',
  'claim.differs.next': '{merchant} cũng thấy điều này và sẽ quyết định phần còn lại. Liên kết này cho biết kết quả.',
  'claim.step.sent': 'Ví của bạn đã gửi',
  'claim.step.seen': 'Mạng đã thấy',
  'claim.step.unseen': 'Đang chờ mạng thấy',
  'claim.step.confirming': 'Đang xác nhận: {count} trên {needed}',
  'claim.step.confirmed': 'Mạng đã xác nhận',
  'claim.step.paid': 'Đã trả',
  'claim.step.done': '(xong)',
  'claim.completed.heading': 'Đã trả',
  'claim.completed.words': 'Tiền đã ở trong ví của bạn và mạng đã xác nhận.',
  'claim.alreadyPaid.heading': 'Đã trả rồi',
  'claim.alreadyPaid.contract':
    'Liên kết này đã được dùng. Mỗi liên kết chỉ trả một lần, nên ở đây không còn gì để nhận.',
  'claim.alreadyPaid.contract.on':
    'Liên kết này đã được dùng và đã trả vào {time}. Mỗi liên kết chỉ trả một lần, nên ở đây không còn gì để nhận.',
  'claim.alreadyPaid.wallet': 'Khoản này đã được gửi cho bạn. Ở đây bạn không cần làm gì nữa.',
  'claim.alreadyPaid.wallet.on': 'Khoản này đã được gửi cho bạn và đã trả vào {time}. Ở đây bạn không cần làm gì nữa.',
  'claim.cancelling.heading': 'Đang hủy',
  'claim.cancelling.words': '{merchant} đang hủy khoản này, nên không thể bắt đầu yêu cầu nhận mới.',
  'claim.cancelling.until':
    'Một yêu cầu nhận đã gửi hoặc chuẩn bị trước đó vẫn có thể thành công đến {time}. Nếu vậy, bạn được trả và trang này sẽ cho biết.',
  'claim.cancelled.heading': 'Khoản này đã bị hủy',
  'claim.cancelled.contract':
    '{merchant} đã hủy. Không có gì rời khỏi kho tiền, và liên kết này không trả được nữa. Nếu bạn chờ khoản tiền này, hãy hỏi {merchant}.',
  'claim.cancelled.wallet':
    '{merchant} đã hủy. Chưa thấy lần trả nào, và khoản này sẽ không được gửi nữa. Nếu bạn chờ khoản tiền này, hãy hỏi {merchant}.',
  'claim.expired.heading.contract': 'Liên kết này đã hết hạn',
  'claim.expired.heading.wallet': 'Khoản này đã hết hạn',
  'claim.expired.contract':
    'Liên kết dùng được đến {time}. Không có gì rời khỏi kho tiền: tiền vẫn ở {merchant}. Hãy xin họ liên kết mới.',
  'claim.expired.wallet':
    'Khoản này lẽ ra được gửi trước {time}. Chưa thấy lần trả nào: tiền vẫn ở {merchant}. Hãy xin họ khoản mới.',
  'claim.failed.heading': 'Khoản này không thành công',
  'claim.failed.differs':
    'Số tiền đến ví của bạn không như thỏa thuận, và {merchant} không tính đó là khoản này. Phần bạn đã nhận, bạn tự thu xếp với họ; liên kết này không trả thêm gì nữa.',
  'claim.failed.undone':
    'Lần chuyển đã bị đảo ngược sau khi được tính là đã trả: tiền không ở trong ví của bạn. {merchant} đã được báo và phải bắt đầu lại; từ đây bạn không gửi được gì.',
  'claim.verify.title': 'Chứng minh ví là của bạn',
  'claim.verify.asks': '{merchant} yêu cầu bạn',
  'claim.verify.open.heading': 'Chứng minh ví là của bạn',
  'claim.verify.open.words':
    'Hãy kết nối ví và dùng ví ký một đoạn văn bản ngắn. Việc này miễn phí và không chuyển tiền. {merchant} chỉ nhận được địa chỉ và chữ ký, ngoài ra không gì khác.',
  'claim.verify.open.bound': 'Phải là ví này:',
  'claim.verify.open.until': 'Liên kết này dùng được đến {time}.',
  'claim.verify.done.heading': 'Xong',
  'claim.verify.done.words': '{merchant} đã được báo rằng ví này là của bạn. Bạn có thể đóng trang này.',
  'claim.verify.expired.heading': 'Liên kết này đã hết hạn',
  'claim.verify.expired.words': 'Hãy xin {merchant} một liên kết mới.',
  'claim.verify.footer': 'Drawbridge hiển thị trang này thay cho {merchant}. Đừng chia sẻ liên kết này.',
  'claim.unknown.heading': 'Không nhận ra liên kết này',
  'claim.unknown.words': 'Không có khoản tiền nào ứng với địa chỉ này.',
  'claim.unknown.next':
    'Hãy kiểm tra xem bạn đã mở đủ liên kết, đến ký tự cuối cùng. Nếu bạn được gửi liên kết mới hơn, hãy dùng liên kết đó: liên kết mới thay liên kết cũ. Nếu không, hãy hỏi người đã gửi cho bạn.',
  'claim.reason.claim_reverted': 'Mạng đã chạy yêu cầu nhận và từ chối.',
  'claim.reason.payment_reverted': 'Mạng đã chạy khoản trả và từ chối.',
  'claim.reason.moved_something_else': 'Mã băm đó hóa ra chuyển một thứ khác.',
  'claim.reason.paid_something_else': 'Mã băm đó hóa ra trả một khoản khác.',
  'claim.reason.reorganised': 'Việc tái tổ chức chuỗi đã lấy lại khoản trả.',
  'claim.reason.not_as_agreed': 'Không như thỏa thuận.',
  'claim.reason.no_claim_reported': 'Hợp đồng không báo cáo yêu cầu nhận nào.',
  'claim.reason.recipient_not_signed_for': 'Tiền đã đến một địa chỉ mà ở đây chưa ký gì cho nó.',
  'claim.reason.other_amount': 'Tiền đã đến người nhận, nhưng không đúng số tiền.',
} satisfies Translated<'claim'>;
