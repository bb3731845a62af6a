import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'Langue',
  'ui.copied': 'Copié',
  'ui.copyFailed': 'Votre navigateur ne permet pas de copier depuis cette page. Copiez d’ici :',
  'ui.copyAddress': 'Copier l’adresse',
  'ui.copyHash': 'Copier le hash',
  'ui.copyLink': 'Copier le lien',
  'ui.selectedAddress': 'L’adresse, sélectionnée',
  'ui.selectedHash': 'Le hash, sélectionné',
  'ui.selectedLink': 'Le lien, sélectionné',
  'ui.showAddress': 'Afficher l’adresse entière',
  'ui.showHash': 'Afficher le hash entier',
  'ui.explorer': 'explorateur',
  'ui.broken.heading': 'Cette page ne fonctionne plus',
  'ui.broken.words':
    'C’est notre faute. Cela ne change rien à ce qui a déjà été fait : rechargez la page pour voir où cela en est.',
  'ui.broken.do': 'Voir où cela en est',
} satisfies Translated<'ui'>;
