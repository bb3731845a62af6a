import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'زبان',
  'ui.copied': 'کپی شد',
  'ui.copyFailed': 'مرورگر شما اجازهٔ کپی به این صفحه نمی‌دهد. از اینجا کپی کنید:',
  'ui.copyAddress': 'کپی آدرس',
  'ui.copyHash': 'کپی هش',
  'ui.copyLink': 'کپی لینک',
  'ui.selectedAddress': 'آدرس، انتخاب‌شده',
  'ui.selectedHash': 'هش، انتخاب‌شده',
  'ui.selectedLink': 'لینک، انتخاب‌شده',
  'ui.showAddress': 'نمایش آدرس کامل',
  'ui.showHash': 'نمایش هش کامل',
  'ui.explorer': 'کاوشگر',
  'ui.broken.heading': 'این صفحه از کار افتاد',
  'ui.broken.words':
    'این خطای ماست. آنچه قبلاً انجام شده تغییری نمی‌کند: صفحه را دوباره بارگذاری کنید تا وضعیت را ببینید.',
  'ui.broken.do': 'دیدن وضعیت',
} satisfies Translated<'ui'>;
