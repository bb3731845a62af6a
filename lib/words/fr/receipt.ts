import type { Translated } from '@/lib/words/english';

export default {
  'receipt.title': 'Reçu',
  'receipt.none': 'Il n’y a pas encore de reçu',
  'receipt.none.words': 'Le reçu est établi dès que le réseau a confirmé le paiement.',
  'receipt.paidOn': 'Payé le',
  'receipt.for': 'Objet',
  'receipt.reference': 'Référence',
  'receipt.amount': 'Montant',
  'receipt.fee': 'Frais',
  'receipt.feeOfMerchant': 'Frais, payés par {merchant}',
  'receipt.received': 'Reçu',
  'receipt.to': 'À',
  'receipt.fromVault': 'Du coffre',
  'receipt.network': 'Réseau',
  'receipt.token': 'Jeton {symbol}',
  'receipt.transfer': 'Transfert',
  'receipt.block': 'Bloc',
  'receipt.testMoney': 'Payé en argent de test, sans valeur.',
  'receipt.print': 'Imprimer ou enregistrer',
  'receipt.back': 'Retour au paiement',
} satisfies Translated<'receipt'>;
