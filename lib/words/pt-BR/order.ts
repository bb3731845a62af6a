import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'Seu pedido',
  'order.about': 'Pedido {reference}',
  'order.fact.amount': 'Para o vendedor',
  'order.running': 'O vendedor recebe em {time}, a menos que você faça uma objeção antes.',
  'order.waiting': 'Por enquanto nada é pago. Quando continuar, você não perde nada do seu prazo.',
  'order.disputed': 'Foi feita uma objeção. Nada é pago até que {merchant} decida.',
  'order.paying': 'O pagamento ao vendedor está em andamento. É tarde demais para fazer uma objeção aqui.',
  'order.paid': 'O vendedor já recebeu. É tarde demais para fazer uma objeção aqui.',
  'order.over': 'Este pedido terminou. Não há mais nada a fazer aqui.',
  'order.object.words':
    'Não chegou, ou não é o que você pediu? Então faça uma objeção. Uma pessoa de {merchant} decide.',
  'order.object.do': 'Fazer uma objeção e parar o pagamento',
  'order.extend.words': 'Precisa de mais tempo para conferir? Você pode estender o prazo uma só vez.',
  'order.extend.do': 'Estender o prazo em {days, plural, one {# dia} many {# de dias} other {# dias}}',
  'order.extended': 'Você estendeu o prazo. Isso é possível uma só vez.',
  'order.object.reason': 'O que está errado? Você não precisa dizer.',
  'order.trouble': 'Não deu certo. Recarregue a página para ver como está o seu pedido.',
  'order.noScript': 'Isso precisa de JavaScript, que está desativado neste navegador.',
  'order.custody': 'O dinheiro fica com {merchant}. O Drawbridge não guarda nada dele.',

  'order.mail.funded.subject': 'O pedido {reference} está pago',
  'order.mail.funded.words':
    'O seu comprador pagou o pedido {reference}. {merchant} guarda {amount} para você até que o pedido termine.',
  'order.mail.delivered.subject': 'O pedido {reference} foi entregue',
  'order.mail.delivered.words':
    '{merchant} registra que o pedido {reference} foi entregue. O vendedor recebe {amount} em {time}, a menos que o comprador faça uma objeção antes.',
  'order.mail.soon.subject':
    'Pedido {reference}: {days, plural, one {falta # dia} many {faltam # de dias} other {faltam # dias}} para o pagamento ao vendedor',
  'order.mail.soon.words':
    'Trata-se do pedido {reference} em {merchant}. O vendedor recebe {amount} em {time}, a menos que o comprador faça uma objeção antes.',
  'order.mail.extended.subject': 'Pedido {reference}: o comprador estendeu o prazo',
  'order.mail.extended.words':
    'O comprador do pedido {reference} em {merchant} estendeu o prazo para conferir. Com isso, o vendedor recebe {amount} em {time}, a menos que o comprador faça uma objeção antes.',
  'order.mail.held.subject': 'Pedido {reference}: por enquanto nada é pago',
  'order.mail.held.words':
    'O pedido {reference} em {merchant} está em espera. {amount} fica onde está. Quando o pedido continuar, o tempo que restava ainda estará lá.',
  'order.mail.resumed.subject': 'O pedido {reference} continua',
  'order.mail.resumed.words':
    'O pedido {reference} em {merchant} continua. O vendedor recebe {amount} em {time}, a menos que o comprador faça uma objeção antes.',
  'order.mail.disputed.subject': 'Pedido {reference}: foi feita uma objeção',
  'order.mail.disputed.words':
    'Foi feita uma objeção ao pedido {reference}. {amount} fica onde está até que uma pessoa de {merchant} decida.',
  'order.mail.paying.subject': 'Pedido {reference}: o pagamento a seu favor está em andamento',
  'order.mail.paying.words':
    '{merchant} paga {amount} a você pelo pedido {reference}. Abra esta página para ver como está:',
  'order.mail.paying.button': 'Abrir o pagamento',
  'order.mail.paid.subject': 'Pedido {reference}: o vendedor recebeu',
  'order.mail.paid.words': 'O vendedor do pedido {reference} em {merchant} recebeu {amount}.',
  'order.mail.refunding.subject': 'Pedido {reference}: o comprador recebe dinheiro de volta',
  'order.mail.refunding.words': 'O comprador do pedido {reference} em {merchant} recebe {amount} de volta.',
  'order.mail.address.subject': 'Pedido {reference}: o seu dinheiro iria para outro endereço',
  'order.mail.address.words':
    'Foi pedido a {merchant} que pague a você pelo pedido {reference} em outro endereço, a partir de {time}:',
  'order.mail.address.notYou': 'Se não foi você quem pediu, escreva a {merchant} imediatamente.',
  'order.mail.to': 'O dinheiro vai para {address}.',
  'order.mail.nowhere': '{merchant} ainda não sabe onde pagar você. Até lá nada é pago: informe a eles o seu endereço.',
  'order.mail.object':
    'Se algo estiver errado, abra a página e faça uma objeção. Você não precisa de conta. Se estiver tudo bem, não faça nada.',
  'order.mail.button': 'Abrir o pedido',
  'order.mail.custody': 'O dinheiro fica com {merchant}. O Drawbridge não guarda nada dele.',
} satisfies Translated<'order'>;
