import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'اللغة',
  'ui.copied': 'تم النسخ',
  'ui.copyFailed': 'متصفحك لا يسمح لهذه الصفحة بالنسخ. انسخ من هنا:',
  'ui.copyAddress': 'نسخ العنوان',
  'ui.copyHash': 'نسخ معرّف التحويل',
  'ui.copyLink': 'نسخ الرابط',
  'ui.selectedAddress': 'العنوان، محدَّد',
  'ui.selectedHash': 'معرّف التحويل، محدَّد',
  'ui.selectedLink': 'الرابط، محدَّد',
  'ui.showAddress': 'عرض العنوان كاملًا',
  'ui.showHash': 'عرض معرّف التحويل كاملًا',
  'ui.explorer': 'المستكشف',
  'ui.broken.heading': 'توقفت هذه الصفحة عن العمل',
  'ui.broken.words': 'هذا خطأ منا. وهو لا يغيّر شيئًا مما تم سابقًا: أعد تحميل الصفحة لترى الوضع الحالي.',
  'ui.broken.do': 'عرض الوضع الحالي',
} satisfies Translated<'ui'>;
