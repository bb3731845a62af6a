import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'Pesanan Anda',
  'order.about': 'Pesanan {reference}',
  'order.fact.amount': 'Untuk penjual',
  'order.running': 'Penjual dibayar pada {time}, kecuali Anda mengajukan keberatan sebelumnya.',
  'order.waiting': 'Untuk saat ini tidak ada yang dibayarkan. Saat dilanjutkan, waktu Anda tidak berkurang.',
  'order.disputed': 'Keberatan telah diajukan. Tidak ada yang dibayarkan sampai {merchant} memutuskan.',
  'order.paying': 'Penjual sedang dibayar. Sudah terlambat untuk mengajukan keberatan di sini.',
  'order.paid': 'Penjual sudah dibayar. Sudah terlambat untuk mengajukan keberatan di sini.',
  'order.over': 'Pesanan ini sudah berakhir. Tidak ada lagi yang perlu dilakukan di sini.',
  'order.object.words':
    'Tidak sampai, atau bukan yang Anda pesan? Ajukan keberatan. Seseorang di {merchant} yang memutuskan.',
  'order.object.do': 'Ajukan keberatan dan hentikan pembayaran',
  'order.extend.words': 'Perlu waktu lebih untuk memeriksa? Anda bisa memperpanjangnya satu kali.',
  'order.extend.do': 'Perpanjang {days, plural, other {# hari}} lagi',
  'order.extended': 'Anda sudah memperpanjang waktunya. Itu hanya bisa satu kali.',
  'order.object.reason': 'Apa yang salah? Anda tidak wajib menyebutkannya.',
  'order.trouble': 'Itu tidak berhasil. Muat ulang halaman untuk melihat keadaan pesanan Anda.',
  'order.noScript': 'Ini memerlukan JavaScript, yang nonaktif di peramban ini.',
  'order.custody': 'Uang tetap berada di {merchant}. Drawbridge tidak menyimpannya.',

  'order.mail.funded.subject': 'Pesanan {reference} sudah dibayar',
  'order.mail.funded.words':
    'Pembeli Anda sudah membayar pesanan {reference}. {merchant} menyimpan {amount} untuk Anda sampai pesanan selesai.',
  'order.mail.delivered.subject': 'Pesanan {reference} sudah sampai',
  'order.mail.delivered.words':
    '{merchant} mencatat bahwa pesanan {reference} sudah sampai. Penjual dibayar {amount} pada {time}, kecuali pembeli mengajukan keberatan sebelumnya.',
  'order.mail.soon.subject': 'Pesanan {reference}: {days, plural, other {# hari}} lagi sampai penjual dibayar',
  'order.mail.soon.words':
    'Ini tentang pesanan {reference} di {merchant}. Penjual dibayar {amount} pada {time}, kecuali pembeli mengajukan keberatan sebelumnya.',
  'order.mail.extended.subject': 'Pesanan {reference}: pembeli memperpanjang waktu',
  'order.mail.extended.words':
    'Pembeli pesanan {reference} di {merchant} memperpanjang waktu untuk memeriksa. Jadi, penjual dibayar {amount} pada {time}, kecuali pembeli mengajukan keberatan sebelumnya.',
  'order.mail.held.subject': 'Pesanan {reference}: untuk saat ini tidak ada yang dibayarkan',
  'order.mail.held.words':
    'Pesanan {reference} di {merchant} sedang ditahan. {amount} tetap di tempatnya. Saat pesanan dilanjutkan, sisa waktunya masih ada.',
  'order.mail.resumed.subject': 'Pesanan {reference} dilanjutkan',
  'order.mail.resumed.words':
    'Pesanan {reference} di {merchant} dilanjutkan. Penjual dibayar {amount} pada {time}, kecuali pembeli mengajukan keberatan sebelumnya.',
  'order.mail.disputed.subject': 'Pesanan {reference}: keberatan diajukan',
  'order.mail.disputed.words':
    'Keberatan diajukan atas pesanan {reference}. {amount} tetap di tempatnya sampai seseorang di {merchant} memutuskan.',
  'order.mail.paying.subject': 'Pesanan {reference}: Anda sedang dibayar',
  'order.mail.paying.words':
    '{merchant} membayar Anda {amount} untuk pesanan {reference}. Buka halaman ini untuk melihat keadaannya:',
  'order.mail.paying.button': 'Buka pembayaran',
  'order.mail.paid.subject': 'Pesanan {reference}: penjual sudah dibayar',
  'order.mail.paid.words': 'Penjual pesanan {reference} di {merchant} sudah dibayar {amount}.',
  'order.mail.refunding.subject': 'Pesanan {reference}: pembeli menerima uang kembali',
  'order.mail.refunding.words': 'Pembeli pesanan {reference} di {merchant} menerima kembali {amount}.',
  'order.mail.address.subject': 'Pesanan {reference}: uang Anda akan dikirim ke alamat lain',
  'order.mail.address.words':
    '{merchant} diminta membayar Anda untuk pesanan {reference} ke alamat lain, mulai {time}:',
  'order.mail.address.notYou': 'Jika bukan Anda yang meminta, segera hubungi {merchant}.',
  'order.mail.to': 'Uang dikirim ke {address}.',
  'order.mail.nowhere':
    '{merchant} belum tahu ke mana harus membayar Anda. Sampai saat itu tidak ada yang dibayarkan: beri tahukan alamat Anda kepada mereka.',
  'order.mail.object':
    'Jika ada yang salah, buka halaman dan ajukan keberatan. Anda tidak perlu akun. Jika semuanya baik, abaikan saja.',
  'order.mail.button': 'Buka pesanan',
  'order.mail.custody': 'Uang tetap berada di {merchant}. Drawbridge tidak menyimpannya.',
} satisfies Translated<'order'>;
