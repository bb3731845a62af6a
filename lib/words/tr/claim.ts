import type { Translated } from '@/lib/words/english';

export default {
  'claim.title': 'Ödemeniz',
  'claim.about': 'Bu ödeme hakkında',
  'claim.testMoney': 'Deneme parası',
  'claim.pays.now': '{merchant} size ödeme yapıyor',
  'claim.pays.done': '{merchant} size ödeme yaptı',
  'claim.pays.never': '{merchant}',
  'claim.footer.now.contract':
    'Bu ödemeyi {merchant} doğrudan kendi kasasından yapar. Drawbridge durumu gösterir. Bu bağlantıyı kimseyle paylaşmayın.',
  'claim.footer.now.wallet':
    'Bu ödemeyi {merchant} yapar. Drawbridge durumu gösterir. Bu bağlantıyı kimseyle paylaşmayın.',
  'claim.footer.done.contract':
    '{merchant} tarafından doğrudan kendi kasasından ödendi. Drawbridge gösterir. Bu bağlantıyı kimseyle paylaşmayın.',
  'claim.footer.done.wallet': '{merchant} tarafından ödendi. Drawbridge gösterir. Bu bağlantıyı kimseyle paylaşmayın.',
  'claim.footer.never': '{merchant} adına Drawbridge gösterir.',
  'claim.fact.for': 'Ne için',
  'claim.fact.amount': 'Tutar',
  'claim.fact.fee': 'Ücret',
  'claim.fact.feeOfMerchant': 'Ücret ({merchant} öder)',
  'claim.fact.net.now': 'Elinize geçecek',
  'claim.fact.net.done': 'Elinize geçen',
  'claim.fact.net.never': 'Ücretten sonra',
  'claim.fact.to': 'Alıcı',
  'claim.fact.anyWallet': 'Seçeceğiniz bir cüzdan',
  'claim.fact.network': 'Ağ',
  'claim.fact.inVault': 'Kasadaki para',
  'claim.fact.inVault.funded': 'Var, sizin için hazır',
  'claim.fact.inVault.short': 'Henüz yok',
  'claim.fact.inVault.unknown': 'Şu anda kontrol edilemiyor',
  'claim.fact.until': 'Bağlantının son geçerlilik zamanı',
  'claim.fact.details': 'Ayrıntılar',
  'claim.fact.reference': 'Referans',
  'claim.fact.vault': 'Ödeyen kasa',
  'claim.fact.token': '{symbol} tokeni',
  'claim.fact.networkNumber': 'Ağ numarası',
  'claim.fact.transfer': 'Transfer',
  'claim.fact.paidTo': 'Ödenen adres',
  'claim.fact.earlier': 'Önceki transfer:',
  'claim.fact.reason': 'Neden: {reason}',
  'claim.do.lookAgain': 'Şimdi yeniden bak',
  'claim.do.askForHelp': 'Yardım iste: {merchant}',
  'claim.do.back': 'Geri dön: {merchant}',
  'claim.do.receipt': 'Makbuzu aç',
  'claim.do.continue': 'Cüzdanla devam et',
  'claim.do.code': 'Kod gönder: {email}',
  'claim.do.codeSending': 'Kod gönderiliyor…',
  'claim.do.looking': 'Cüzdanınız aranıyor…',
  'claim.walletPartMissing':
    'Bu sayfanın cüzdan bölümü yüklenmedi. Kasadan hiçbir şey çıkmadı. Bağlantınızı kontrol edip yeniden basın veya sayfayı yenileyin.',
  'claim.noScript': 'Cüzdan bağlamak için JavaScript gerekir; bu tarayıcıda kapalı.',
  'claim.offline': 'Şu anda bağlantı yok. Bağlantı gelir gelmez bu sayfa kendini günceller.',
  'claim.fact.promised': 'Söz verilen',
  'claim.lapsed.heading': 'Tutara yeniden bakın',
  'claim.lapsed.words':
    '{merchant} size {amount} söz verdi. Ödeme dijital parayla yapılır ve karşılığı o zamandan beri değişti. Hiçbir para hareket etmedi.',
  'claim.lapsed.go': 'Şimdi ne alacağınızı görün',
  'claim.quote.heading': 'Şimdi alacağınız',
  'claim.quote.words': 'Size {amount} söz verildi. Şu anki kurla karşılığı budur.',
  'claim.quote.before':
    'Size {amount} söz verildi. Bu posta kutusunun sizin olduğunu doğruladığınızda, şu anki kurla ne kadar ettiğini burada göreceksiniz.',
  'claim.quote.asking': 'Kur aranıyor…',
  'claim.quote.accept': '{amount} tutarını kabul et',
  'claim.quote.failed': 'Şu anda bir kur yok. Hiçbir para hareket etmedi. Bir dakika sonra yeniden deneyin.',
  'claim.quote.unpayable':
    'Şu anda bu varlıkla ödeme yapılamıyor. Hiçbir para hareket etmedi. Başka birini seçin veya daha sonra yeniden deneyin.',
  'claim.quote.again': 'Yeniden sor',
  'claim.quote.choose': 'Size neyle ödeniyor',
  'claim.ready.heading': 'Sizin için hazır',
  'claim.ready.mailbox':
    'Para hazır. Önce bu posta kutusunun size ait olduğunu gösterin: {email} adresine bir kod göndeririz. Sonra paranın nereye gideceğini seçin.',
  'claim.ready.words':
    'Para hazır. Tek adımda {merchant} kasasından doğrudan cüzdanınıza gider; siz yalnızca ağ ücretini {currency} olarak ödersiniz.',
  'claim.ready.earlierLink':
    'Bu bağlantının yerini aldığı eski bağlantı az önce kullanıldı. Ödeme, {time} anına kadar orada belirtilen cüzdana yapılabilir. O zamana kadar bekleyin: yoksa boşuna ağ ücreti ödeyebilirsiniz.',
  'claim.ready.relayed':
    'Para hazır. {merchant} kasasından doğrudan cüzdanınıza gider. Bunun için hiçbir şey ödemezsiniz: ağ ücreti sizin yerinize ödenir.',
  'claim.do.sendToMine': 'Cüzdanıma gönder: {address}',
  'claim.do.sending': 'Gönderiliyor…',
  'claim.do.connect': 'Cüzdanımı bağla',
  'claim.do.paste': 'Bir adres yapıştır',
  'claim.do.paySelf': 'Ağ ücretini kendim ödeyeyim',
  'claim.do.sign': 'Cüzdanımla imzala',
  'claim.do.noWallet': 'Henüz cüzdanım yok',
  'claim.ready.sign':
    '{merchant}, önce bu ödemenin size ait olduğunu cüzdanınızla imzalamanızı istiyor. Bu ücretsizdir ve para aktarmaz.',
  'claim.partMissing':
    'Sayfanın bu bölümü yüklenmedi. Kasadan hiçbir şey çıkmadı. Bağlantınızı kontrol edip yeniden basın veya sayfayı yenileyin.',
  'claim.noWallet.heading': 'Cüzdan olmadan ödeme almak',
  'claim.noWallet.what': '{symbol} dijital paradır; cüzdan ise onu saklayan uygulamadır.',
  'claim.noWallet.free': 'Cüzdan ücretsizdir ve birkaç dakikada kurabilirsiniz.',
  'claim.noWallet.secret':
    'Size gizli kelimelerden bir liste verir: onları kâğıda yazın ve kimseye göstermeyin, çünkü para o kelimelerdir.',
  'claim.noWallet.then':
    'Sonra {time} anına kadar geçerli olan bu bağlantıyı yeniden açın ve paranın nereye gideceğini belirtin.',
  'claim.noWallet.get': 'Telefonunuz için bir cüzdan edinin',
  'claim.noWallet.ios': 'iPhone',
  'claim.noWallet.android': 'Android',
  'claim.noWallet.exchange': 'Veya bir borsa kullanın',
  'claim.noWallet.exchange.words':
    'Bir borsada hesabınız varsa orada {network} ağındaki {symbol} yatırma adresini bulun. Ödemeye dönüp o adresi yapıştırın.',
  'claim.noWallet.later': 'Veya daha sonra yapın',
  'claim.noWallet.later.words':
    'Para {time} anına kadar sizin için ayrılmış durumda. Bu bağlantıyı saklayın ve başka kimseye vermeyin.',
  'claim.noWallet.copy': 'Bağlantıyı kopyala',
  'claim.noWallet.share': 'Bağlantıyı paylaş',
  'claim.noWallet.mailMyself': 'E-postama gönder',
  'claim.noWallet.remind': 'Bana daha sonra yeniden gönder',
  'claim.noWallet.reminded': 'Bir gün içinde {email} adresine yeniden göndeririz.',
  'claim.noWallet.remindFailed': 'Olmadı. Size e-postayla gelen bağlantıyı saklayın.',
  'claim.noWallet.back': 'Ödemeye dön',
  'claim.relay.queued.heading': 'Gönderiliyor',
  'claim.relay.sent.heading': 'Yolda',
  'claim.relay.waiting.heading': 'Gönderilmeyi bekliyor',
  'claim.relay.to': 'Gideceği adres',
  'claim.relay.words':
    'Yapmanız veya ödemeniz gereken bir şey yok. Ağ bunu genellikle bir dakikadan kısa sürede tamamlar.',
  'claim.relay.waiting.words':
    'Bu durum geçer geçmez kendiliğinden gönderilir. Bekleyebilir veya ağ ücretini şimdi kendiniz ödeyebilirsiniz. Size bir kez ödeme yapılır.',
  'claim.relay.close':
    'Bu sayfayı kapatabilirsiniz. Gönderim sayfa olmadan da sürer ve bu bağlantı durumu her zaman gösterir.',
  'claim.relay.orSelf': 'Bekleyip bu bağlantıyla geri dönebilir veya ağ ücretini kendiniz ödeyebilirsiniz.',
  'claim.relay.ended': 'Gönderilmedi. Kasadan hiçbir şey çıkmadı.',
  'claim.relay.reason.no_account': 'Burada {network} ağındaki ödemeler sizin yerinize gönderilmez.',
  'claim.relay.reason.accounts_low':
    'Bizden kaynaklanan bir nedenle şu anda sizin yerinize gönderilemiyor. Bilgilendirildik.',
  'claim.relay.reason.gas_too_dear':
    '{network} ağında ağ ücreti şu anda alışılmadık ölçüde yüksek; düşmesini bekliyoruz.',
  'claim.relay.reason.node_silent': 'Şu anda {network} ağına ulaşamıyoruz.',
  'claim.relay.reason.merchant_budget':
    '{merchant} tarafından bir günde ağ ücretleri için ödenen miktar doldu. Yarın devam eder.',
  'claim.relay.reason.link_budget': 'Bu bağlantı bugün bunun için çok fazla kez kullanıldı.',
  'claim.relay.reason.address_budget':
    'Bu adrese bugün o kadar çok gönderildi ki yarına kadar başka bir şey gönderilmez.',
  'claim.relay.reason.tried_too_often': 'Ağ bunu birkaç kez reddetti. Bir süre sonra yeniden denenebilir.',
  'claim.relay.reason.not_payable': '{merchant} bunu şu anda ödeyemiyor.',
  'claim.relay.reason.skipped': 'Ağ bunu atladı.',
  'claim.relay.reason.not_mined': 'Ağ bunu zamanında almadı.',
  'claim.relay.reason.closed': 'Bu ödeme artık açık değil.',
  'claim.relay.reason.claimed_otherwise': 'Başka bir yoldan ödendi.',
  'claim.relay.reason.key_of_link': 'Bu bağlantının kendi anahtarı var; bu yüzden talep bir cüzdandan yapılır.',
  'claim.relay.reason.link_replaced': '{merchant}, gönderimin istendiği bağlantıyı değiştirdi.',
  'claim.relay.reason.approval_changed': '{merchant} bunu yeniden onaylamalı.',
  'claim.relay.reason.recipient_refused': 'Bu adres ödemeyi alamaz.',
  'claim.relay.reason.failed_often': 'Birkaç kez başarısız oldu; bu yüzden yeniden denenmez.',
  'claim.sent.heading': 'Gönderildi',
  'claim.sent.ago': 'Gönderildi ({ago}); ağ henüz göstermiyor.',
  'claim.sent.now': 'Az önce gönderildi; ağ henüz göstermiyor.',
  'claim.sent.words':
    'Ağ bunu genellikle birkaç saniye içinde gösterir; ardından bu sayfa ne aşamada olduğunu bildirir. Sayfayı kapatabilirsiniz.',
  'claim.sent.notMe': 'Bunu ben göndermedim',
  'claim.sent.notMe.words':
    'Öyleyse bu bağlantıya sahip başka biri göndermiş olabilir. Kaç kişi gönderirse göndersin, ödeme bir kez ve tek bir cüzdana yapılır.',
  'claim.sent.late': 'Her zamankinden uzun sürüyor; ağ ücreti düşük olabilir.',
  'claim.sent.costOfAgain':
    'Yeniden göndermek güvenlidir, çünkü size bir kez ödeme yapılır; ancak ikisi de ulaşırsa iki ağ ücretinden biri boşa gider.',
  'claim.approval.heading': 'Onay bekleniyor',
  'claim.approval.contract':
    '{merchant} bu ödemeyi henüz onaylamadı. Kasadan hiçbir şey çıkmadı. Bu sayfayı kapatıp aynı bağlantıyla geri dönebilirsiniz; onay geldiğinde sayfa kendiliğinden değişir.',
  'claim.approval.wallet':
    '{merchant} bu ödemeyi henüz onaylamadı. Bu ödeme için bir transfer görülmedi. Bu sayfayı kapatıp aynı bağlantıyla geri dönebilirsiniz; onay geldiğinde sayfa kendiliğinden değişir.',
  'claim.byHand.heading': '{merchant} size ödeme yapacak',
  'claim.byHand.words':
    'Yapmanız gereken bir şey yok. {merchant} bu ödemeyi aşağıdaki adrese kendisi gönderir ve ağ ücretini öder. Bu sayfayı kapatıp aynı bağlantıyla geri dönebilirsiniz; para yola çıktığında sayfa kendiliğinden değişir.',
  'claim.direct.words':
    'Yapmanız veya ödemeniz gereken bir şey yok. Aşağıdaki adrese kendiliğinden gönderilir ve ağ ücreti sizin yerinize ödenir.',
  'claim.direct.next': 'Yapmanız gereken bir şey yok: bu durum geçer geçmez kendiliğinden gönderilir.',
  'claim.funds.heading': 'Para bekleniyor',
  'claim.funds.heading.limit': 'Günlük sınır bekleniyor',
  'claim.funds.funds': '{merchant} kasasında şu anda bunun için yeterli para yok; {merchant} bilgilendirildi.',
  'claim.funds.allowance': '{merchant} kasası şu anda bu kadar ödeyemiyor; {merchant} bilgilendirildi.',
  'claim.funds.limit':
    '{merchant} kasasının 24 saatte ödeyebileceği miktar şimdilik doldu. Bu miktar saat saat kendiliğinden yenilenir.',
  'claim.funds.next':
    'Bu sayfayı kapatabilirsiniz. Kasa ödeyebilir duruma gelir gelmez sayfa ödemeyi kendiliğinden sunar.',
  'claim.reserved': 'Kasadan hiçbir şey çıkmadı ve ödemeniz {time} anına kadar sizin için ayrılmış durumda.',
  'claim.obstacle.byItself': 'Bu durum değişir değişmez sayfa ödemeyi kendiliğinden sunar; kapatabilirsiniz.',
  'claim.obstacle.told': '{merchant} bilgilendirildi.',
  'claim.obstacle.token_paused.heading': '{symbol} herkes için durduruldu',
  'claim.obstacle.token_paused.why':
    '{symbol} ihraççısı tüm transferleri durdurdu; bu yüzden şu anda kimse gönderemez veya alamaz.',
  'claim.obstacle.vault_blocked.heading': 'İşletmenin çözmesi gereken bir şey var',
  'claim.obstacle.vault_blocked.why':
    '{symbol} ihraççısı, {merchant} kasasını engelledi; bu yüzden oradan ödeme yapılamaz. Bunun sizinle bir ilgisi yok.',
  'claim.obstacle.signer_terms.heading': 'İşletme bekleniyor',
  'claim.obstacle.signer_terms.why': '{merchant} kasası şu anda bunu ödememize izin vermiyor.',
  'claim.obstacle.token_fee.heading': '{symbol} eksik ulaşır',
  'claim.obstacle.token_fee.why':
    '{symbol} ihraççısı artık her transferden bir pay alıyor; bu yüzden kararlaştırılandan az alırdınız.',
  'claim.obstacle.token_fee.next': 'Tutarın tamamı ulaşabilene kadar bekliyoruz.',
  'claim.obstacle.recipient_blocked.heading': 'Bu cüzdan engellendi',
  'claim.obstacle.recipient_blocked.why':
    '{symbol} ihraççısı, bu ödemenin gideceği cüzdanı engelledi; engeli yalnızca o kaldırabilir.',
  'claim.obstacle.recipient_blocked.next': '{merchant} bilgilendirildi. Başka bir cüzdanınıza yeni bir ödeme isteyin.',
  'claim.obstacle.token_refuses.heading': '{symbol} ödemeyi reddediyor',
  'claim.obstacle.token_refuses.why': '{symbol} bu ödemeyi yapar mı diye sorduk. Yanıt hayır; nedeni belirtilmiyor.',
  'claim.obstacle.signer_declined.heading': 'Önce işletmenin izin vermesi gerekiyor',
  'claim.obstacle.signer_declined.why': '{merchant} ödemelerini kendisi imzalar ve son denemede bunu imzalamadı.',
  'claim.obstacle.signer_unreachable.heading': 'İşletme yanıt vermedi',
  'claim.obstacle.signer_unreachable.why':
    '{merchant} ödemelerini kendisi imzalar ve son denemede sunucusu yanıt vermedi.',
  'claim.obstacle.screening.heading': 'Önce işletmenin incelemesi gerekiyor',
  'claim.obstacle.screening.why':
    '{merchant} kime ödediğini denetler ve bu ödemeyi sürdürmeden önce incelemesi gerekir.',
  'claim.obstacle.other.heading': 'Ağ bunu reddederdi',
  'claim.obstacle.other.why': 'Son denemede ağ, nedenini söylemeden ödemeyi reddederdi.',
  'claim.obstacle.other.next': '{merchant} bilgilendirildi. Yeniden deneyebilirsiniz: denemek ücretsizdir.',
  'claim.obstacle.our_clock.heading': 'Saatimiz yanlış',
  'claim.obstacle.our_clock.why':
    'Sunucumuzun saati ağın saatiyle uyuşmuyor; bu yüzden imzaladığımız şey kabul edilmez. Bu bizim hatamız.',
  'claim.obstacle.our_clock.next': 'İşleticimiz bilgilendirildi.',
  'claim.stopped.heading': 'Ödemeler şimdilik durduruldu',
  'claim.stopped.words':
    'Bu portalın işletmecisi, tedbir olarak ödemeleri şimdilik durdurdu. Hiçbir para hareket etmedi ve ödemeniz {time} tarihine kadar sizin için saklanıyor.',
  'claim.stopped.next':
    'Bir şey yapmanız gerekmiyor. Bu bağlantıyı saklayın: ödemeler devam edince bu sayfa bunu kendiliğinden gösterir.',
  'claim.networkDown.heading': 'Ağa ulaşamıyoruz',
  'claim.networkDown.words':
    'Şu anda {network} ağından haber alamıyoruz; bu yüzden paranın orada olup olmadığını göremiyor ve görene kadar bir şey sunmuyoruz. Sorun bizim tarafımızda ve ödemeniz güvende: bu arada birden çok transfer gönderilmiş olsa bile size bir kez ödeme yapılır.',
  'claim.networkDown.next': 'Sayfa kendiliğinden denemeyi sürdürür.',
  'claim.reverted.heading': 'Ağ transferi reddetti',
  'claim.reverted.words':
    'Kasadan hiçbir şey çıkmadı; yalnızca ağ ücreti harcandı. Ödeme hâlâ sizin ve yeniden deneyebilirsiniz. Size yalnızca bir kez ödeme yapılabilir.',
  'claim.replaced.heading': 'Cüzdanınız bunun yerine başka bir şey gönderdi',
  'claim.replaced.words':
    'Transfer, ağ almadan önce cüzdanınızda iptal edildi veya değiştirildi. Kasadan hiçbir şey çıkmadı ve ödeme hâlâ sizin.',
  'claim.dropped.heading': 'Ağ transferi kaybetti',
  'claim.dropped.words':
    'Okuduğumuz hiçbir blokta yok; çoğunlukla ağ ücreti çok düşük ayarlandığı için olur. Yeniden gönderin: ilki sonradan ortaya çıksa bile size yalnızca bir kez ödeme yapılabilir. Bu ikinci bir ağ ücretine mal olur.',
  'claim.processing.heading': 'Yolda',
  'claim.processing.soon': 'Ağ bunu genellikle birkaç saniyede onaylar.',
  'claim.processing.minute': 'Ağ bunu genellikle bir dakikadan kısa sürede onaylar.',
  'claim.processing.minutes':
    'Ağ bunu genellikle {minutes, plural, one {yaklaşık # dakikada} other {yaklaşık # dakikada}} onaylar.',
  'claim.processing.doubtful.heading': 'Kontrol ediliyor',
  'claim.processing.doubtful':
    'Transfer gönderildi ama yanıt alamadık. Paranın hareket edip etmediğini ağdan kontrol ediyoruz ve öğrenene kadar başka bir şey göndermiyoruz.',
  'claim.processing.close':
    'Bu sayfayı kapatabilirsiniz. Transfer sayfa olmadan da sürer ve bu bağlantı durumu her zaman gösterir.',
  'claim.differs.heading': 'Ödendi, ama kararlaştırıldığı gibi değil',
  'claim.differs.words':
    'Ağ, cüzdanınıza yapılan bir ödemeyi onayladı. {reason} Bu sizin hatanız değil ve burada düzeltebileceğiniz bir şey yok.',
  'claim.differs.next':
    'Bunu işletme ({merchant}) de görüyor ve kalanının ne olacağına karar veriyor. Bu bağlantı sonucu gösterir.',
  'claim.step.sent': 'Cüzdanınız gönderdi',
  'claim.step.sentForYou': 'Sizin yerinize gönderildi',
  'claim.step.seen': 'Ağ gördü',
  'claim.step.unseen': 'Ağın görmesi bekleniyor',
  'claim.step.confirming': 'Onaylanıyor: {count} / {needed}',
  'claim.step.confirmed': 'Ağ onayladı',
  'claim.step.paid': 'Ödendi',
  'claim.step.done': '(tamam)',
  'claim.completed.heading': 'Ödendi',
  'claim.completed.words': 'Para cüzdanınızda ve ağ bunu onayladı.',
  'claim.alreadyPaid.heading': 'Zaten ödendi',
  'claim.alreadyPaid.contract': 'Bu bağlantı kullanıldı. Bir bağlantı bir kez öder; burada alınacak bir şey kalmadı.',
  'claim.alreadyPaid.contract.on':
    'Bu bağlantı kullanıldı ve ödeme {time} tarihinde yapıldı. Bir bağlantı bir kez öder; burada alınacak bir şey kalmadı.',
  'claim.alreadyPaid.wallet': 'Bu ödeme size gönderildi. Burada yapılacak bir şey kalmadı.',
  'claim.alreadyPaid.wallet.on':
    'Bu ödeme size gönderildi ve {time} tarihinde ödendi. Burada yapılacak bir şey kalmadı.',
  'claim.cancelling.heading': 'İptal ediliyor',
  'claim.cancelling.words': '{merchant} bu ödemeyi iptal ediyor; bu yüzden yeni bir talep başlatılamaz.',
  'claim.cancelling.until':
    'Daha önce gönderilen veya hazırlanan bir talep {time} anına kadar gerçekleşebilir. Gerçekleşirse size ödeme yapılır ve bu sayfa bunu bildirir.',
  'claim.cancelling.onChain':
    'Bu bağlantı için imzalanan şey o zamana kadar geçerli kalır. Ancak işletme onu ağda da iptal ederse daha erken sona erer.',
  'claim.cancelled.heading': 'Bu ödeme iptal edildi',
  'claim.cancelled.contract':
    '{merchant} ödemeyi iptal etti. Kasadan hiçbir şey çıkmadı ve bu bağlantı artık ödeme yapamaz. Bu parayı bekliyorduysanız işletmeye ({merchant}) sorun.',
  'claim.cancelled.wallet':
    '{merchant} ödemeyi iptal etti. Bu ödeme için bir transfer görülmedi ve artık gönderilmeyecek. Bu parayı bekliyorduysanız işletmeye ({merchant}) sorun.',
  'claim.expired.heading.contract': 'Bu bağlantının süresi doldu',
  'claim.expired.heading.wallet': 'Bu ödemenin süresi doldu',
  'claim.expired.contract':
    '{time} anına kadar geçerliydi. Kasadan hiçbir şey çıkmadı: para hâlâ işletmede ({merchant}). Yeni bir bağlantı isteyin.',
  'claim.expired.wallet':
    '{time} anına kadar gönderilecekti. Bu ödeme için bir transfer görülmedi: para hâlâ işletmede ({merchant}). Yenisini isteyin.',
  'claim.failed.heading': 'Bu ödeme başarısız oldu',
  'claim.failed.differs':
    'Cüzdanınıza ulaşan, kararlaştırılan değil ve {merchant} bunu bu ödeme saymıyor. Elinize geçen, işletmeyle aranızda çözülür; bu bağlantıdan başka ödeme yapılmaz.',
  'claim.failed.undone':
    'Transfer, ödenmiş sayıldıktan sonra geri alındı: para cüzdanınızda değil. {merchant} bilgilendirildi ve yeniden başlatması gerekiyor; buradan gönderebileceğiniz bir şey yok.',
  'claim.verify.title': 'Bir cüzdanın size ait olduğunu gösterin',
  'claim.verify.asks': '{merchant} sizden istiyor',
  'claim.verify.open.heading': 'Bir cüzdanın size ait olduğunu gösterin',
  'claim.verify.open.words':
    'Cüzdanı bağlayın ve onunla kısa bir metin imzalayın. Bu ücretsizdir ve para aktarmaz. {merchant} yalnızca adresi ve imzayı alır, başka bir şey almaz.',
  'claim.verify.open.bound': 'Bu cüzdan olmalı:',
  'claim.verify.open.until': 'Bu bağlantı {time} anına kadar geçerli.',
  'claim.verify.done.heading': 'Tamam',
  'claim.verify.done.words':
    'Bu cüzdanın size ait olduğu işletmeye ({merchant}) bildirildi. Bu sayfayı kapatabilirsiniz.',
  'claim.verify.expired.heading': 'Bu bağlantının süresi doldu',
  'claim.verify.expired.words': 'İşletmeden ({merchant}) yeni bir bağlantı isteyin.',
  'claim.verify.footer': '{merchant} adına Drawbridge gösterir. Bu bağlantıyı kimseyle paylaşmayın.',
  'claim.unknown.heading': 'Bu bağlantı bilinmiyor',
  'claim.unknown.words': 'Bu adrese ait bir ödeme yok.',
  'claim.unknown.next':
    'Bağlantının tamamını, son harfine kadar açtığınızdan emin olun. Size daha yeni bir bağlantı gönderildiyse onu kullanın: yeni bağlantı eskisinin yerini alır. Yoksa bağlantıyı size gönderene sorun.',
  'claim.reason.claim_reverted': 'Ağ talebi çalıştırdı ve reddetti.',
  'claim.reason.payment_reverted': 'Ağ ödemeyi çalıştırdı ve reddetti.',
  'claim.reason.moved_something_else': 'Bu hash başka bir şeyi taşımış.',
  'claim.reason.paid_something_else': 'Bu hash başka bir şeyi ödemiş.',
  'claim.reason.reorganised': 'Zincirin yeniden düzenlenmesi ödemeyi geri aldı.',
  'claim.reason.not_as_agreed': 'Kararlaştırılan bu değil.',
  'claim.reason.no_claim_reported': 'Sözleşme bir talep bildirmedi.',
  'claim.reason.recipient_not_signed_for': 'Para, burada kendisi için hiçbir şey imzalanmamış bir adrese gitti.',
  'claim.reason.other_amount': 'Alıcıya para ulaştı, ama tutar tam olarak aynı değil.',
} satisfies Translated<'claim'>;
