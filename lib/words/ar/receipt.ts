import type { Translated } from '@/lib/words/english';

export default {
  'receipt.title': 'إيصال',
  'receipt.none': 'لا يوجد إيصال بعد',
  'receipt.none.words': 'يُكتب الإيصال بعد أن تؤكد الشبكة الدفعة.',
  'receipt.paidOn': 'تاريخ الدفع',
  'receipt.for': 'مقابل',
  'receipt.reference': 'المرجع',
  'receipt.amount': 'المبلغ',
  'receipt.fee': 'الرسوم',
  'receipt.feeOfMerchant': 'الرسوم، دفعها {merchant}',
  'receipt.received': 'المبلغ المستلم',
  'receipt.to': 'إلى',
  'receipt.fromVault': 'من الخزنة',
  'receipt.network': 'الشبكة',
  'receipt.token': 'عملة {symbol}',
  'receipt.transfer': 'التحويل',
  'receipt.block': 'الكتلة',
  'receipt.testMoney': 'دُفع بأموال تجريبية لا قيمة لها.',
  'receipt.print': 'طباعة أو حفظ',
  'receipt.back': 'العودة إلى الدفعة',
} satisfies Translated<'receipt'>;
