import type { Translated } from '@/lib/words/english';

export default {
  'claim.title': 'Pembayaran Anda',
  'claim.about': 'Tentang pembayaran ini',
  'claim.testMoney': 'Uang uji coba',
  'claim.pays.now': '{merchant} membayar Anda',
  'claim.pays.done': '{merchant} telah membayar Anda',
  'claim.pays.never': '{merchant}',
  'claim.footer.now.contract':
    '{merchant} membayar ini langsung dari brankasnya sendiri. Drawbridge menunjukkan perkembangannya. Jangan bagikan tautan ini.',
  'claim.footer.now.wallet':
    '{merchant} membayar ini. Drawbridge menunjukkan perkembangannya. Jangan bagikan tautan ini.',
  'claim.footer.done.contract':
    'Dibayar oleh {merchant} langsung dari brankasnya sendiri. Ditampilkan oleh Drawbridge. Jangan bagikan tautan ini.',
  'claim.footer.done.wallet': 'Dibayar oleh {merchant}. Ditampilkan oleh Drawbridge. Jangan bagikan tautan ini.',
  'claim.footer.never': 'Ditampilkan oleh Drawbridge untuk {merchant}.',
  'claim.fact.for': 'Untuk',
  'claim.fact.amount': 'Jumlah',
  'claim.fact.fee': 'Biaya',
  'claim.fact.feeOfMerchant': 'Biaya, dibayar oleh {merchant}',
  'claim.fact.net.now': 'Anda menerima',
  'claim.fact.net.done': 'Anda telah menerima',
  'claim.fact.net.never': 'Setelah biaya',
  'claim.fact.to': 'Kepada',
  'claim.fact.anyWallet': 'Dompet pilihan Anda',
  'claim.fact.network': 'Jaringan',
  'claim.fact.inVault': 'Di brankas',
  'claim.fact.inVault.funded': 'Ya, siap untuk Anda',
  'claim.fact.inVault.short': 'Belum ada',
  'claim.fact.inVault.unknown': 'Saat ini tidak dapat diperiksa',
  'claim.fact.until': 'Tautan berlaku hingga',
  'claim.fact.details': 'Rincian',
  'claim.fact.reference': 'Referensi',
  'claim.fact.vault': 'Brankas yang membayar',
  'claim.fact.token': 'Token {symbol}',
  'claim.fact.networkNumber': 'Nomor jaringan',
  'claim.fact.transfer': 'Transfer',
  'claim.fact.paidTo': 'Dibayarkan ke',
  'claim.fact.earlier': 'Transfer sebelumnya:',
  'claim.fact.reason': 'Alasan: {reason}',
  'claim.do.lookAgain': 'Periksa lagi sekarang',
  'claim.do.askForHelp': 'Minta bantuan {merchant}',
  'claim.do.back': 'Kembali ke {merchant}',
  'claim.do.receipt': 'Buka tanda terima',
  'claim.do.continue': 'Lanjutkan dengan dompet',
  'claim.do.code': 'Kirim kode ke {email}',
  'claim.do.codeSending': 'Mengirim kode…',
  'claim.do.looking': 'Mencari dompet Anda…',
  'claim.walletPartMissing':
    'Bagian dompet dari halaman ini tidak termuat. Tidak ada yang keluar dari brankas. Periksa koneksi Anda lalu tekan lagi, atau muat ulang halaman.',
  'claim.noScript': 'Menghubungkan dompet memerlukan JavaScript, yang dimatikan di peramban ini.',
  'claim.offline': 'Saat ini tidak ada koneksi. Halaman ini diperbarui sendiri begitu koneksi kembali.',
  'claim.fact.promised': 'Dijanjikan',
  'claim.lapsed.heading': 'Lihat jumlahnya lagi',
  'claim.lapsed.words':
    '{merchant} menjanjikan {amount} kepada Anda. Pembayarannya berupa uang digital, dan nilainya telah berubah sejak itu. Belum ada uang yang berpindah.',
  'claim.lapsed.go': 'Lihat yang Anda terima sekarang',
  'claim.quote.heading': 'Yang Anda terima sekarang',
  'claim.quote.words': 'Anda dijanjikan {amount}. Inilah nilainya dengan kurs saat ini.',
  'claim.quote.before':
    'Anda dijanjikan {amount}. Setelah Anda membuktikan bahwa kotak surat ini milik Anda, di sini terlihat nilainya dengan kurs saat ini.',
  'claim.quote.asking': 'Mencari kurs…',
  'claim.quote.accept': 'Terima {amount}',
  'claim.quote.failed': 'Saat ini tidak ada kurs. Belum ada uang yang berpindah. Coba lagi dalam satu menit.',
  'claim.quote.unpayable':
    'Saat ini tidak dapat dibayar dalam aset ini. Belum ada uang yang berpindah. Pilih yang lain, atau coba lagi nanti.',
  'claim.quote.again': 'Tanya lagi',
  'claim.quote.choose': 'Anda dibayar dalam',
  'claim.ready.heading': 'Siap untuk Anda',
  'claim.ready.mailbox':
    'Uangnya sudah ada. Tunjukkan dulu bahwa kotak email ini milik Anda: kami mengirim kode ke {email}. Lalu pilih ke mana uangnya dikirim.',
  'claim.ready.words':
    'Uangnya sudah ada. Uang dikirim langsung dari {merchant} ke dompet Anda dalam satu langkah; Anda hanya membayar biaya jaringan, dalam {currency}.',
  'claim.ready.earlierLink':
    'Tautan lama yang digantikan tautan ini baru saja dipakai. Hingga {time} pembayaran masih bisa masuk ke dompet yang disebut di sana. Tunggu sampai saat itu: jika tidak, Anda mungkin membayar biaya jaringan dengan sia-sia.',
  'claim.ready.relayed':
    'Uangnya sudah ada. Uang dikirim langsung dari {merchant} ke dompet Anda. Anda tidak membayar apa pun untuk itu: biaya jaringan dibayarkan untuk Anda.',
  'claim.do.sendToMine': 'Kirim ke dompet saya {address}',
  'claim.do.sending': 'Sedang dikirim…',
  'claim.do.connect': 'Hubungkan dompet saya',
  'claim.do.paste': 'Tempel alamat',
  'claim.do.paySelf': 'Bayar sendiri biaya jaringan',
  'claim.do.sign': 'Tandatangani dengan dompet saya',
  'claim.do.noWallet': 'Saya belum punya dompet',
  'claim.ready.sign':
    '{merchant} meminta Anda menandatangani dulu dengan dompet bahwa pembayaran ini milik Anda. Ini gratis dan tidak memindahkan uang.',
  'claim.partMissing':
    'Bagian halaman ini tidak termuat. Tidak ada yang keluar dari brankas. Periksa koneksi Anda lalu tekan lagi, atau muat ulang halaman.',
  'claim.noWallet.heading': 'Menerima uang tanpa dompet',
  'claim.noWallet.what': '{symbol} adalah uang digital, dan dompet adalah aplikasi yang menyimpannya.',
  'claim.noWallet.free': 'Dompet itu gratis, dan bisa Anda buat dalam beberapa menit.',
  'claim.noWallet.secret':
    'Dompet memberi Anda daftar kata rahasia: tulis di kertas dan jangan tunjukkan kepada siapa pun, karena kata-kata itulah uangnya.',
  'claim.noWallet.then': 'Lalu buka lagi tautan ini, yang berlaku hingga {time}, dan tentukan ke mana uangnya dikirim.',
  'claim.noWallet.get': 'Dapatkan dompet untuk ponsel Anda',
  'claim.noWallet.ios': 'iPhone',
  'claim.noWallet.android': 'Android',
  'claim.noWallet.exchange': 'Atau pakai bursa',
  'claim.noWallet.exchange.words':
    'Jika Anda punya akun di sebuah bursa, cari di sana alamat setoran {symbol} di {network}. Kembali ke pembayaran dan tempel alamat itu.',
  'claim.noWallet.later': 'Atau lakukan nanti',
  'claim.noWallet.later.words':
    'Uangnya tetap disimpan untuk Anda hingga {time}. Simpan tautan ini, dan jangan berikan kepada orang lain.',
  'claim.noWallet.copy': 'Salin tautan',
  'claim.noWallet.share': 'Bagikan tautan',
  'claim.noWallet.mailMyself': 'Kirim ke email saya',
  'claim.noWallet.remind': 'Kirim lagi kepada saya nanti',
  'claim.noWallet.reminded': 'Kami akan mengirimnya lagi ke {email} dalam waktu satu hari.',
  'claim.noWallet.remindFailed': 'Tidak berhasil. Simpan tautan yang Anda terima lewat email.',
  'claim.noWallet.back': 'Kembali ke pembayaran',
  'claim.relay.queued.heading': 'Sedang dikirim',
  'claim.relay.sent.heading': 'Dalam perjalanan',
  'claim.relay.waiting.heading': 'Menunggu dikirim',
  'claim.relay.to': 'Dikirim ke',
  'claim.relay.words':
    'Anda tidak perlu melakukan atau membayar apa pun. Jaringan biasanya memerlukan kurang dari satu menit.',
  'claim.relay.waiting.words':
    'Ini dikirim secara otomatis begitu keadaan itu berlalu. Anda bisa menunggu, atau membayar sendiri biaya jaringan sekarang. Anda dibayar satu kali.',
  'claim.relay.close':
    'Anda boleh menutup halaman ini. Prosesnya tetap berjalan, dan tautan ini selalu menunjukkan statusnya.',
  'claim.relay.orSelf': 'Anda bisa menunggu dan kembali dengan tautan ini, atau membayar sendiri biaya jaringan.',
  'claim.relay.ended': 'Ini tidak dikirim. Tidak ada yang keluar dari brankas.',
  'claim.relay.reason.no_account': 'Di sini kami tidak mengirimkan pembayaran di {network} untuk Anda.',
  'claim.relay.reason.accounts_low':
    'Saat ini kami tidak bisa mengirimkannya untuk Anda, karena sesuatu di pihak kami. Kami sudah diberi tahu.',
  'claim.relay.reason.gas_too_dear':
    'Biaya jaringan di {network} saat ini lebih tinggi dari biasanya, jadi kami menunggu sampai turun.',
  'claim.relay.reason.node_silent': 'Saat ini kami tidak bisa menjangkau {network}.',
  'claim.relay.reason.merchant_budget':
    'Jatah biaya jaringan yang dibayar {merchant} dalam sehari sudah habis. Dilanjutkan besok.',
  'claim.relay.reason.link_budget': 'Hari ini tautan ini sudah terlalu sering dipakai untuk ini.',
  'claim.relay.reason.address_budget':
    'Hari ini sudah begitu banyak dikirim ke alamat ini sehingga tidak ada lagi yang dikirim sampai besok.',
  'claim.relay.reason.tried_too_often': 'Jaringan sudah menolaknya beberapa kali. Bisa dicoba lagi beberapa saat lagi.',
  'claim.relay.reason.not_payable': '{merchant} saat ini tidak bisa membayar ini.',
  'claim.relay.reason.skipped': 'Jaringan melewatkannya.',
  'claim.relay.reason.not_mined': 'Jaringan tidak menerimanya tepat waktu.',
  'claim.relay.reason.closed': 'Pembayaran ini tidak terbuka lagi.',
  'claim.relay.reason.claimed_otherwise': 'Ini sudah dibayar dengan cara lain.',
  'claim.relay.reason.key_of_link': 'Tautan ini punya kunci sendiri, jadi klaimnya dilakukan dari dompet.',
  'claim.relay.reason.link_replaced': '{merchant} mengganti tautan yang dipakai untuk memintanya.',
  'claim.relay.reason.approval_changed': '{merchant} harus menyetujuinya lagi.',
  'claim.relay.reason.recipient_refused': 'Alamat ini tidak bisa menerima pembayaran ini.',
  'claim.relay.reason.failed_often': 'Ini gagal beberapa kali, sehingga tidak dicoba lagi.',
  'claim.sent.heading': 'Terkirim',
  'claim.sent.ago': 'Dikirim {ago}, dan jaringan belum menampilkannya.',
  'claim.sent.now': 'Baru saja dikirim, dan jaringan belum menampilkannya.',
  'claim.sent.words':
    'Jaringan biasanya menampilkannya dalam hitungan detik, lalu halaman ini menunjukkan sejauh mana prosesnya. Anda boleh menutup halaman ini.',
  'claim.sent.notMe': 'Bukan saya yang mengirim ini',
  'claim.sent.notMe.words':
    'Kalau begitu, mungkin orang lain yang memegang tautan ini telah mengirimnya. Berapa kali pun dikirim, pembayaran hanya dilakukan sekali dan ke satu dompet.',
  'claim.sent.late': 'Ini lebih lama dari biasanya, mungkin karena biaya jaringannya rendah.',
  'claim.sent.costOfAgain':
    'Mengirim lagi itu aman, karena Anda dibayar satu kali; tetapi jika keduanya sampai, salah satu dari dua biaya jaringan hilang.',
  'claim.approval.heading': 'Menunggu persetujuan',
  'claim.approval.contract':
    '{merchant} masih harus menyetujui pembayaran ini. Tidak ada yang keluar dari brankas. Anda boleh menutup halaman ini dan kembali dengan tautan yang sama; halaman berubah sendiri setelah disetujui.',
  'claim.approval.wallet':
    '{merchant} masih harus menyetujui pembayaran ini. Belum terlihat pembayaran apa pun. Anda boleh menutup halaman ini dan kembali dengan tautan yang sama; halaman berubah sendiri setelah disetujui.',
  'claim.byHand.heading': '{merchant} akan membayar Anda',
  'claim.byHand.words':
    'Anda tidak perlu melakukan apa pun. {merchant} mengirim pembayaran ini sendiri ke alamat di bawah dan membayar biaya jaringan. Anda boleh menutup halaman ini dan kembali dengan tautan yang sama; halaman berubah sendiri saat uang dalam perjalanan.',
  'claim.direct.words':
    'Anda tidak perlu melakukan atau membayar apa pun. Ini dikirim secara otomatis ke alamat di bawah, dan biaya jaringan dibayarkan untuk Anda.',
  'claim.direct.next': 'Anda tidak perlu melakukan apa pun: ini dikirim secara otomatis begitu keadaan itu berlalu.',
  'claim.funds.heading': 'Menunggu dana',
  'claim.funds.heading.limit': 'Menunggu batas harian',
  'claim.funds.funds': 'Dana di brankas {merchant} saat ini kurang untuk pembayaran ini; {merchant} sudah diberi tahu.',
  'claim.funds.allowance':
    'Brankas {merchant} saat ini tidak boleh membayar sebanyak ini; {merchant} sudah diberi tahu.',
  'claim.funds.limit':
    'Jatah yang boleh dibayar brankas {merchant} dalam 24 jam sudah habis untuk saat ini. Jatah itu terisi lagi sendiri, jam demi jam.',
  'claim.funds.next': 'Anda boleh menutup halaman ini. Pembayaran ditawarkan otomatis begitu brankas bisa membayarnya.',
  'claim.reserved': 'Tidak ada yang keluar dari brankas, dan pembayaran Anda tetap disimpan untuk Anda hingga {time}.',
  'claim.obstacle.byItself':
    'Halaman ini menawarkan pembayaran secara otomatis begitu keadaan itu berubah; Anda boleh menutupnya.',
  'claim.obstacle.told': '{merchant} sudah diberi tahu.',
  'claim.obstacle.token_paused.heading': '{symbol} dihentikan untuk semua orang',
  'claim.obstacle.token_paused.why':
    'Penerbit {symbol} menghentikan semua transfernya, sehingga saat ini tidak ada yang bisa mengirim atau menerimanya.',
  'claim.obstacle.vault_blocked.heading': 'Merchant harus menyelesaikan sesuatu',
  'claim.obstacle.vault_blocked.why':
    'Penerbit {symbol} memblokir brankas {merchant}, sehingga tidak ada yang bisa dibayar dari sana. Ini tidak ada hubungannya dengan Anda.',
  'claim.obstacle.signer_terms.heading': 'Menunggu merchant',
  'claim.obstacle.signer_terms.why': 'Brankas {merchant} saat ini tidak mengizinkan kami membayar ini.',
  'claim.obstacle.token_fee.heading': '{symbol} akan sampai kurang dari semestinya',
  'claim.obstacle.token_fee.why':
    'Penerbit {symbol} kini memotong sebagian dari setiap transfer, sehingga Anda akan menerima kurang dari yang disepakati.',
  'claim.obstacle.token_fee.next': 'Kami menunggu sampai jumlah penuh bisa sampai.',
  'claim.obstacle.recipient_blocked.heading': 'Dompet ini diblokir',
  'claim.obstacle.recipient_blocked.why':
    'Penerbit {symbol} memblokir dompet tujuan pembayaran ini, dan hanya penerbit yang bisa membukanya.',
  'claim.obstacle.recipient_blocked.next':
    '{merchant} sudah diberi tahu. Mintalah pembayaran baru ke dompet Anda yang lain.',
  'claim.obstacle.token_refuses.heading': '{symbol} menolak pembayaran ini',
  'claim.obstacle.token_refuses.why':
    'Kami menanyakan apakah {symbol} akan melakukan pembayaran ini. Jawabannya tidak, tanpa menyebut alasan.',
  'claim.obstacle.signer_declined.heading': 'Merchant harus mengizinkannya dulu',
  'claim.obstacle.signer_declined.why':
    '{merchant} menandatangani sendiri pembayarannya, dan pada percobaan terakhir tidak menandatangani yang ini.',
  'claim.obstacle.signer_unreachable.heading': 'Merchant tidak menjawab',
  'claim.obstacle.signer_unreachable.why':
    '{merchant} menandatangani sendiri pembayarannya, dan pada percobaan terakhir servernya tidak menjawab.',
  'claim.obstacle.screening.heading': 'Merchant harus memeriksanya dulu',
  'claim.obstacle.screening.why':
    '{merchant} memeriksa siapa yang dibayarnya, dan harus melihat pembayaran ini sebelum dilanjutkan.',
  'claim.obstacle.other.heading': 'Jaringan akan menolaknya',
  'claim.obstacle.other.why': 'Pada percobaan terakhir jaringan akan menolak pembayaran ini, tanpa menyebut alasan.',
  'claim.obstacle.other.next': '{merchant} sudah diberi tahu. Anda boleh mencoba lagi: mencoba tidak dipungut biaya.',
  'claim.obstacle.our_clock.heading': 'Jam kami salah',
  'claim.obstacle.our_clock.why':
    'Jam server kami tidak cocok dengan jam jaringan, sehingga yang kami tandatangani tidak akan diterima. Ini kesalahan kami.',
  'claim.obstacle.our_clock.next': 'Operator kami sudah diberi tahu.',
  'claim.stopped.heading': 'Pembayaran dijeda untuk sementara',
  'claim.stopped.words':
    'Operator portal ini menjeda pembayaran untuk sementara, sebagai tindakan pengamanan. Tidak ada uang yang berpindah, dan pembayaran Anda disimpan untuk Anda sampai {time}.',
  'claim.stopped.next':
    'Anda tidak perlu melakukan apa pun. Simpan tautan ini: begitu pembayaran berjalan lagi, halaman ini menunjukkannya dengan sendirinya.',
  'claim.networkDown.heading': 'Kami tidak bisa menjangkau jaringan',
  'claim.networkDown.words':
    'Saat ini kami tidak menerima kabar dari {network}, sehingga kami tidak bisa melihat apakah uangnya ada dan tidak menawarkan apa pun sampai bisa. Masalahnya di pihak kami, dan pembayaran Anda aman: Anda dibayar satu kali, meskipun sementara itu beberapa transfer terkirim.',
  'claim.networkDown.next': 'Halaman ini terus mencoba sendiri.',
  'claim.reverted.heading': 'Jaringan menolak transfer itu',
  'claim.reverted.words':
    'Tidak ada yang keluar dari brankas; hanya biaya jaringan yang terpakai. Pembayaran ini tetap milik Anda dan Anda bisa mencoba lagi. Anda hanya bisa dibayar satu kali.',
  'claim.replaced.heading': 'Dompet Anda mengirim hal lain sebagai gantinya',
  'claim.replaced.words':
    'Transfer itu dibatalkan atau diganti di dompet Anda sebelum jaringan menerimanya. Tidak ada yang keluar dari brankas dan pembayaran ini tetap milik Anda.',
  'claim.dropped.heading': 'Jaringan kehilangan transfer itu',
  'claim.dropped.words':
    'Transfer itu tidak ada di blok mana pun yang kami baca, sering kali karena biaya jaringan terlalu rendah. Kirim lagi: meskipun yang pertama muncul kemudian, Anda hanya bisa dibayar satu kali. Ini memerlukan biaya jaringan kedua.',
  'claim.processing.heading': 'Dalam perjalanan',
  'claim.processing.soon': 'Jaringan biasanya mengonfirmasi ini dalam beberapa detik.',
  'claim.processing.minute': 'Jaringan biasanya mengonfirmasi ini dalam waktu kurang dari satu menit.',
  'claim.processing.minutes': 'Jaringan biasanya mengonfirmasi ini dalam {minutes, plural, other {sekitar # menit}}.',
  'claim.processing.doubtful.heading': 'Memastikan',
  'claim.processing.doubtful':
    'Transfer sudah dikirim, tetapi kami tidak mendapat jawaban. Kami memeriksa di jaringan apakah uangnya berpindah, dan tidak mengirim apa pun lagi sampai kami tahu.',
  'claim.processing.close':
    'Anda boleh menutup halaman ini. Transfer tetap berjalan, dan tautan ini selalu menunjukkan statusnya.',
  'claim.differs.heading': 'Dibayar, tetapi tidak sesuai kesepakatan',
  'claim.differs.words':
    'Jaringan telah mengonfirmasi pembayaran ke dompet Anda. {reason} Ini bukan kesalahan Anda, dan tidak bisa Anda perbaiki di sini.',
  'claim.differs.next':
    '{merchant} juga melihatnya, dan memutuskan bagaimana dengan sisanya. Tautan ini menunjukkan hasil akhirnya.',
  'claim.step.sent': 'Dikirim oleh dompet Anda',
  'claim.step.sentForYou': 'Dikirim untuk Anda',
  'claim.step.seen': 'Terlihat oleh jaringan',
  'claim.step.unseen': 'Menunggu jaringan melihatnya',
  'claim.step.confirming': 'Mengonfirmasi: {count} dari {needed}',
  'claim.step.confirmed': 'Dikonfirmasi oleh jaringan',
  'claim.step.paid': 'Dibayar',
  'claim.step.done': '(selesai)',
  'claim.completed.heading': 'Dibayar',
  'claim.completed.words': 'Uangnya ada di dompet Anda, dan jaringan telah mengonfirmasinya.',
  'claim.alreadyPaid.heading': 'Sudah dibayar',
  'claim.alreadyPaid.contract':
    'Tautan ini sudah dipakai. Satu tautan membayar satu kali, jadi tidak ada lagi yang bisa diklaim di sini.',
  'claim.alreadyPaid.contract.on':
    'Tautan ini sudah dipakai dan dibayar pada {time}. Satu tautan membayar satu kali, jadi tidak ada lagi yang bisa diklaim di sini.',
  'claim.alreadyPaid.wallet': 'Pembayaran ini sudah dikirim kepada Anda. Tidak ada lagi yang perlu dilakukan di sini.',
  'claim.alreadyPaid.wallet.on':
    'Pembayaran ini sudah dikirim kepada Anda dan dibayar pada {time}. Tidak ada lagi yang perlu dilakukan di sini.',
  'claim.cancelling.heading': 'Sedang dibatalkan',
  'claim.cancelling.words': '{merchant} sedang membatalkan pembayaran ini, sehingga klaim baru tidak bisa dimulai.',
  'claim.cancelling.until':
    'Klaim yang dikirim atau disiapkan sebelumnya masih bisa berhasil hingga {time}. Jika berhasil, Anda dibayar dan halaman ini memberitahukannya.',
  'claim.cancelling.onChain':
    'Yang ditandatangani untuk tautan ini berlaku hingga saat itu. Berakhir lebih cepat hanya jika merchant juga membatalkannya di jaringan.',
  'claim.cancelled.heading': 'Pembayaran ini dibatalkan',
  'claim.cancelled.contract':
    '{merchant} membatalkannya. Tidak ada yang keluar dari brankas, dan tautan ini tidak bisa membayar lagi. Jika Anda menantikan uang ini, tanyakan kepada {merchant}.',
  'claim.cancelled.wallet':
    '{merchant} membatalkannya. Tidak terlihat pembayaran apa pun, dan tidak akan dikirim lagi. Jika Anda menantikan uang ini, tanyakan kepada {merchant}.',
  'claim.expired.heading.contract': 'Tautan ini sudah kedaluwarsa',
  'claim.expired.heading.wallet': 'Pembayaran ini sudah kedaluwarsa',
  'claim.expired.contract':
    'Tautan ini berlaku hingga {time}. Tidak ada yang keluar dari brankas: uangnya masih ada pada {merchant}. Mintalah tautan baru.',
  'claim.expired.wallet':
    'Pembayaran ini seharusnya dikirim paling lambat {time}. Tidak terlihat pembayaran apa pun: uangnya masih ada pada {merchant}. Mintalah yang baru.',
  'claim.failed.heading': 'Pembayaran ini gagal',
  'claim.failed.differs':
    'Yang sampai di dompet Anda tidak sesuai kesepakatan, dan {merchant} tidak menghitungnya sebagai pembayaran ini. Apa yang Anda terima perlu Anda selesaikan dengan mereka; tidak ada lagi yang dibayar lewat tautan ini.',
  'claim.failed.undone':
    'Transfer ditarik kembali setelah dihitung sebagai terbayar: uangnya tidak ada di dompet Anda. {merchant} sudah diberi tahu dan harus memulainya lagi; dari sini tidak ada yang bisa Anda kirim.',
  'claim.verify.title': 'Tunjukkan bahwa dompet ini milik Anda',
  'claim.verify.asks': '{merchant} meminta Anda',
  'claim.verify.open.heading': 'Tunjukkan bahwa dompet ini milik Anda',
  'claim.verify.open.words':
    'Hubungkan dompet dan tandatangani teks singkat dengannya. Ini gratis dan tidak memindahkan uang. {merchant} hanya menerima alamat dan tanda tangan, tidak ada yang lain.',
  'claim.verify.open.bound': 'Harus dompet ini:',
  'claim.verify.open.until': 'Tautan ini berlaku hingga {time}.',
  'claim.verify.done.heading': 'Selesai',
  'claim.verify.done.words':
    '{merchant} sudah diberi tahu bahwa dompet ini milik Anda. Anda boleh menutup halaman ini.',
  'claim.verify.expired.heading': 'Tautan ini sudah kedaluwarsa',
  'claim.verify.expired.words': 'Mintalah tautan baru kepada {merchant}.',
  'claim.verify.footer': 'Ditampilkan oleh Drawbridge untuk {merchant}. Jangan bagikan tautan ini.',
  'claim.unknown.heading': 'Tautan ini tidak dikenal',
  'claim.unknown.words': 'Tidak ada pembayaran untuk alamat ini.',
  'claim.unknown.next':
    'Pastikan Anda membuka tautan secara lengkap, sampai huruf terakhir. Jika Anda menerima tautan yang lebih baru, pakai yang itu: tautan baru menggantikan yang lama. Jika tidak, tanyakan kepada orang yang mengirimkannya.',
  'claim.reason.claim_reverted': 'Jaringan menjalankan klaim lalu menolaknya.',
  'claim.reason.payment_reverted': 'Jaringan menjalankan pembayaran lalu menolaknya.',
  'claim.reason.moved_something_else': 'Hash itu ternyata memindahkan hal lain.',
  'claim.reason.paid_something_else': 'Hash itu ternyata membayar hal lain.',
  'claim.reason.reorganised': 'Reorganisasi rantai menarik kembali pembayaran itu.',
  'claim.reason.not_as_agreed': 'Ini tidak sesuai kesepakatan.',
  'claim.reason.no_claim_reported': 'Kontrak tidak melaporkan klaim.',
  'claim.reason.recipient_not_signed_for':
    'Uangnya masuk ke alamat yang untuknya tidak ada yang ditandatangani di sini.',
  'claim.reason.other_amount': 'Uang berpindah ke penerima, tetapi jumlahnya tidak tepat.',
} satisfies Translated<'claim'>;
