import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{amount} برای شما از طرف {merchant}',
  'mail.invitation.words':
    '{merchant} مبلغ {amount} را روی {network} به شما می‌پردازد. برای دریافت، این صفحه را باز کنید:',
  'mail.reminder.subject': '{amount} از طرف {merchant} هنوز منتظر شماست',
  'mail.reminder.words': '{merchant} هنوز {amount} روی {network} برای شما دارد. برای دریافت، این صفحه را باز کنید:',
  'mail.link.subject': 'لینک شما برای دریافت {amount} از {merchant}',
  'mail.link.words': 'این لینک شما برای دریافت {amount} روی {network} از {merchant} است:',
  'mail.undone.subject': 'پرداخت {amount} از {merchant} در شبکه برگشت خورد',
  'mail.undone.words':
    '{merchant} به شما {amount} پرداخته بود. پس از آن، این پرداخت در شبکهٔ {network} برگشت خورد؛ این به‌ندرت رخ می‌دهد و تقصیر کسی نیست.',
  'mail.undone.reserved': 'پول دوباره برای شما محفوظ است. برای دریافت آن این صفحه را باز کنید:',
  'mail.undone.over': 'لینک شما دیگر کار نمی‌کند. از {merchant} بخواهید دوباره به شما بپردازد.',
  'mail.link.button': 'دریافت {amount}',
  'mail.link.purpose': 'بابت، به گفتهٔ پرداخت‌کننده: {description}',
  'mail.link.onlyYou':
    'صفحه کدی را می‌خواهد که به همین نشانی می‌فرستیم. پس این لینک به تنهایی پول را به کسی نمی‌دهد و فقط شما می‌توانید آن را دریافت کنید.',
  'mail.link.until': 'این لینک تا {time} اعتبار دارد.',
  'mail.link.notYours':
    'اگر از پرداخت‌کننده منتظر چیزی نیستید، صفحه را باز کنید و بگویید که برای شما نیست، یا هیچ کاری نکنید.',
  'mail.code.subject': '{code} کد شما برای {host} است',
  'mail.code.words':
    'مرورگری در {host} مبلغ {amount} را می‌خواهد که {merchant} به صاحب این صندوق ایمیل می‌پردازد. اگر شما هستید، این کد را آنجا وارد کنید:',
  'mail.code.works':
    'یک بار کار می‌کند، به مدت {minutes, plural, one {# دقیقه} other {# دقیقه}}، و فقط در مرورگری که در آن درخواست شده است.',
  'mail.code.secret': 'آن را به کسی نگویید. اگر شما نبودید، لازم نیست کاری بکنید: بدون کد هیچ‌کس پول را دریافت نمی‌کند.',
} satisfies Translated<'mail'>;
