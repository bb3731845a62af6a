import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'Idioma',
  'ui.copied': 'Copiado',
  'ui.copyFailed': 'Su navegador no permite copiar desde esta página. Cópielo de aquí:',
  'ui.copyAddress': 'Copiar la dirección',
  'ui.copyHash': 'Copiar el hash',
  'ui.copyLink': 'Copiar el enlace',
  'ui.selectedAddress': 'La dirección, seleccionada',
  'ui.selectedHash': 'El hash, seleccionado',
  'ui.selectedLink': 'El enlace, seleccionado',
  'ui.showAddress': 'Mostrar la dirección completa',
  'ui.showHash': 'Mostrar el hash completo',
  'ui.explorer': 'explorador',
  'ui.broken.heading': 'Esta página dejó de funcionar',
  'ui.broken.words':
    'Es culpa nuestra. No cambia nada de lo que ya se hizo: vuelva a cargar la página para ver el estado.',
  'ui.broken.do': 'Ver el estado',
} satisfies Translated<'ui'>;
