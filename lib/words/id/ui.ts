import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'Bahasa',
  'ui.copied': 'Disalin',
  'ui.copyFailed': 'Peramban Anda tidak mengizinkan halaman ini menyalin. Salin dari sini:',
  'ui.copyAddress': 'Salin alamat',
  'ui.copyHash': 'Salin hash',
  'ui.copyLink': 'Salin tautan',
  'ui.selectedAddress': 'Alamat, terpilih',
  'ui.selectedHash': 'Hash, terpilih',
  'ui.selectedLink': 'Tautan, terpilih',
  'ui.showAddress': 'Tampilkan alamat lengkap',
  'ui.showHash': 'Tampilkan hash lengkap',
  'ui.explorer': 'penjelajah blok',
  'ui.broken.heading': 'Halaman ini berhenti berfungsi',
  'ui.broken.words':
    'Ini kesalahan kami. Apa yang sudah dilakukan sebelumnya tidak berubah: muat ulang halaman untuk melihat statusnya.',
  'ui.broken.do': 'Lihat statusnya',
} satisfies Translated<'ui'>;
