import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'Idioma',
  'ui.copied': 'Copiado',
  'ui.copyFailed': 'Seu navegador não permite copiar nesta página. Copie daqui:',
  'ui.copyAddress': 'Copiar o endereço',
  'ui.copyHash': 'Copiar o hash',
  'ui.copyLink': 'Copiar o link',
  'ui.selectedAddress': 'O endereço, selecionado',
  'ui.selectedHash': 'O hash, selecionado',
  'ui.selectedLink': 'O link, selecionado',
  'ui.showAddress': 'Mostrar o endereço completo',
  'ui.showHash': 'Mostrar o hash completo',
  'ui.explorer': 'explorador',
  'ui.broken.heading': 'Esta página parou de funcionar',
  'ui.broken.words':
    'A culpa é nossa. Isso não muda nada do que já foi feito: carregue a página de novo para ver a situação.',
  'ui.broken.do': 'Ver a situação',
} satisfies Translated<'ui'>;
