import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{amount} para você, de {merchant}',
  'mail.invitation.words': '{merchant} paga {amount} a você em {network}. Abra esta página para receber:',
  'mail.reminder.subject': '{amount} de {merchant} ainda espera por você',
  'mail.reminder.words': '{merchant} ainda tem {amount} em {network} para você. Abra esta página para receber:',
  'mail.link.subject': 'Seu link para receber {amount} de {merchant}',
  'mail.link.words': 'Este é o seu link para receber {amount} em {network} de {merchant}:',
  'mail.undone.subject': 'A rede desfez um pagamento de {amount} de {merchant}',
  'mail.undone.words':
    '{merchant} já tinha pago {amount} a você. Depois, a rede {network} desfez esse pagamento; isso é raro e não é culpa de ninguém.',
  'mail.undone.reserved': 'O dinheiro está reservado para você de novo. Abra esta página para receber:',
  'mail.undone.over': 'Seu link não funciona mais. Peça a {merchant} que pague de novo.',
  'mail.link.button': 'Receber {amount}',
  'mail.link.purpose': 'Referente a, segundo quem paga: {description}',
  'mail.link.onlyYou':
    'A página pede um código que enviamos a este endereço. Assim, o link sozinho não dá o dinheiro a ninguém, e só você pode recebê-lo.',
  'mail.link.until': 'O link vale até {time}.',
  'mail.link.notYours': 'Se você não espera nada deles, abra a página e diga que não é para você, ou não faça nada.',
  'mail.code.subject': '{code} é o seu código para {host}',
  'mail.code.words':
    'Um navegador pede em {host} o pagamento de {amount} que {merchant} faz ao dono desta caixa de e-mail. Se for você, digite este código lá:',
  'mail.code.works':
    'Ele vale uma só vez, por {minutes, plural, one {um minuto} many {# de minutos} other {# minutos}}, e só no navegador em que foi pedido.',
  'mail.code.secret':
    'Não conte o código a ninguém. Se não foi você, não é preciso fazer nada: sem o código ninguém recebe o dinheiro.',
} satisfies Translated<'mail'>;
