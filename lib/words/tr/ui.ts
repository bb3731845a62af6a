import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'Dil',
  'ui.copied': 'Kopyalandı',
  'ui.copyFailed': 'Tarayıcınız bu sayfanın kopyalamasına izin vermiyor. Buradan kopyalayın:',
  'ui.copyAddress': 'Adresi kopyala',
  'ui.copyHash': 'Hash değerini kopyala',
  'ui.copyLink': 'Bağlantıyı kopyala',
  'ui.selectedAddress': 'Adres, seçili',
  'ui.selectedHash': 'Hash, seçili',
  'ui.selectedLink': 'Bağlantı, seçili',
  'ui.showAddress': 'Adresin tamamını göster',
  'ui.showHash': 'Hash değerinin tamamını göster',
  'ui.explorer': 'blok gezgini',
  'ui.broken.heading': 'Bu sayfa çalışmaz oldu',
  'ui.broken.words':
    'Bu bizim hatamız. Daha önce yapılanlarda bir şey değiştirmez: durumu görmek için sayfayı yenileyin.',
  'ui.broken.do': 'Duruma bak',
} satisfies Translated<'ui'>;
