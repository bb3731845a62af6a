import type { Translated } from '@/lib/words/english';

export default {
  'receipt.title': 'Квитанция',
  'receipt.none': 'Квитанции ещё нет',
  'receipt.none.words': 'Квитанция появится, когда сеть подтвердит выплату.',
  'receipt.paidOn': 'Дата выплаты',
  'receipt.for': 'За что',
  'receipt.reference': 'Номер',
  'receipt.amount': 'Сумма',
  'receipt.fee': 'Комиссия',
  'receipt.feeOfMerchant': 'Комиссия, платит {merchant}',
  'receipt.received': 'Получено',
  'receipt.to': 'Куда',
  'receipt.fromVault': 'Из хранилища',
  'receipt.network': 'Сеть',
  'receipt.token': 'Токен {symbol}',
  'receipt.transfer': 'Перевод',
  'receipt.block': 'Блок',
  'receipt.testMoney': 'Выплачено тестовыми деньгами, без ценности.',
  'receipt.print': 'Распечатать или сохранить',
  'receipt.back': 'Вернуться к выплате',
} satisfies Translated<'receipt'>;
