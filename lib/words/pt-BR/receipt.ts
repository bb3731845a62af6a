import type { Translated } from '@/lib/words/english';

export default {
  'receipt.title': 'Recibo',
  'receipt.none': 'Ainda não há recibo',
  'receipt.none.words': 'O recibo é emitido quando a rede confirma o pagamento.',
  'receipt.paidOn': 'Pago em',
  'receipt.for': 'Referente a',
  'receipt.reference': 'Referência',
  'receipt.amount': 'Valor',
  'receipt.fee': 'Taxa',
  'receipt.feeOfMerchant': 'Taxa, paga por {merchant}',
  'receipt.received': 'Recebido',
  'receipt.to': 'Para',
  'receipt.fromVault': 'Do cofre',
  'receipt.network': 'Rede',
  'receipt.token': 'Token {symbol}',
  'receipt.transfer': 'Transferência',
  'receipt.block': 'Bloco',
  'receipt.testMoney': 'Pago em dinheiro de teste, sem valor.',
  'receipt.print': 'Imprimir ou salvar',
  'receipt.back': 'Voltar ao pagamento',
} satisfies Translated<'receipt'>;
