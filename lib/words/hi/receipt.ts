import type { Translated } from '@/lib/words/english';

export default {
  'receipt.title': 'रसीद',
  'receipt.none': 'अभी कोई रसीद नहीं है',
  'receipt.none.words': 'नेटवर्क के भुगतान की पुष्टि करने के बाद रसीद बनती है।',
  'receipt.paidOn': 'भुगतान की तारीख',
  'receipt.for': 'किसलिए',
  'receipt.reference': 'संदर्भ',
  'receipt.amount': 'राशि',
  'receipt.fee': 'शुल्क',
  'receipt.feeOfMerchant': 'शुल्क, {merchant} ने दिया',
  'receipt.received': 'प्राप्त राशि',
  'receipt.to': 'किसे',
  'receipt.fromVault': 'तिजोरी से',
  'receipt.network': 'नेटवर्क',
  'receipt.token': '{symbol} टोकन',
  'receipt.transfer': 'ट्रांसफ़र',
  'receipt.block': 'ब्लॉक',
  'receipt.testMoney': 'परीक्षण के पैसे से भुगतान, जिसका कोई मूल्य नहीं।',
  'receipt.print': 'प्रिंट करें या सहेजें',
  'receipt.back': 'भुगतान पर वापस जाएँ',
} satisfies Translated<'receipt'>;
