import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'Su pedido',
  'order.about': 'Pedido {reference}',
  'order.fact.amount': 'Para el vendedor',
  'order.running': 'El vendedor cobra el {time}, salvo que usted presente antes una objeción.',
  'order.waiting': 'Por ahora no se paga nada. Cuando continúe, usted no pierde nada de su plazo.',
  'order.disputed': 'Se presentó una objeción. No se paga nada hasta que {merchant} decida.',
  'order.paying': 'El pago al vendedor está en curso. Ya es tarde para presentar aquí una objeción.',
  'order.paid': 'El vendedor ya cobró. Ya es tarde para presentar aquí una objeción.',
  'order.over': 'Este pedido ha terminado. Aquí no queda nada por hacer.',
  'order.object.words':
    '¿No llegó, o no es lo que pidió? Entonces presente una objeción. Una persona de {merchant} decide.',
  'order.object.do': 'Presentar una objeción y detener el pago',
  'order.extend.words': '¿Necesita más tiempo para revisarlo? Puede ampliar el plazo una sola vez.',
  'order.extend.do': 'Ampliar el plazo {days, plural, one {# día} many {# de días} other {# días}}',
  'order.extended': 'Usted amplió el plazo. Eso es posible una sola vez.',
  'order.object.reason': '¿Qué está mal? No es obligatorio decirlo.',
  'order.trouble': 'No se pudo hacer. Vuelva a cargar la página para ver cómo está su pedido.',
  'order.noScript': 'Esto necesita JavaScript, que está desactivado en este navegador.',
  'order.custody': 'El dinero queda en manos de {merchant}. Drawbridge no guarda nada de él.',

  'order.mail.funded.subject': 'El pedido {reference} está pagado',
  'order.mail.funded.words':
    'Su comprador ha pagado el pedido {reference}. {merchant} guarda {amount} para usted hasta que el pedido termine.',
  'order.mail.delivered.subject': 'El pedido {reference} fue entregado',
  'order.mail.delivered.words':
    '{merchant} anota que el pedido {reference} fue entregado. El vendedor cobra {amount} el {time}, salvo que el comprador presente antes una objeción.',
  'order.mail.soon.subject':
    'Pedido {reference}: {days, plural, one {falta # día} many {faltan # de días} other {faltan # días}} para el pago al vendedor',
  'order.mail.soon.words':
    'Se trata del pedido {reference} en {merchant}. El vendedor cobra {amount} el {time}, salvo que el comprador presente antes una objeción.',
  'order.mail.extended.subject': 'Pedido {reference}: el comprador amplió el plazo',
  'order.mail.extended.words':
    'El comprador del pedido {reference} en {merchant} amplió el plazo para revisarlo. Por eso, el vendedor cobra {amount} el {time}, salvo que el comprador presente antes una objeción.',
  'order.mail.held.subject': 'Pedido {reference}: por ahora no se paga nada',
  'order.mail.held.words':
    'El pedido {reference} en {merchant} está en espera. {amount} queda donde está. Cuando el pedido continúe, el tiempo que quedaba sigue ahí.',
  'order.mail.resumed.subject': 'El pedido {reference} continúa',
  'order.mail.resumed.words':
    'El pedido {reference} en {merchant} continúa. El vendedor cobra {amount} el {time}, salvo que el comprador presente antes una objeción.',
  'order.mail.disputed.subject': 'Pedido {reference}: se presentó una objeción',
  'order.mail.disputed.words':
    'Se presentó una objeción al pedido {reference}. {amount} queda donde está hasta que decida una persona de {merchant}.',
  'order.mail.paying.subject': 'Pedido {reference}: el pago a su favor está en curso',
  'order.mail.paying.words':
    '{merchant} le paga {amount} por el pedido {reference}. Abra esta página para ver cómo va:',
  'order.mail.paying.button': 'Abrir el pago',
  'order.mail.paid.subject': 'Pedido {reference}: el vendedor cobró',
  'order.mail.paid.words': 'El vendedor del pedido {reference} en {merchant} cobró {amount}.',
  'order.mail.refunding.subject': 'Pedido {reference}: el comprador recibe dinero de vuelta',
  'order.mail.refunding.words': 'El comprador del pedido {reference} en {merchant} recibe {amount} de vuelta.',
  'order.mail.address.subject': 'Pedido {reference}: su dinero iría a otra dirección',
  'order.mail.address.words':
    'Se pidió a {merchant} que le pague por el pedido {reference} en otra dirección, a partir del {time}:',
  'order.mail.address.notYou': 'Si usted no lo pidió, escriba a {merchant} de inmediato.',
  'order.mail.to': 'El dinero va a {address}.',
  'order.mail.nowhere':
    '{merchant} todavía no sabe dónde pagarle. Hasta entonces no se paga nada: indíqueles su dirección.',
  'order.mail.object':
    'Si algo está mal, abra la página y presente una objeción. No necesita cuenta. Si todo está bien, no haga nada.',
  'order.mail.button': 'Abrir el pedido',
  'order.mail.custody': 'El dinero queda en manos de {merchant}. Drawbridge no guarda nada de él.',
} satisfies Translated<'order'>;
