import type { Translated } from '@/lib/words/english';

export default {
  'receipt.title': 'رسید',
  'receipt.none': 'هنوز رسیدی نیست',
  'receipt.none.words': 'رسید پس از آنکه شبکه پرداخت را تأیید کند نوشته می‌شود.',
  'receipt.paidOn': 'تاریخ پرداخت',
  'receipt.for': 'بابت',
  'receipt.reference': 'شمارهٔ مرجع',
  'receipt.amount': 'مبلغ',
  'receipt.fee': 'کارمزد',
  'receipt.feeOfMerchant': 'کارمزد، به عهدهٔ {merchant}',
  'receipt.received': 'دریافت‌شده',
  'receipt.to': 'به',
  'receipt.fromVault': 'از خزانه',
  'receipt.network': 'شبکه',
  'receipt.token': 'توکن {symbol}',
  'receipt.transfer': 'انتقال',
  'receipt.block': 'بلوک',
  'receipt.testMoney': 'با پول آزمایشی و بی‌ارزش پرداخت شده است.',
  'receipt.print': 'چاپ یا ذخیره',
  'receipt.back': 'بازگشت به پرداخت',
} satisfies Translated<'receipt'>;
