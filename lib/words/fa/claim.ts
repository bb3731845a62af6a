import type { Translated } from '@/lib/words/english';

export default {
  'claim.title': 'پرداخت شما',
  'claim.about': 'دربارهٔ این پرداخت',
  'claim.testMoney': 'پول آزمایشی',
  'claim.pays.now': '{merchant} به شما پول می‌پردازد',
  'claim.pays.done': '{merchant} به شما پرداخت کرد',
  'claim.pays.never': '{merchant}',
  'claim.footer.now.contract':
    '{merchant} این مبلغ را مستقیم از خزانهٔ خود می‌پردازد. Drawbridge وضعیت را نشان می‌دهد. این لینک را به کسی ندهید.',
  'claim.footer.now.wallet':
    '{merchant} این مبلغ را می‌پردازد. Drawbridge وضعیت را نشان می‌دهد. این لینک را به کسی ندهید.',
  'claim.footer.done.contract':
    '{merchant} آن را مستقیم از خزانهٔ خود پرداخت کرد. Drawbridge آن را نشان می‌دهد. این لینک را به کسی ندهید.',
  'claim.footer.done.wallet': '{merchant} آن را پرداخت کرد. Drawbridge آن را نشان می‌دهد. این لینک را به کسی ندهید.',
  'claim.footer.never': 'Drawbridge این را برای {merchant} نشان می‌دهد.',
  'claim.fact.for': 'بابت',
  'claim.fact.amount': 'مبلغ',
  'claim.fact.fee': 'کارمزد',
  'claim.fact.feeOfMerchant': 'کارمزد، به عهدهٔ {merchant}',
  'claim.fact.net.now': 'دریافتی شما',
  'claim.fact.net.done': 'دریافت کردید',
  'claim.fact.net.never': 'پس از کارمزد',
  'claim.fact.to': 'به',
  'claim.fact.anyWallet': 'کیف پولی به انتخاب شما',
  'claim.fact.network': 'شبکه',
  'claim.fact.inVault': 'در خزانه',
  'claim.fact.inVault.funded': 'بله، برای شما آماده است',
  'claim.fact.inVault.short': 'هنوز نه',
  'claim.fact.inVault.unknown': 'اکنون نمی‌توان بررسی کرد',
  'claim.fact.until': 'اعتبار لینک تا',
  'claim.fact.details': 'جزئیات',
  'claim.fact.reference': 'شمارهٔ مرجع',
  'claim.fact.vault': 'خزانهٔ پرداخت‌کننده',
  'claim.fact.token': 'توکن {symbol}',
  'claim.fact.networkNumber': 'شمارهٔ شبکه',
  'claim.fact.transfer': 'انتقال',
  'claim.fact.paidTo': 'پرداخت‌شده به',
  'claim.fact.earlier': 'انتقال پیشین:',
  'claim.fact.reason': 'دلیل: {reason}',
  'claim.do.lookAgain': 'بررسی دوباره',
  'claim.do.askForHelp': 'درخواست کمک از {merchant}',
  'claim.do.back': 'بازگشت به {merchant}',
  'claim.do.receipt': 'باز کردن رسید',
  'claim.do.continue': 'ادامه با کیف پول',
  'claim.do.code': 'ارسال کد به {email}',
  'claim.do.codeSending': 'در حال ارسال کد…',
  'claim.do.looking': 'در جست‌وجوی کیف پول شما…',
  'claim.walletPartMissing':
    'بخش کیف پول این صفحه بارگذاری نشد. چیزی از خزانه خارج نشده است. اتصال خود را بررسی کنید و دوباره فشار دهید، یا صفحه را دوباره بارگذاری کنید.',
  'claim.noScript': 'برای اتصال کیف پول به JavaScript نیاز است که در این مرورگر خاموش است.',
  'claim.offline': 'اکنون اتصالی نیست. به محض برقراری اتصال، این صفحه خودبه‌خود به‌روز می‌شود.',
  'claim.fact.promised': 'مبلغ وعده‌شده',
  'claim.lapsed.heading': 'مبلغ را دوباره ببینید',
  'claim.lapsed.words':
    '{merchant} به شما {amount} وعده داده است. پرداخت با پول دیجیتال است و معادل آن از آن زمان تغییر کرده است. هیچ پولی جابه‌جا نشده است.',
  'claim.lapsed.go': 'ببینید اکنون چه می‌گیرید',
  'claim.quote.heading': 'آنچه اکنون می‌گیرید',
  'claim.quote.words': 'به شما {amount} وعده داده شده است. این معادل آن با نرخ اکنون است.',
  'claim.quote.before':
    'به شما {amount} وعده داده شده است. پس از آنکه ثابت کردید این صندوق پستی از آن شماست، معادل آن را با نرخ اکنون اینجا می‌بینید.',
  'claim.quote.asking': 'در حال یافتن نرخ…',
  'claim.quote.accept': 'پذیرفتن {amount}',
  'claim.quote.failed': 'اکنون نرخی در دسترس نیست. هیچ پولی جابه‌جا نشده است. یک دقیقه بعد دوباره امتحان کنید.',
  'claim.quote.unpayable':
    'اکنون پرداخت با این دارایی ممکن نیست. هیچ پولی جابه‌جا نشده است. دارایی دیگری برگزینید یا بعداً دوباره امتحان کنید.',
  'claim.quote.again': 'دوباره بپرسید',
  'claim.quote.choose': 'با چه چیزی به شما پرداخت می‌شود',
  'claim.ready.heading': 'برای شما آماده است',
  'claim.ready.mailbox':
    'پول آماده است. ابتدا نشان دهید که این صندوق ایمیل مال شماست: کدی به {email} می‌فرستیم. سپس انتخاب کنید که پول به کجا برود.',
  'claim.ready.words':
    'پول آماده است. در یک مرحله مستقیم از {merchant} به کیف پول شما می‌رود؛ شما فقط کارمزد شبکه را به {currency} می‌پردازید.',
  'claim.ready.earlierLink':
    'لینکی که این لینک جای آن را گرفته، کمی پیش استفاده شد. تا {time} هنوز ممکن است مبلغ به کیف پولی که آنجا نوشته شده پرداخت شود. تا آن زمان صبر کنید؛ وگرنه شاید کارمزد شبکه را بیهوده بپردازید.',
  'claim.ready.relayed':
    'پول آماده است. مستقیم از {merchant} به کیف پول شما می‌رود. برای آن چیزی نمی‌پردازید: کارمزد شبکه به جای شما پرداخت می‌شود.',
  'claim.do.sendToMine': 'ارسال به کیف پول من {address}',
  'claim.do.sending': 'در حال ارسال…',
  'claim.do.connect': 'اتصال کیف پول من',
  'claim.do.paste': 'چسباندن آدرس',
  'claim.do.paySelf': 'کارمزد شبکه را خودم می‌پردازم',
  'claim.do.sign': 'امضا با کیف پول من',
  'claim.do.noWallet': 'هنوز کیف پول ندارم',
  'claim.ready.sign':
    '{merchant} از شما می‌خواهد ابتدا با کیف پول خود امضا کنید که این پرداخت مال شماست. این کار هزینه‌ای ندارد و پولی جابه‌جا نمی‌کند.',
  'claim.partMissing':
    'این بخش صفحه بارگذاری نشد. چیزی از خزانه خارج نشده است. اتصال خود را بررسی کنید و دوباره فشار دهید، یا صفحه را دوباره بارگذاری کنید.',
  'claim.noWallet.heading': 'دریافت پول بدون کیف پول',
  'claim.noWallet.what': '{symbol} پول دیجیتال است و کیف پول برنامه‌ای است که آن را نگه می‌دارد.',
  'claim.noWallet.free': 'کیف پول هزینه‌ای ندارد و می‌توانید در چند دقیقه یکی بسازید.',
  'claim.noWallet.secret':
    'کیف پول فهرستی از کلمه‌های محرمانه به شما می‌دهد: آن‌ها را روی کاغذ بنویسید و به هیچ‌کس نشان ندهید، چون همان پول هستند.',
  'claim.noWallet.then': 'سپس این لینک را، که تا {time} اعتبار دارد، دوباره باز کنید و بگویید پول به کجا برود.',
  'claim.noWallet.get': 'گرفتن کیف پول برای گوشی شما',
  'claim.noWallet.ios': 'iPhone',
  'claim.noWallet.android': 'Android',
  'claim.noWallet.exchange': 'یا از صرافی استفاده کنید',
  'claim.noWallet.exchange.words':
    'اگر در یک صرافی حساب دارید، آدرس واریز {symbol} روی {network} را آنجا پیدا کنید. به پرداخت برگردید و آن آدرس را بچسبانید.',
  'claim.noWallet.later': 'یا بعداً انجام دهید',
  'claim.noWallet.later.words': 'پول تا {time} برای شما محفوظ می‌ماند. این لینک را نگه دارید و به کس دیگری ندهید.',
  'claim.noWallet.copy': 'کپی لینک',
  'claim.noWallet.share': 'اشتراک‌گذاری لینک',
  'claim.noWallet.mailMyself': 'فرستادن به ایمیل خودم',
  'claim.noWallet.remind': 'بعداً دوباره برایم بفرستید',
  'claim.noWallet.reminded': 'ظرف یک روز دوباره آن را به {email} می‌فرستیم.',
  'claim.noWallet.remindFailed': 'انجام نشد. لینکی را که با ایمیل به شما رسید نگه دارید.',
  'claim.noWallet.back': 'بازگشت به پرداخت',
  'claim.relay.queued.heading': 'در حال ارسال',
  'claim.relay.sent.heading': 'در راه است',
  'claim.relay.waiting.heading': 'در انتظار ارسال',
  'claim.relay.to': 'می‌رود به',
  'claim.relay.words': 'لازم نیست کاری بکنید یا چیزی بپردازید. شبکه معمولاً کمتر از یک دقیقه وقت می‌گیرد.',
  'claim.relay.waiting.words':
    'به محض برطرف شدن این وضع، خودبه‌خود فرستاده می‌شود. می‌توانید صبر کنید، یا کارمزد شبکه را اکنون خودتان بپردازید. فقط یک بار به شما پرداخت می‌شود.',
  'claim.relay.close':
    'می‌توانید این صفحه را ببندید. کار بدون آن ادامه می‌یابد و این لینک همیشه نشان می‌دهد کار به کجا رسیده است.',
  'claim.relay.orSelf': 'می‌توانید صبر کنید و با همین لینک برگردید، یا کارمزد شبکه را خودتان بپردازید.',
  'claim.relay.ended': 'فرستاده نشد. چیزی از خزانه خارج نشده است.',
  'claim.relay.reason.no_account': 'اینجا پرداخت‌های روی {network} به جای شما فرستاده نمی‌شود.',
  'claim.relay.reason.accounts_low':
    'به دلیلی از سمت ما، اکنون نمی‌توان آن را به جای شما فرستاد. به ما خبر داده شده است.',
  'claim.relay.reason.gas_too_dear': 'کارمزد شبکه در {network} اکنون بیش از حد معمول است، پس صبر می‌کنیم تا کم شود.',
  'claim.relay.reason.node_silent': 'اکنون به {network} دسترسی نداریم.',
  'claim.relay.reason.merchant_budget':
    'آنچه {merchant} در یک روز برای کارمزد شبکه می‌پردازد تمام شده است. فردا ادامه می‌یابد.',
  'claim.relay.reason.link_budget': 'امروز از این لینک بیش از حد برای این کار استفاده شده است.',
  'claim.relay.reason.address_budget': 'امروز آن‌قدر به این آدرس فرستاده شده که تا فردا چیز دیگری فرستاده نمی‌شود.',
  'claim.relay.reason.tried_too_often': 'شبکه چند بار آن را نپذیرفته است. پس از مدتی می‌توان دوباره تلاش کرد.',
  'claim.relay.reason.not_payable': '{merchant} اکنون نمی‌تواند این را بپردازد.',
  'claim.relay.reason.skipped': 'شبکه آن را در نظر نگرفت.',
  'claim.relay.reason.not_mined': 'شبکه آن را به‌موقع ثبت نکرد.',
  'claim.relay.reason.closed': 'این پرداخت دیگر باز نیست.',
  'claim.relay.reason.claimed_otherwise': 'از راه دیگری پرداخت شده است.',
  'claim.relay.reason.key_of_link': 'این لینک کلید مخصوص خود را دارد، پس دریافت از کیف پول انجام می‌شود.',
  'claim.relay.reason.link_replaced': '{merchant} لینکی را که درخواست با آن داده شده بود عوض کرده است.',
  'claim.relay.reason.approval_changed': '{merchant} باید دوباره آن را تأیید کند.',
  'claim.relay.reason.recipient_refused': 'این آدرس نمی‌تواند پرداخت را دریافت کند.',
  'claim.relay.reason.failed_often': 'چند بار ناموفق بود، پس دوباره امتحان نمی‌شود.',
  'claim.sent.heading': 'فرستاده شد',
  'claim.sent.ago': '{ago} فرستاده شد و شبکه هنوز آن را نشان نمی‌دهد.',
  'claim.sent.now': 'همین الان فرستاده شد و شبکه هنوز آن را نشان نمی‌دهد.',
  'claim.sent.words':
    'شبکه معمولاً آن را در چند ثانیه نشان می‌دهد و سپس این صفحه می‌گوید کار به کجا رسیده است. می‌توانید صفحه را ببندید.',
  'claim.sent.notMe': 'من این را نفرستادم',
  'claim.sent.notMe.words':
    'پس شاید شخص دیگری که این لینک را دارد آن را فرستاده است. هر چند بار هم فرستاده شود، فقط یک بار و به یک کیف پول پرداخت می‌شود.',
  'claim.sent.late': 'بیش از معمول طول می‌کشد، شاید چون کارمزد شبکهٔ آن کم است.',
  'claim.sent.costOfAgain':
    'ارسال دوباره بی‌خطر است، چون فقط یک بار به شما پرداخت می‌شود؛ اما اگر هر دو برسند، یکی از دو کارمزد شبکه از دست می‌رود.',
  'claim.approval.heading': 'در انتظار تأیید',
  'claim.approval.contract':
    '{merchant} هنوز باید این پرداخت را تأیید کند. چیزی از خزانه خارج نشده است. می‌توانید این صفحه را ببندید و با همین لینک برگردید؛ وقتی تأیید شود، صفحه خودبه‌خود تغییر می‌کند.',
  'claim.approval.wallet':
    '{merchant} هنوز باید این پرداخت را تأیید کند. انتقالی برای آن دیده نشده است. می‌توانید این صفحه را ببندید و با همین لینک برگردید؛ وقتی تأیید شود، صفحه خودبه‌خود تغییر می‌کند.',
  'claim.byHand.heading': '{merchant} به شما پول خواهد پرداخت',
  'claim.byHand.words':
    'لازم نیست کاری بکنید. {merchant} خودش این پرداخت را به آدرس زیر می‌فرستد و کارمزد شبکه را می‌پردازد. می‌توانید این صفحه را ببندید و با همین لینک برگردید؛ وقتی پول در راه باشد، صفحه خودبه‌خود تغییر می‌کند.',
  'claim.direct.words':
    'لازم نیست کاری بکنید یا چیزی بپردازید. خودبه‌خود به آدرس زیر فرستاده می‌شود و کارمزد شبکه به جای شما پرداخت می‌شود.',
  'claim.direct.next': 'لازم نیست کاری بکنید: به محض برطرف شدن این وضع، خودبه‌خود فرستاده می‌شود.',
  'claim.funds.heading': 'در انتظار موجودی',
  'claim.funds.heading.limit': 'در انتظار آزاد شدن سقف روزانه',
  'claim.funds.funds': 'موجودی خزانهٔ {merchant} اکنون برای این پرداخت کافی نیست؛ به {merchant} خبر داده شده است.',
  'claim.funds.allowance': 'خزانهٔ {merchant} اکنون اجازهٔ پرداخت این مقدار را ندارد؛ به {merchant} خبر داده شده است.',
  'claim.funds.limit':
    'مقداری که خزانهٔ {merchant} می‌تواند در 24 ساعت بپردازد فعلاً تمام شده است. این سقف ساعت به ساعت خودبه‌خود آزاد می‌شود.',
  'claim.funds.next':
    'می‌توانید این صفحه را ببندید. به محض اینکه خزانه بتواند بپردازد، صفحه خودبه‌خود دریافت را به شما پیشنهاد می‌دهد.',
  'claim.reserved': 'چیزی از خزانه خارج نشده است و پرداخت شما تا {time} برایتان محفوظ می‌ماند.',
  'claim.obstacle.byItself':
    'به محض تغییر این وضع، صفحه خودبه‌خود دریافت را به شما پیشنهاد می‌دهد؛ می‌توانید آن را ببندید.',
  'claim.obstacle.told': 'به {merchant} خبر داده شده است.',
  'claim.obstacle.token_paused.heading': '{symbol} برای همه متوقف شده است',
  'claim.obstacle.token_paused.why':
    'صادرکنندهٔ {symbol} همهٔ انتقال‌های آن را متوقف کرده است، پس اکنون هیچ‌کس نمی‌تواند آن را بفرستد یا دریافت کند.',
  'claim.obstacle.vault_blocked.heading': 'فروشنده باید موضوعی را حل کند',
  'claim.obstacle.vault_blocked.why':
    'صادرکنندهٔ {symbol} خزانهٔ {merchant} را مسدود کرده است، پس از آن نمی‌توان چیزی پرداخت. این موضوع به شما ربطی ندارد.',
  'claim.obstacle.signer_terms.heading': 'در انتظار فروشنده',
  'claim.obstacle.signer_terms.why': 'خزانهٔ {merchant} اکنون به ما اجازهٔ این پرداخت را نمی‌دهد.',
  'claim.obstacle.token_fee.heading': '{symbol} کمتر می‌رسد',
  'claim.obstacle.token_fee.why':
    'صادرکنندهٔ {symbol} اکنون بخشی از هر انتقال را برمی‌دارد، پس کمتر از مبلغ توافق‌شده به شما می‌رسد.',
  'claim.obstacle.token_fee.next': 'صبر می‌کنیم تا کل مبلغ برسد.',
  'claim.obstacle.recipient_blocked.heading': 'این کیف پول مسدود است',
  'claim.obstacle.recipient_blocked.why':
    'صادرکنندهٔ {symbol} کیف پولی را که این پرداخت برای آن است مسدود کرده است و فقط خودش می‌تواند آن را آزاد کند.',
  'claim.obstacle.recipient_blocked.next':
    'به {merchant} خبر داده شده است. از او پرداخت جدیدی به کیف پول دیگری از خودتان بخواهید.',
  'claim.obstacle.token_refuses.heading': '{symbol} این پرداخت را نمی‌پذیرد',
  'claim.obstacle.token_refuses.why':
    'از {symbol} پرسیدیم که آیا این پرداخت را انجام می‌دهد. انجام نمی‌دهد و دلیلش را نمی‌گوید.',
  'claim.obstacle.signer_declined.heading': 'ابتدا فروشنده باید اجازه دهد',
  'claim.obstacle.signer_declined.why':
    '{merchant} پرداخت‌هایش را خودش امضا می‌کند و در آخرین تلاش این یکی را امضا نکرد.',
  'claim.obstacle.signer_unreachable.heading': 'فروشنده پاسخ نداد',
  'claim.obstacle.signer_unreachable.why':
    '{merchant} پرداخت‌هایش را خودش امضا می‌کند و در آخرین تلاش سرور او پاسخ نداد.',
  'claim.obstacle.screening.heading': 'ابتدا فروشنده باید آن را بررسی کند',
  'claim.obstacle.screening.why':
    '{merchant} بررسی می‌کند به چه کسی پرداخت می‌کند و باید پیش از ادامه این پرداخت را ببیند.',
  'claim.obstacle.other.heading': 'شبکه آن را نمی‌پذیرد',
  'claim.obstacle.other.why': 'در آخرین تلاش، شبکه این پرداخت را نمی‌پذیرفت و دلیلش را نمی‌گفت.',
  'claim.obstacle.other.next': 'به {merchant} خبر داده شده است. می‌توانید دوباره تلاش کنید: تلاش کردن هزینه‌ای ندارد.',
  'claim.obstacle.our_clock.heading': 'ساعت ما درست نیست',
  'claim.obstacle.our_clock.why':
    'ساعت سرور ما با ساعت شبکه یکی نیست، پس آنچه امضا کنیم پذیرفته نمی‌شود. این خطای ماست.',
  'claim.obstacle.our_clock.next': 'به گردانندهٔ سامانهٔ ما خبر داده شده است.',
  'claim.stopped.heading': 'پرداخت‌ها فعلاً متوقف است',
  'claim.stopped.words':
    'گردانندهٔ این سامانه برای احتیاط پرداخت‌ها را فعلاً متوقف کرده است. هیچ پولی جابه‌جا نشده و پرداخت شما تا {time} برای شما نگه داشته می‌شود.',
  'claim.stopped.next':
    'لازم نیست کاری بکنید. این پیوند را نگه دارید: وقتی پرداخت‌ها از سر گرفته شود، این صفحه خودش نشان می‌دهد.',
  'claim.networkDown.heading': 'به شبکه دسترسی نداریم',
  'claim.networkDown.words':
    'اکنون از {network} خبری به ما نمی‌رسد، پس نمی‌بینیم که پول هست یا نه و تا آن زمان چیزی پیشنهاد نمی‌دهیم. مشکل از سمت ماست و پرداخت شما امن است: فقط یک بار به شما پرداخت می‌شود، حتی اگر در این میان چند انتقال فرستاده شده باشد.',
  'claim.networkDown.next': 'صفحه خودبه‌خود به تلاش ادامه می‌دهد.',
  'claim.reverted.heading': 'شبکه انتقال را نپذیرفت',
  'claim.reverted.words':
    'چیزی از خزانه خارج نشده است؛ فقط کارمزد شبکه خرج شده است. پرداخت هنوز مال شماست و می‌توانید با درخواستی جدید دوباره تلاش کنید. هرگز بیش از یک بار به شما پرداخت نمی‌شود.',
  'claim.replaced.heading': 'کیف پول شما به جای آن چیز دیگری فرستاد',
  'claim.replaced.words':
    'پیش از آنکه شبکه انتقال را ثبت کند، در کیف پول شما لغو یا جایگزین شد. چیزی از خزانه خارج نشده است و پرداخت هنوز مال شماست.',
  'claim.dropped.heading': 'انتقال در شبکه گم شد',
  'claim.dropped.words':
    'در هیچ بلوکی که خوانده‌ایم نیست، اغلب به این دلیل که کارمزد شبکه خیلی کم بوده است. دوباره بفرستید: حتی اگر اولی بعداً پیدا شود، فقط یک بار به شما پرداخت می‌شود. این کار یک کارمزد شبکهٔ دیگر هزینه دارد.',
  'claim.processing.heading': 'در راه است',
  'claim.processing.soon': 'شبکه معمولاً این را در چند ثانیه تأیید می‌کند.',
  'claim.processing.minute': 'شبکه معمولاً این را در کمتر از یک دقیقه تأیید می‌کند.',
  'claim.processing.minutes':
    'شبکه معمولاً این را در {minutes, plural, one {حدود # دقیقه} other {حدود # دقیقه}} تأیید می‌کند.',
  'claim.processing.doubtful.heading': 'در حال بررسی',
  'claim.processing.doubtful':
    'انتقال فرستاده شد، اما پاسخی به ما نرسید. در شبکه بررسی می‌کنیم که پول جابه‌جا شده یا نه و تا ندانیم چیز دیگری نمی‌فرستیم.',
  'claim.processing.close':
    'می‌توانید این صفحه را ببندید. انتقال بدون آن ادامه می‌یابد و این لینک همیشه نشان می‌دهد کار به کجا رسیده است.',
  'claim.differs.heading': 'پرداخت شد، اما نه طبق توافق',
  'claim.differs.words':
    'شبکه پرداختی به کیف پول شما را تأیید کرده است. {reason} این تقصیر شما نیست و اینجا نمی‌توانید آن را درست کنید.',
  'claim.differs.next':
    '{merchant} هم آن را می‌بیند و دربارهٔ بقیه تصمیم می‌گیرد. این لینک نشان می‌دهد که پایان کار چه می‌شود.',
  'claim.step.sent': 'کیف پول شما فرستاد',
  'claim.step.sentForYou': 'به جای شما فرستاده شد',
  'claim.step.seen': 'شبکه دید',
  'claim.step.unseen': 'در انتظار دیده شدن در شبکه',
  'claim.step.confirming': 'در حال تأیید: {count} از {needed}',
  'claim.step.confirmed': 'شبکه تأیید کرد',
  'claim.step.paid': 'پرداخت شد',
  'claim.step.done': '(انجام شد)',
  'claim.completed.heading': 'پرداخت شد',
  'claim.completed.words': 'پول در کیف پول شماست و شبکه آن را تأیید کرده است.',
  'claim.alreadyPaid.heading': 'قبلاً پرداخت شده است',
  'claim.alreadyPaid.contract':
    'این لینک استفاده شده است. هر لینک یک بار می‌پردازد، پس اینجا چیزی برای دریافت نمانده است.',
  'claim.alreadyPaid.contract.on':
    'این لینک استفاده شده و مبلغ در {time} پرداخت شده است. هر لینک یک بار می‌پردازد، پس اینجا چیزی برای دریافت نمانده است.',
  'claim.alreadyPaid.wallet': 'این پرداخت برای شما فرستاده شده است. اینجا کاری برای انجام نمانده است.',
  'claim.alreadyPaid.wallet.on':
    'این پرداخت برای شما فرستاده و در {time} پرداخت شده است. اینجا کاری برای انجام نمانده است.',
  'claim.cancelling.heading': 'در حال لغو',
  'claim.cancelling.words': '{merchant} در حال لغو این پرداخت است، پس درخواست دریافت جدیدی نمی‌تواند شروع شود.',
  'claim.cancelling.until':
    'درخواست دریافتی که قبلاً فرستاده یا آماده شده، تا {time} هنوز ممکن است انجام شود. اگر انجام شود، به شما پرداخت می‌شود و این صفحه آن را می‌گوید.',
  'claim.cancelling.onChain':
    'آنچه برای این لینک امضا شده تا آن زمان معتبر می‌ماند. تنها اگر فروشنده آن را روی شبکه هم لغو کند، زودتر پایان می‌یابد.',
  'claim.cancelled.heading': 'این پرداخت لغو شد',
  'claim.cancelled.contract':
    '{merchant} آن را لغو کرد. چیزی از خزانه خارج نشده است و این لینک دیگر نمی‌تواند بپردازد. اگر منتظر این پول بودید، از {merchant} بپرسید.',
  'claim.cancelled.wallet':
    '{merchant} آن را لغو کرد. انتقالی برای آن دیده نشده است و دیگر فرستاده نمی‌شود. اگر منتظر این پول بودید، از {merchant} بپرسید.',
  'claim.expired.heading.contract': 'اعتبار این لینک تمام شده است',
  'claim.expired.heading.wallet': 'مهلت این پرداخت تمام شده است',
  'claim.expired.contract':
    'تا {time} اعتبار داشت. چیزی از خزانه خارج نشده است: پول هنوز نزد {merchant} است. از او لینک جدیدی بخواهید.',
  'claim.expired.wallet':
    'قرار بود تا {time} فرستاده شود. انتقالی برای آن دیده نشده است: پول هنوز نزد {merchant} است. از او پرداخت جدیدی بخواهید.',
  'claim.failed.heading': 'این پرداخت ناموفق بود',
  'claim.failed.differs':
    'آنچه به کیف پول شما رسید آن نیست که توافق شده بود و {merchant} آن را این پرداخت به شمار نمی‌آورد. آنچه را گرفته‌اید باید با او حل کنید؛ از راه این لینک چیز دیگری پرداخت نمی‌شود.',
  'claim.failed.undone':
    'انتقال پس از آنکه پرداخت‌شده به شمار آمد، برگشت خورد: پول در کیف پول شما نیست. به {merchant} خبر داده شده است و او باید آن را از نو شروع کند؛ شما از اینجا نمی‌توانید چیزی بفرستید.',
  'claim.verify.title': 'نشان دهید که کیف پول مال شماست',
  'claim.verify.asks': '{merchant} از شما می‌خواهد',
  'claim.verify.open.heading': 'نشان دهید که کیف پول مال شماست',
  'claim.verify.open.words':
    'کیف پول را وصل کنید و با آن متن کوتاهی را امضا کنید. این کار هزینه‌ای ندارد و پولی جابه‌جا نمی‌کند. {merchant} آدرس و امضا را می‌گیرد و نه چیز دیگری.',
  'claim.verify.open.bound': 'باید این کیف پول باشد:',
  'claim.verify.open.until': 'این لینک تا {time} اعتبار دارد.',
  'claim.verify.done.heading': 'انجام شد',
  'claim.verify.done.words': 'به {merchant} خبر داده شد که این کیف پول مال شماست. می‌توانید این صفحه را ببندید.',
  'claim.verify.expired.heading': 'اعتبار این لینک تمام شده است',
  'claim.verify.expired.words': 'از {merchant} لینک جدیدی بخواهید.',
  'claim.verify.footer': 'Drawbridge این را برای {merchant} نشان می‌دهد. این لینک را به کسی ندهید.',
  'claim.unknown.heading': 'این لینک را نمی‌شناسیم',
  'claim.unknown.words': 'هیچ پرداختی برای این لینک نیست.',
  'claim.unknown.next':
    'بررسی کنید که کل لینک را تا آخرین حرف باز کرده‌اید. اگر لینک جدیدتری برایتان فرستاده‌اند، از آن استفاده کنید: لینک جدید جای لینک قبلی را می‌گیرد. وگرنه از کسی که آن را فرستاده بپرسید.',
  'claim.reason.claim_reverted': 'شبکه درخواست دریافت را اجرا کرد و نپذیرفت.',
  'claim.reason.payment_reverted': 'شبکه پرداخت را اجرا کرد و نپذیرفت.',
  'claim.reason.moved_something_else': 'معلوم شد که این هش چیز دیگری را جابه‌جا کرده است.',
  'claim.reason.paid_something_else': 'معلوم شد که این هش چیز دیگری را پرداخته است.',
  'claim.reason.reorganised': 'بازآرایی زنجیره این پرداخت را پس گرفت.',
  'claim.reason.not_as_agreed': 'این آن چیزی نیست که توافق شده بود.',
  'claim.reason.no_claim_reported': 'قرارداد هیچ دریافتی را گزارش نکرد.',
  'claim.reason.recipient_not_signed_for': 'پول به آدرسی رفت که اینجا برای آن چیزی امضا نشده است.',
  'claim.reason.other_amount': 'پول به گیرنده رسید، اما نه دقیقاً به همان مبلغ.',
} satisfies Translated<'claim'>;
