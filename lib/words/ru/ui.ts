import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'Язык',
  'ui.copied': 'Скопировано',
  'ui.copyFailed': 'Ваш браузер не разрешает этой странице копировать. Скопируйте отсюда:',
  'ui.copyAddress': 'Скопировать адрес',
  'ui.copyHash': 'Скопировать хеш',
  'ui.copyLink': 'Скопировать ссылку',
  'ui.selectedAddress': 'Адрес, выделен',
  'ui.selectedHash': 'Хеш, выделен',
  'ui.selectedLink': 'Ссылка, выделена',
  'ui.showAddress': 'Показать адрес полностью',
  'ui.showHash': 'Показать хеш полностью',
  'ui.explorer': 'обозреватель',
  'ui.broken.heading': 'Эта страница перестала работать',
  'ui.broken.words':
    'Это наша ошибка. Она не меняет ничего из сделанного раньше: загрузите страницу снова, чтобы увидеть, как обстоят дела.',
  'ui.broken.do': 'Посмотреть состояние',
} satisfies Translated<'ui'>;
