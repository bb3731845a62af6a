import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{amount} untuk Anda dari {merchant}',
  'mail.invitation.words': '{merchant} membayar Anda {amount} di {network}. Buka halaman ini untuk menerimanya:',
  'mail.reminder.subject': '{amount} dari {merchant} masih menunggu Anda',
  'mail.reminder.words':
    '{merchant} masih menyimpan {amount} di {network} untuk Anda. Buka halaman ini untuk menerimanya:',
  'mail.link.subject': 'Tautan Anda untuk {amount} dari {merchant}',
  'mail.link.words': 'Ini tautan Anda untuk {amount} di {network} dari {merchant}:',
  'mail.undone.subject': 'Jaringan menarik kembali pembayaran {amount} dari {merchant}',
  'mail.undone.words':
    '{merchant} sudah membayar Anda {amount}. Setelah itu {network} menarik kembali pembayaran tersebut; ini jarang terjadi dan bukan kesalahan siapa pun.',
  'mail.undone.reserved': 'Uangnya disimpan lagi untuk Anda. Buka halaman ini untuk menerimanya:',
  'mail.undone.over': 'Tautan Anda tidak berfungsi lagi. Mintalah {merchant} membayar Anda lagi.',
  'mail.link.button': 'Terima {amount}',
  'mail.link.purpose': 'Tujuannya menurut pembayar: {description}',
  'mail.link.onlyYou':
    'Halaman ini meminta kode yang kami kirim ke alamat ini. Jadi tautan ini saja tidak memberikan uang kepada siapa pun, dan hanya Anda yang bisa menerimanya.',
  'mail.link.until': 'Tautan berlaku hingga {time}.',
  'mail.link.notYours':
    'Jika Anda tidak menantikan apa pun dari mereka, buka halaman dan nyatakan bahwa ini bukan untuk Anda, atau abaikan saja.',
  'mail.code.subject': '{code} adalah kode Anda untuk {host}',
  'mail.code.words':
    'Sebuah peramban di {host} meminta {amount} yang dibayar {merchant} kepada pemilik kotak email ini. Jika itu Anda, ketik kode ini di sana:',
  'mail.code.works':
    'Kode berlaku satu kali, selama {minutes, plural, other {# menit}}, dan hanya di peramban tempat kode diminta.',
  'mail.code.secret':
    'Jangan beri tahu siapa pun. Jika itu bukan Anda, Anda tidak perlu melakukan apa pun: tanpa kode tidak ada yang menerima uangnya.',
} satisfies Translated<'mail'>;
