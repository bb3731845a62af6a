import type { Translated } from '@/lib/words/english';

export default {
  'receipt.title': 'Recibo',
  'receipt.none': 'Todavía no hay recibo',
  'receipt.none.words': 'El recibo se emite cuando la red confirma el pago.',
  'receipt.paidOn': 'Pagado el',
  'receipt.for': 'Concepto',
  'receipt.reference': 'Referencia',
  'receipt.amount': 'Importe',
  'receipt.fee': 'Comisión',
  'receipt.feeOfMerchant': 'Comisión, a cargo de {merchant}',
  'receipt.received': 'Recibido',
  'receipt.to': 'Para',
  'receipt.fromVault': 'Desde la bóveda',
  'receipt.network': 'Red',
  'receipt.token': 'Token {symbol}',
  'receipt.transfer': 'Transferencia',
  'receipt.block': 'Bloque',
  'receipt.testMoney': 'Pagado con dinero de prueba, sin valor.',
  'receipt.print': 'Imprimir o guardar',
  'receipt.back': 'Volver al pago',
} satisfies Translated<'receipt'>;
