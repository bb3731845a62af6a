import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{amount} para usted, de {merchant}',
  'mail.invitation.words': '{merchant} le paga {amount} en {network}. Abra esta página para recibirlo:',
  'mail.reminder.subject': '{amount} de {merchant} todavía le espera',
  'mail.reminder.words': '{merchant} todavía tiene {amount} en {network} para usted. Abra esta página para recibirlo:',
  'mail.link.subject': 'Su enlace para recibir {amount} de {merchant}',
  'mail.link.words': 'Este es su enlace para recibir {amount} en {network} de {merchant}:',
  'mail.undone.subject': 'La red deshizo un pago de {amount} de {merchant}',
  'mail.undone.words':
    '{merchant} le había pagado {amount}. Después, {network} deshizo ese pago; ocurre rara vez y nadie tiene la culpa.',
  'mail.undone.reserved': 'El dinero vuelve a estar reservado para usted. Abra esta página para recibirlo:',
  'mail.undone.over': 'Su enlace ya no funciona. Pida a {merchant} que le pague de nuevo.',
  'mail.link.button': 'Recibir {amount}',
  'mail.link.purpose': 'Concepto, según quien paga: {description}',
  'mail.link.onlyYou':
    'La página pide un código que enviamos a esta dirección. Así, el enlace por sí solo no da el dinero a nadie, y solo usted puede recibirlo.',
  'mail.link.until': 'El enlace vale hasta el {time}.',
  'mail.link.notYours': 'Si no espera nada de ellos, abra la página e indique que no es para usted, o no haga nada.',
  'mail.code.subject': '{code} es su código para {host}',
  'mail.code.words':
    'Un navegador pide en {host} el pago de {amount} que {merchant} hace al dueño de este buzón. Si es usted, escriba allí este código:',
  'mail.code.works':
    'Sirve una sola vez, durante {minutes, plural, one {un minuto} many {# de minutos} other {# minutos}}, y solo en el navegador donde se pidió.',
  'mail.code.secret':
    'No se lo diga a nadie. Si no fue usted, no tiene que hacer nada: sin el código nadie recibe el dinero.',
} satisfies Translated<'mail'>;
