import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'سفارش شما',
  'order.about': 'سفارش {reference}',
  'order.fact.amount': 'برای فروشنده',
  'order.running': 'در {time} به فروشنده پرداخت می‌شود، مگر اینکه پیش از آن اعتراض کنید.',
  'order.waiting': 'فعلاً چیزی پرداخت نمی‌شود. وقتی ادامه یابد، چیزی از مهلت شما کم نمی‌شود.',
  'order.disputed': 'اعتراضی ثبت شده است. تا تصمیم {merchant} چیزی پرداخت نمی‌شود.',
  'order.paying': 'پرداخت به فروشنده در جریان است. برای اعتراض در اینجا دیر شده است.',
  'order.paid': 'به فروشنده پرداخت شد. برای اعتراض در اینجا دیر شده است.',
  'order.over': 'این سفارش تمام شده است. اینجا کار دیگری نمانده است.',
  'order.object.words':
    'به دستتان نرسیده، یا آنچه سفارش داده‌اید نیست؟ پس اعتراض کنید. تصمیم با یک شخص در {merchant} است.',
  'order.object.do': 'اعتراض و توقف پرداخت',
  'order.extend.words': 'برای بررسی به زمان بیشتری نیاز دارید؟ یک بار می‌توانید مهلت را تمدید کنید.',
  'order.extend.do': 'تمدید مهلت به مدت {days, plural, one {# روز} other {# روز}}',
  'order.extended': 'مهلت را تمدید کردید. این کار فقط یک بار ممکن است.',
  'order.object.reason': 'مشکل چیست؟ گفتن آن اجباری نیست.',
  'order.trouble': 'انجام نشد. صفحه را دوباره بارگذاری کنید تا وضعیت سفارش خود را ببینید.',
  'order.noScript': 'این کار به JavaScript نیاز دارد که در این مرورگر خاموش است.',
  'order.custody': 'پول نزد {merchant} می‌ماند. Drawbridge چیزی از آن را نگه نمی‌دارد.',

  'order.mail.funded.subject': 'بهای سفارش {reference} پرداخت شد',
  'order.mail.funded.words':
    'خریدار بهای سفارش {reference} را پرداخت کرد. {merchant} مبلغ {amount} را تا پایان سفارش برای شما نگه می‌دارد.',
  'order.mail.delivered.subject': 'سفارش {reference} تحویل داده شد',
  'order.mail.delivered.words':
    '{merchant} ثبت کرده است که سفارش {reference} تحویل داده شد. مبلغ {amount} در {time} به فروشنده پرداخت می‌شود، مگر اینکه خریدار پیش از آن اعتراض کند.',
  'order.mail.soon.subject':
    'سفارش {reference}: {days, plural, one {# روز} other {# روز}} تا پرداخت به فروشنده مانده است',
  'order.mail.soon.words':
    'این دربارهٔ سفارش {reference} نزد {merchant} است. مبلغ {amount} در {time} به فروشنده پرداخت می‌شود، مگر اینکه خریدار پیش از آن اعتراض کند.',
  'order.mail.extended.subject': 'سفارش {reference}: خریدار مهلت را تمدید کرد',
  'order.mail.extended.words':
    'خریدار سفارش {reference} نزد {merchant} مهلت بررسی را تمدید کرد. به این ترتیب، مبلغ {amount} در {time} به فروشنده پرداخت می‌شود، مگر اینکه خریدار پیش از آن اعتراض کند.',
  'order.mail.held.subject': 'سفارش {reference}: فعلاً چیزی پرداخت نمی‌شود',
  'order.mail.held.words':
    'سفارش {reference} نزد {merchant} متوقف شده است. مبلغ {amount} سر جای خود می‌ماند. وقتی سفارش ادامه یابد، زمان باقی‌مانده همان است.',
  'order.mail.resumed.subject': 'سفارش {reference} ادامه یافت',
  'order.mail.resumed.words':
    'سفارش {reference} نزد {merchant} ادامه یافت. مبلغ {amount} در {time} به فروشنده پرداخت می‌شود، مگر اینکه خریدار پیش از آن اعتراض کند.',
  'order.mail.disputed.subject': 'سفارش {reference}: اعتراضی ثبت شد',
  'order.mail.disputed.words':
    'به سفارش {reference} اعتراض شده است. مبلغ {amount} سر جای خود می‌ماند تا یک شخص در {merchant} تصمیم بگیرد.',
  'order.mail.paying.subject': 'سفارش {reference}: پرداخت به شما در جریان است',
  'order.mail.paying.words':
    '{merchant} مبلغ {amount} را بابت سفارش {reference} به شما می‌پردازد. برای دیدن وضعیت، این صفحه را باز کنید:',
  'order.mail.paying.button': 'باز کردن پرداخت',
  'order.mail.paid.subject': 'سفارش {reference}: به فروشنده پرداخت شد',
  'order.mail.paid.words': 'به فروشندهٔ سفارش {reference} نزد {merchant} مبلغ {amount} پرداخت شد.',
  'order.mail.refunding.subject': 'سفارش {reference}: پول به خریدار برمی‌گردد',
  'order.mail.refunding.words': 'به خریدار سفارش {reference} نزد {merchant} مبلغ {amount} برمی‌گردد.',
  'order.mail.address.subject': 'سفارش {reference}: پول شما به آدرس دیگری می‌رود',
  'order.mail.address.words':
    'از {merchant} خواسته شده است که از {time} پول شما بابت سفارش {reference} را به آدرس دیگری بپردازد:',
  'order.mail.address.notYou': 'اگر شما این را نخواسته‌اید، فوراً به {merchant} بنویسید.',
  'order.mail.to': 'پول به {address} می‌رود.',
  'order.mail.nowhere':
    '{merchant} هنوز نمی‌داند پول را کجا به شما بپردازد. تا آن زمان چیزی پرداخت نمی‌شود: لطفاً آدرس خود را به او بگویید.',
  'order.mail.object':
    'اگر مشکلی هست، صفحه را باز کنید و اعتراض کنید. به حساب کاربری نیازی نیست. اگر همه چیز درست است، هیچ کاری نکنید.',
  'order.mail.button': 'باز کردن سفارش',
  'order.mail.custody': 'پول نزد {merchant} می‌ماند. Drawbridge چیزی از آن را نگه نمی‌دارد.',
} satisfies Translated<'order'>;
