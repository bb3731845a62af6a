import type { Translated } from '@/lib/words/english';

export default {
  'wallet.chooseWallet': 'Pilih dompet Anda',
  'wallet.connect': 'Hubungkan {wallet}',
  'wallet.connectOne': 'Hubungkan dompet',
  'wallet.connect.declined': 'Anda menolak di dompet, sehingga tidak terhubung. Pilih lagi jika Anda siap.',
  'wallet.connect.failed': 'Dompet Anda tidak terhubung. Buka dompet, periksa apakah terkunci, lalu pilih lagi.',
  'wallet.connect.words': 'Menghubungkan hanya memperlihatkan alamat Anda kepada kami. Tidak ada yang dikirim.',
  'wallet.connecting.heading': 'Menunggu dompet Anda',
  'wallet.connecting.words':
    'Jika dompet Anda bertanya, izinkan halaman ini melihat alamat Anda. Belum ada yang dikirim.',
  'wallet.connecting.again': 'Tidak muncul apa pun? Minta lagi',
  'wallet.useAnother': 'Pakai dompet lain',
  'wallet.none.frame.heading': 'Dompet Anda mungkin tidak berfungsi di sini',
  'wallet.none.frame.do': 'Buka di tab baru',
  'wallet.none.frame.words':
    'Halaman ini tampil di dalam halaman lain, yang sering tidak bisa dijangkau dompet. Buka di tab tersendiri; yang terjadi di sana juga terlihat di sini. Tidak ada yang keluar dari brankas.',
  'wallet.none.phone.heading': 'Buka halaman ini di dompet Anda',
  'wallet.none.phone.all': 'Pilih dari semua dompet',
  'wallet.none.phone.openIn': 'Buka di {wallet}',
  'wallet.none.phone.copy': 'Salin tautan',
  'wallet.none.phone.words':
    'Peramban ini tidak memiliki dompet. Aplikasi dompet punya perambannya sendiri: buka halaman ini di sana, atau salin tautannya lalu tempel. Tidak ada yang keluar dari brankas.',
  'wallet.none.desktop.heading': 'Tidak ada dompet di peramban ini',
  'wallet.none.desktop.onPhone': 'Hubungkan dompet di ponsel saya',
  'wallet.none.desktop.look': 'Sekarang saya punya dompet, periksa lagi',
  'wallet.none.desktop.copy': 'Salin tautan untuk perangkat lain',
  'wallet.none.desktop.words':
    'Pasang ekstensi dompet lalu periksa lagi, atau buka tautan di tempat dompet Anda berada: di peramban lain, atau di aplikasi dompet di ponsel Anda. Tidak ada yang keluar dari brankas, dan tautan tetap berlaku.',
  'wallet.wrongWallet.heading': 'Pembayaran ini untuk dompet lain',
  'wallet.wrongWallet.choose': 'Pilih akun lain',
  'wallet.wrongWallet.bound': 'Hanya bisa dibayarkan ke',
  'wallet.wrongWallet.shown': 'Dompet Anda menunjukkan',
  'wallet.wrongWallet.words':
    'Tidak ada yang dikirim dari sana. Beralihlah ke akun yang benar di dompet Anda; halaman ini akan mengenalinya. Jika Anda tidak lagi memiliki dompet itu, mintalah {merchant} mengirim pembayaran ke tempat lain.',
  'wallet.wrongNetwork.switch': 'Beralih ke {network}',
  'wallet.wrongNetwork.words':
    'Dompet Anda berada di jaringan lain, sedangkan pembayaran ini ada di {network}. Tidak ada yang dikirim dari sana. Jika dompet Anda belum mengenal {network}, dompet akan menawarkan untuk menambahkannya.',
  'wallet.wrongNetwork.asking': 'Dompet Anda sedang bertanya kepada Anda.',
  'wallet.wrongNetwork.declined': 'Anda menolak peralihan itu. Tekan lagi jika Anda siap.',
  'wallet.wrongNetwork.failed':
    'Dompet Anda tidak beralih. Pilih sendiri {network} (nomor jaringan {number}) di dompet Anda; halaman ini akan mengenalinya.',
  'wallet.prove.heading': 'Tandatangani bahwa dompet ini milik Anda',
  'wallet.prove.words':
    'Dompet Anda menampilkan teks dan meminta Anda menandatanganinya. Ini gratis dan tidak memindahkan uang. Teks yang ditandatangani disimpan, agar bisa diperiksa lagi.',
  'wallet.prove.do': 'Tandatangani dengan dompet saya',
  'wallet.prove.asking': 'Tandatangani di dompet Anda',
  'wallet.prove.checking': 'Memeriksa tanda tangan…',
  'wallet.prove.done': 'Ditandatangani',
  'wallet.prove.trouble.declined':
    'Anda menolak di dompet Anda. Tidak ada yang ditandatangani. Lanjutkan jika Anda siap.',
  'wallet.prove.trouble.busy':
    'Sudah ada permintaan yang terbuka di dompet Anda. Jawab di sana, lalu lanjutkan di sini.',
  'wallet.prove.trouble.unable':
    'Dompet Anda tidak memberi tanda tangan. Tidak ada uang yang berpindah. Coba lagi, atau pakai dompet lain.',
  'wallet.prove.trouble.refused':
    'Tanda tangan tidak cocok dengan dompet ini. Tidak ada uang yang berpindah. Coba lagi, atau pakai dompet lain.',
  'wallet.prove.trouble.unreachable':
    'Saat ini tidak dapat diperiksa. Tidak ada uang yang berpindah. Tunggu satu menit lalu coba lagi.',
  'wallet.prove.trouble.expired': 'Itu terlalu lama. Tandatangani lagi.',
  'wallet.send.heading': 'Kirim ke dompet saya',
  'wallet.send.again': 'Coba lagi',
  'wallet.send.asking': 'Sedang dikirim…',
  'wallet.send.asking.words': 'Ini perlu sebentar. Halaman ini menunjukkan sendiri kelanjutannya.',
  'wallet.send.trouble.away':
    'Kami tidak bisa dijangkau, jadi kami tidak tahu apakah permintaannya diterima. Mencoba lagi itu aman: Anda dibayar satu kali.',
  'wallet.send.trouble.changed':
    'Ada yang berubah pada pembayaran ini. Tidak ada yang dikirim dengan ini. Muat ulang halaman.',
  'wallet.send.trouble.refused': 'Alamat ini tidak bisa menerima pembayaran ini. Tidak ada yang dikirim.',
  'wallet.send.trouble.unavailable':
    'Saat ini kami tidak bisa mengirimkannya untuk Anda. Tidak ada yang dikirim. Tunggu sebentar, atau bayar sendiri biaya jaringan.',
  'wallet.send.trouble.short': 'Brankas saat ini tidak bisa membayar ini. Pembayaran tetap disimpan untuk Anda.',
  'wallet.send.trouble.often': 'Terlalu banyak permintaan dari sini. Tunggu satu menit lalu coba lagi.',
  'wallet.offer.heading': 'Kirim ke dompet ini?',
  'wallet.offer.words':
    'Anda tidak membayar dan tidak menandatangani apa pun. Ini tidak bisa dibatalkan: pastikan dompet ini milik Anda.',
  'wallet.offer.do': 'Kirim {amount} ke sini',
  'wallet.offer.self': 'Bayar sendiri biaya jaringan',
  'wallet.paste.heading': 'Ke mana uang harus dikirim?',
  'wallet.paste.words': 'Dikirim sebagai {symbol} di {network}. Alamatnya harus bisa menerimanya di sana.',
  'wallet.paste.label': 'Alamat, atau nama ENS',
  'wallet.paste.check': 'Periksa alamat ini',
  'wallet.paste.checking': 'Memeriksa…',
  'wallet.paste.empty': 'Tempel alamat di sini.',
  'wallet.paste.unchecked': 'Saat ini tidak dapat diperiksa. Tunggu sebentar lalu coba lagi.',
  'wallet.paste.why.checksum':
    'Satu karakter alamat ini salah: huruf besarnya tidak cocok. Salin lagi dari dompet Anda.',
  'wallet.paste.why.form': 'Ini bukan alamat. Alamat diawali 0x lalu diikuti 40 karakter. Salin lagi.',
  'wallet.paste.why.name_not_offered': 'Nama tidak dicari di sini. Tempel alamatnya langsung.',
  'wallet.paste.why.name_malformed': 'Nama ini tidak bisa dicari. Tempel alamatnya langsung.',
  'wallet.paste.why.name_unset': 'Nama ini tidak memiliki alamat yang bisa kami baca. Tempel alamatnya langsung.',
  'wallet.paste.why.name_elsewhere':
    'Nama ini milik kontrak di Ethereum yang tidak ada di jaringan ini. Tempel alamatnya langsung.',
  'wallet.paste.why.name_silent': 'Saat ini nama tidak bisa dicari. Coba lagi, atau tempel alamatnya langsung.',
  'wallet.paste.lost.burn_address': 'Alamat ini tidak dimiliki siapa pun. Yang dikirim ke sana akan hilang.',
  'wallet.paste.lost.token_itself':
    'Ini alamat token itu sendiri. Yang dikirim ke sana akan hilang. Pakai alamat dompet Anda.',
  'wallet.paste.lost.payout_contract':
    'Ini kontrak yang membayar. Yang dikirim ke sana akan hilang. Pakai alamat dompet Anda.',
  'wallet.paste.lost.vault': 'Ini brankas yang membayar. Pakai alamat dompet Anda.',
  'wallet.paste.lost.sender_itself': 'Ini brankas yang membayar Anda. Pakai alamat dompet Anda.',
  'wallet.paste.lost.blocked_by_token': 'Penerbit token memblokir alamat ini. Pakai alamat lain.',
  'wallet.paste.lost.other': 'Alamat ini tidak bisa menerima pembayaran ini. Pakai alamat lain.',
  'wallet.paste.contract':
    'Ada kontrak di alamat ini di {network}. Lanjutkan hanya jika ini dompet pintar Anda sendiri, atau sebuah bursa menyuruh Anda memakainya.',
  'wallet.paste.confirm.heading': 'Apakah ini alamat yang benar?',
  'wallet.paste.other': 'Pakai alamat lain',
  'wallet.paste.whose': 'Apakah ini alamat setoran sebuah bursa?',
  'wallet.paste.whose.self': 'Bukan, ini dompet saya sendiri',
  'wallet.paste.whose.exchange': 'Ya, ini akun saya di bursa',
  'wallet.paste.whose.missing': 'Nyatakan dulu milik siapa alamat ini.',
  'wallet.paste.exchange.network':
    'Bursa itu harus menerima {symbol} di {network}. Jika bursa mengharapkan jaringan lain, uangnya hilang.',
  'wallet.paste.exchange.memo':
    'Jika bursa juga meminta memo atau tag, berhenti di sini: itu tidak bisa ikut dikirim, dan tanpanya uang tidak dikreditkan.',
  'wallet.paste.exchange.minimum':
    'Cari tahu setoran terkecil yang diterimanya. Yang kurang dari itu sering tidak dikreditkan.',
  'wallet.paste.exchange.contract':
    'Uangnya berasal dari kontrak. Sebagian bursa mengkreditkannya terlambat, atau hanya setelah Anda menghubunginya.',
  'wallet.paste.last': 'Enam karakter terakhirnya',
  'wallet.paste.last.hint': 'Baca di dompet Anda atau di bursa, lalu ketik di sini.',
  'wallet.paste.last.wrong': 'Ini bukan enam karakter terakhirnya. Bandingkan lagi alamatnya.',
  'wallet.paste.send': 'Kirim {amount}',
  'wallet.paste.final':
    'Anda tidak membayar apa pun. Ini tidak bisa dibatalkan: tidak ada yang bisa mengembalikan uang dari alamat yang salah.',
  'wallet.get': 'Terima {amount}',
  'wallet.preparing.heading': 'Menyiapkan klaim Anda…',
  'wallet.preparing.words': 'Ini perlu sebentar. Tidak ada yang dikirim sebelum Anda menyetujuinya.',
  'wallet.preview.heading': 'Inilah yang akan terjadi',
  'wallet.preview.net': 'Anda menerima {amount} dari {merchant} di {network}, di dompet Anda {address}.',
  'wallet.preview.fee.recipient': 'Biaya {fee} sudah dipotong.',
  'wallet.preview.fee.merchant': '{merchant} membayar biaya {fee}.',
  'wallet.preview.fee.none': 'Tidak ada biaya.',
  'wallet.preview.networkFee': 'Dompet Anda hanya membayar biaya jaringan.',
  'wallet.preview.asks': 'Dompet Anda bertanya sekali lagi sebelum ada yang dikirim.',
  'wallet.preview.sentBefore':
    'Dompet Anda mungkin sudah mengirim ini sebelumnya. Periksa dulu daftar aktivitasnya: Anda dibayar satu kali, dan mengirim lagi hanya menambah biaya jaringan kedua.',
  'wallet.preview.to': 'Ke dompet Anda',
  'wallet.preview.feeAbout': 'Biaya jaringan, sekitar',
  'wallet.preview.call': 'Panggilan yang persis',
  'wallet.preview.contract': 'Kontrak',
  'wallet.preview.networkNumber': 'Nomor jaringan',
  'wallet.preview.value': 'Nilai yang dikirim',
  'wallet.short.heading': 'Tidak cukup untuk biaya jaringan',
  'wallet.short.heading.perhaps': 'Mungkin tidak cukup untuk biaya jaringan',
  'wallet.short.words':
    'Jaringan mengenakan sekitar {estimate} untuk pengiriman ini. Saat mengirim, dompet menyisihkan hingga {reserve} dan menyimpan yang tidak terpakai. Dompet Anda berisi {balance}. Dompet tidak diminta mengirim apa pun.',
  'wallet.short.next': 'Tambahkan sedikit {currency} di {network} ke dompet ini lalu periksa lagi.',
  'wallet.short.look': 'Sudah saya tambahkan, periksa lagi',
  'wallet.short.try': 'Tetap coba',
  'wallet.asking.heading': 'Konfirmasikan di dompet Anda',
  'wallet.asking.words':
    'Dompet Anda sedang bertanya kepada Anda. Tidak ada yang berpindah sebelum Anda mengonfirmasi di sana; setelah itu halaman ini berlanjut.',
  'wallet.asking.late':
    'Dompet belum menjawab. Buka dompet dan cari permintaan dari halaman ini. Jika klaim sudah dikirim, halaman ini menampilkannya sendiri.',
  'wallet.asking.again': 'Tidak muncul apa pun? Mulai lagi',
  'wallet.noAnswer': 'Dompet belum menjawab. Buka dompet dan cari permintaan dari halaman ini.',
  'wallet.noAnswer.stop': 'Berhenti menunggu',
  'wallet.sent.heading': 'Terkirim',
  'wallet.sent.words':
    'Jaringan biasanya melihatnya dalam hitungan detik, lalu halaman ini menunjukkan sejauh mana prosesnya. Sementara itu Anda boleh menutupnya.',
  'wallet.sent.transfer': 'Transfer',
  'wallet.sent.again': 'Mulai lagi',
  'wallet.sent.costOfAgain':
    'Mengirim lagi itu aman, karena Anda dibayar satu kali; tetapi jika keduanya sampai, salah satu dari dua biaya jaringan hilang.',
  'wallet.stopped.heading': 'Bagian halaman ini berhenti',
  'wallet.stopped.look': 'Lihat statusnya',
  'wallet.stopped.goOn': 'Lanjutkan di sini',
  'wallet.stopped.words':
    'Ada bagian halaman ini yang diubah dari luar, mungkin oleh penerjemah otomatis. Jika dompet Anda sudah mengirim sesuatu, prosesnya tetap berjalan; muat ulang halaman untuk melihat statusnya.',
  'wallet.trouble.details': 'Rincian',
  'wallet.trouble.prepare': 'Siapkan lagi',
  'wallet.trouble.look': 'Lihat statusnya',
  'wallet.trouble.nothingMoved': 'Tidak ada yang keluar dari brankas.',
  'wallet.trouble.notAsked': 'Dompet Anda tidak diminta mengirim apa pun.',
  'wallet.trouble.looking':
    'Dompet Anda mungkin sudah mengirim klaim sebelum itu. Kami memeriksa jaringan, dan halaman ini menampilkannya sendiri jika ada di sana.',
  'wallet.trouble.rejected.heading': 'Anda menolak di dompet Anda',
  'wallet.trouble.rejected.words': 'Pembayaran ini tetap milik Anda: lanjutkan kapan pun Anda mau.',
  'wallet.trouble.unable.heading': 'Dompet Anda tidak bisa melakukan ini',
  'wallet.trouble.unable.words':
    'Dompet menyatakan tidak bisa mengirim di halaman ini, atau di jaringan ini. Dompet lain mungkin bisa.',
  'wallet.trouble.wallet_busy.heading': 'Dompet Anda masih menunggu Anda',
  'wallet.trouble.wallet_busy.words':
    'Sudah ada permintaan yang terbuka di sana. Buka dompet Anda dan jawab, atau tutup permintaan itu lalu lanjutkan di sini.',
  'wallet.trouble.unclear.heading': 'Dompet Anda tidak memberi jawaban yang jelas',
  'wallet.trouble.unclear.words':
    'Klaim mungkin tetap terkirim. Kami memeriksa jaringan, dan halaman ini menampilkannya sendiri jika ada di sana. Anda dibayar satu kali: mengirim lagi hanya menambah biaya jaringan kedua, jadi periksa dulu aktivitas dompet Anda.',
  'wallet.trouble.short_of_fee.heading': 'Tidak cukup untuk biaya jaringan',
  'wallet.trouble.short_of_fee.words':
    'Dompet Anda menyatakan tidak bisa membayar biaya pengiriman jaringan. Tambahkan sedikit lalu lanjutkan. Jika ternyata tetap terkirim, halaman ini menampilkannya sendiri.',
  'wallet.trouble.not_connected.heading': 'Dompet Anda sedang tidak terhubung',
  'wallet.trouble.not_connected.words': 'Buka dompet, lalu lanjutkan di sini.',
  'wallet.trouble.lapsed.heading': 'Itu terlalu lama',
  'wallet.trouble.lapsed.words':
    'Demi keamanan, klaim yang disiapkan hanya berlaku beberapa menit, dan yang ini sudah habis masanya.',
  'wallet.trouble.too_late.heading': 'Tautan ini segera berakhir',
  'wallet.trouble.too_late.words':
    'Tautan ini berlaku kurang dari setengah menit lagi. Transfer yang dikirim sekarang bisa terlambat: Anda membayar biaya jaringan dan tidak menerima apa pun. Mintalah tautan baru.',
  'wallet.trouble.unreachable.heading': 'Tidak ada koneksi',
  'wallet.trouble.unreachable.words': 'Kami tidak bisa dijangkau. Periksa koneksi Anda lalu coba lagi.',
  'wallet.trouble.chain_unavailable.heading': 'Kami tidak bisa menjangkau jaringan',
  'wallet.trouble.chain_unavailable.words': 'Masalahnya di pihak kami dan biasanya segera berlalu.',
  'wallet.trouble.rate_limited.heading': 'Sedikit terlalu cepat',
  'wallet.trouble.rate_limited.words': 'Terlalu banyak permintaan dari sini. Tunggu satu menit lalu coba lagi.',
  'wallet.trouble.awaiting_funds.heading': 'Menunggu dana',
  'wallet.trouble.awaiting_funds.words':
    'Brankas saat ini tidak bisa membayar ini. Pembayaran tetap disimpan untuk Anda.',
  'wallet.trouble.signer_refused.heading': 'Merchant harus mengizinkannya dulu',
  'wallet.trouble.signer_refused.words':
    'Brankas mereka saat ini tidak mengizinkan kami membayar ini. Mereka sudah diberi tahu.',
  'wallet.trouble.screening_held.heading': 'Merchant harus memeriksanya dulu',
  'wallet.trouble.screening_held.words':
    'Tidak ada yang hilang: pembayaran menunggu. Merchant sudah diberi tahu dan akan memutuskan.',
  'wallet.trouble.signer_declined.heading': 'Merchant harus mengizinkannya dulu',
  'wallet.trouble.signer_declined.words':
    'Merchant menandatangani sendiri pembayarannya, dan tidak menandatangani yang ini. Mereka sudah diberi tahu. Mencoba lagi tidak dipungut biaya.',
  'wallet.trouble.signer_unreachable.heading': 'Merchant tidak menjawab',
  'wallet.trouble.signer_unreachable.words':
    'Merchant menandatangani sendiri pembayarannya, dan servernya tidak menjawab. Coba lagi dalam satu menit.',
  'wallet.trouble.key_signature_needed.heading': 'Tautan ini tidak lengkap',
  'wallet.trouble.key_signature_needed.words':
    'Bagian terakhirnya, setelah tanda #, hilang atau berubah. Buka tautan persis seperti yang Anda terima, atau minta merchant mengirimkannya lagi.',
  'wallet.trouble.token_paused.heading': 'Token ini dihentikan untuk semua orang',
  'wallet.trouble.token_paused.words': 'Penerbitnya menghentikan semua transfer. Pembayaran tetap disimpan untuk Anda.',
  'wallet.trouble.vault_blocked.heading': 'Brankas diblokir',
  'wallet.trouble.vault_blocked.words': 'Penerbit token memblokir brankas yang membayar. Merchant sudah diberi tahu.',
  'wallet.trouble.recipient_blocked.heading': 'Dompet ini diblokir oleh penerbit token',
  'wallet.trouble.recipient_blocked.words':
    'Tidak ada yang bisa membayarkan token ini ke sana. Pakai dompet lain, atau tanyakan kepada merchant.',
  'wallet.trouble.token_fee.heading': 'Yang sampai akan kurang dari kesepakatan',
  'wallet.trouble.token_fee.words':
    'Token ini kini memotong sebagian dari setiap transfer. Kami menunggu sampai semuanya bisa sampai.',
  'wallet.trouble.token_refuses.heading': 'Token menolak pembayaran ini',
  'wallet.trouble.token_refuses.words':
    'Token tidak menyebut alasannya. Dompet lain mungkin bisa; jika tidak, tanyakan kepada merchant.',
  'wallet.trouble.claim_would_fail.heading': 'Jaringan akan menolaknya',
  'wallet.trouble.claim_would_fail.words': 'Coba lagi nanti, atau tanyakan kepada merchant.',
  'wallet.trouble.clock_behind.heading': 'Jam kami salah',
  'wallet.trouble.clock_behind.words':
    'Yang kami tandatangani tidak akan diterima. Ini kesalahan kami, dan kami sudah diberi tahu.',
  'wallet.trouble.already_paid.heading': 'Sudah dibayar',
  'wallet.trouble.already_paid.words':
    'Pembayaran ini sudah dibayar, jadi tidak ada lagi yang bisa keluar dari brankas untuknya.',
  'wallet.trouble.transfer_in_progress.heading': 'Sudah dalam perjalanan',
  'wallet.trouble.transfer_in_progress.words':
    'Transfer untuk pembayaran ini sedang berjalan. Tidak ada yang perlu dikirim lagi.',
  'wallet.trouble.link_expired.heading': 'Tautan ini sudah kedaluwarsa',
  'wallet.trouble.link_cancelled.heading': 'Pembayaran ini dibatalkan',
  'wallet.trouble.link_unknown.heading': 'Tautan ini tidak berlaku lagi',
  'wallet.trouble.payout_state.heading': 'Pembayaran ini telah berubah',
  'wallet.trouble.wrong_recipient.heading': 'Pembayaran ini untuk dompet lain',
  'wallet.trouble.address_refused.heading': 'Dompet ini tidak bisa menerima pembayaran ini',
  'wallet.trouble.unforeseen.heading': 'Itu tidak berhasil',
  'wallet.trouble.unforeseen.words': 'Coba lagi sebentar lagi.',
  'wallet.code.sending': 'Kami sedang mengirim kode.',
  'wallet.code.sent':
    'Kami telah mengirim kode enam angka ke {email}. Mungkin perlu beberapa menit. Kode berlaku selama 30 menit, di peramban ini.',
  'wallet.code.label': 'Kode dari email',
  'wallet.code.hint': 'Enam angka. Periksa juga folder spam.',
  'wallet.code.again': 'Kirim kode baru',
  'wallet.code.checking': 'Memeriksa…',
  'wallet.code.trouble.away':
    'Kami tidak bisa dijangkau. Periksa koneksi Anda lalu coba lagi. Tidak ada kesempatan yang terpakai.',
  'wallet.code.trouble.wrong': 'Ini bukan kode dari email terbaru. Setelah lima kali salah, Anda memerlukan kode baru.',
  'wallet.code.trouble.over': 'Tidak ada lagi kode yang bisa diketik di sini. Minta kode baru.',
  'wallet.code.trouble.often':
    'Terlalu banyak kode diminta. Tunggu satu menit. Jika tetap begitu, buka tautan di email terbaru dari kami.',
  'wallet.code.trouble.changed': 'Ada yang berubah pada pembayaran ini. Muat ulang halaman.',
  'wallet.code.notYou': 'Ini bukan alamat saya',
  'wallet.code.notYou.sure':
    'Kami memberi tahu pengirimnya bahwa ini sampai ke orang lain. Tidak ada hal lain yang terjadi.',
  'wallet.code.notYou.tell': 'Ya, beri tahu mereka',
  'wallet.code.notYou.told': 'Mereka sudah diberi tahu. Anda boleh menutup halaman ini.',
} satisfies Translated<'wallet'>;
