import type { Translated } from '@/lib/words/english';

export default {
  'claim.title': 'Seu pagamento',
  'claim.about': 'Sobre este pagamento',
  'claim.testMoney': 'Dinheiro de teste',
  'claim.pays.now': '{merchant} paga você',
  'claim.pays.done': '{merchant} pagou você',
  'claim.pays.never': '{merchant}',
  'claim.footer.now.contract':
    '{merchant} paga isto diretamente do próprio cofre. O Drawbridge mostra a situação. Não compartilhe este link.',
  'claim.footer.now.wallet': '{merchant} paga isto. O Drawbridge mostra a situação. Não compartilhe este link.',
  'claim.footer.done.contract':
    'Pago por {merchant} diretamente do próprio cofre. Mostrado pelo Drawbridge. Não compartilhe este link.',
  'claim.footer.done.wallet': 'Pago por {merchant}. Mostrado pelo Drawbridge. Não compartilhe este link.',
  'claim.footer.never': 'Mostrado pelo Drawbridge para {merchant}.',
  'claim.fact.for': 'Referente a',
  'claim.fact.amount': 'Valor',
  'claim.fact.fee': 'Taxa',
  'claim.fact.feeOfMerchant': 'Taxa, paga por {merchant}',
  'claim.fact.net.now': 'Você recebe',
  'claim.fact.net.done': 'Você recebeu',
  'claim.fact.net.never': 'Depois da taxa',
  'claim.fact.to': 'Para',
  'claim.fact.anyWallet': 'Uma carteira de sua escolha',
  'claim.fact.network': 'Rede',
  'claim.fact.inVault': 'No cofre',
  'claim.fact.inVault.funded': 'Sim, pronto para você',
  'claim.fact.inVault.short': 'Ainda não',
  'claim.fact.inVault.unknown': 'Não é possível verificar agora',
  'claim.fact.until': 'O link vale até',
  'claim.fact.details': 'Detalhes',
  'claim.fact.reference': 'Referência',
  'claim.fact.vault': 'Cofre que paga',
  'claim.fact.token': 'Token {symbol}',
  'claim.fact.networkNumber': 'Número da rede',
  'claim.fact.transfer': 'Transferência',
  'claim.fact.paidTo': 'Pago a',
  'claim.fact.earlier': 'A transferência anterior:',
  'claim.fact.reason': 'Motivo: {reason}',
  'claim.do.lookAgain': 'Verificar de novo',
  'claim.do.askForHelp': 'Pedir ajuda a {merchant}',
  'claim.do.back': 'Voltar para {merchant}',
  'claim.do.receipt': 'Abrir o recibo',
  'claim.do.continue': 'Continuar com uma carteira',
  'claim.do.code': 'Enviar um código para {email}',
  'claim.do.codeSending': 'Enviando o código…',
  'claim.do.looking': 'Procurando sua carteira…',
  'claim.walletPartMissing':
    'A parte desta página para carteiras não carregou. Nada saiu do cofre. Verifique sua conexão e toque de novo, ou recarregue a página.',
  'claim.noScript': 'Conectar uma carteira exige JavaScript, que está desativado neste navegador.',
  'claim.offline': 'Sem conexão no momento. Esta página se atualiza sozinha assim que houver conexão.',
  'claim.fact.promised': 'Prometido',
  'claim.lapsed.heading': 'Veja o valor de novo',
  'claim.lapsed.words':
    '{merchant} prometeu {amount} a você. O pagamento é em dinheiro digital, e a conversão mudou desde então. Nada foi movimentado.',
  'claim.lapsed.go': 'Ver quanto você recebe agora',
  'claim.quote.heading': 'O que você recebe agora',
  'claim.quote.words': 'Foi prometido a você {amount}. Isto é o que equivale pela cotação de agora.',
  'claim.quote.before':
    'Foi prometido a você {amount}. Depois de confirmar que esta caixa de e-mail é sua, você verá aqui o que equivale pela cotação de agora.',
  'claim.quote.asking': 'Consultando a cotação…',
  'claim.quote.accept': 'Aceitar {amount}',
  'claim.quote.failed': 'No momento não há cotação. Nada foi movimentado. Tente de novo em um minuto.',
  'claim.quote.unpayable':
    'No momento não é possível pagar neste ativo. Nada foi movimentado. Escolha outro ou tente mais tarde.',
  'claim.quote.again': 'Consultar de novo',
  'claim.quote.choose': 'Em que você é pago',
  'claim.ready.heading': 'Pronto para você',
  'claim.ready.mailbox':
    'O dinheiro está disponível. Primeiro mostre que esta caixa de e-mail é sua: enviamos um código para {email}. Depois escolha para onde o dinheiro vai.',
  'claim.ready.words':
    'O dinheiro está disponível. Ele vai direto de {merchant} para a sua carteira em um só passo; você paga apenas a taxa de rede, em {currency}.',
  'claim.ready.earlierLink':
    'Há pouco foi usado um link antigo, que este substituiu. Até {time}, o pagamento ainda pode ir para a carteira indicada nele. Espere até esse momento: do contrário, você pode pagar uma taxa de rede à toa.',
  'claim.ready.relayed':
    'O dinheiro está disponível. Ele vai direto de {merchant} para a sua carteira. Você não paga nada por isso: a taxa de rede não é por sua conta.',
  'claim.do.sendToMine': 'Enviar para a minha carteira {address}',
  'claim.do.sending': 'Enviando…',
  'claim.do.connect': 'Conectar minha carteira',
  'claim.do.paste': 'Colar um endereço',
  'claim.do.paySelf': 'Pagar a taxa de rede por minha conta',
  'claim.do.sign': 'Assinar com a minha carteira',
  'claim.do.noWallet': 'Ainda não tenho carteira',
  'claim.ready.sign':
    '{merchant} pede que você primeiro assine com a sua carteira que este pagamento é seu. Isso não custa nada e não move dinheiro.',
  'claim.partMissing':
    'Esta parte da página não carregou. Nada saiu do cofre. Verifique sua conexão e toque de novo, ou recarregue a página.',
  'claim.noWallet.heading': 'Receber sem ter carteira',
  'claim.noWallet.what': '{symbol} é dinheiro digital, e uma carteira é o aplicativo que o guarda.',
  'claim.noWallet.free': 'Uma carteira não custa nada, e você pode criar uma em poucos minutos.',
  'claim.noWallet.secret':
    'Ela dá a você uma lista de palavras secretas: escreva-as no papel e não as mostre a ninguém, porque elas são o dinheiro.',
  'claim.noWallet.then': 'Depois abra de novo este link, que vale até {time}, e diga para onde o dinheiro deve ir.',
  'claim.noWallet.get': 'Obter uma carteira para o seu celular',
  'claim.noWallet.ios': 'iPhone',
  'claim.noWallet.android': 'Android',
  'claim.noWallet.exchange': 'Ou usar uma corretora',
  'claim.noWallet.exchange.words':
    'Se você tem conta em uma corretora, procure lá o endereço de depósito de {symbol} em {network}. Volte ao pagamento e cole esse endereço.',
  'claim.noWallet.later': 'Ou fazer mais tarde',
  'claim.noWallet.later.words':
    'O dinheiro fica reservado para você até {time}. Guarde este link e não o dê a ninguém.',
  'claim.noWallet.copy': 'Copiar o link',
  'claim.noWallet.share': 'Compartilhar o link',
  'claim.noWallet.mailMyself': 'Enviar para o meu e-mail',
  'claim.noWallet.remind': 'Enviar de novo mais tarde',
  'claim.noWallet.reminded': 'Vamos enviar de novo para {email} em até um dia.',
  'claim.noWallet.remindFailed': 'Não deu certo. Guarde o link que você recebeu por e-mail.',
  'claim.noWallet.back': 'Voltar ao pagamento',
  'claim.relay.queued.heading': 'Enviando',
  'claim.relay.sent.heading': 'A caminho',
  'claim.relay.waiting.heading': 'Aguardando o envio',
  'claim.relay.to': 'Vai para',
  'claim.relay.words': 'Você não precisa fazer nem pagar nada. A rede costuma levar menos de um minuto.',
  'claim.relay.waiting.words':
    'O envio sai sozinho assim que isso passar. Você pode esperar ou pagar agora a taxa de rede por sua conta. Você recebe uma só vez.',
  'claim.relay.close': 'Você pode fechar esta página. O envio continua sem ela, e este link sempre mostra a situação.',
  'claim.relay.orSelf': 'Você pode esperar e voltar com este link, ou pagar a taxa de rede por sua conta.',
  'claim.relay.ended': 'Não foi enviado. Nada saiu do cofre.',
  'claim.relay.reason.no_account': 'Aqui não fazemos o envio por você em {network}.',
  'claim.relay.reason.accounts_low':
    'Agora não podemos fazer o envio por você, por um motivo do nosso lado. Já fomos avisados.',
  'claim.relay.reason.gas_too_dear':
    'A taxa de rede em {network} está agora mais alta que o normal, então esperamos que ela baixe.',
  'claim.relay.reason.node_silent': 'Não conseguimos acessar {network} agora.',
  'claim.relay.reason.merchant_budget':
    'O que {merchant} paga por dia em taxas de rede já se esgotou. O envio continua amanhã.',
  'claim.relay.reason.link_budget': 'Este link foi usado vezes demais para isto hoje.',
  'claim.relay.reason.address_budget': 'Hoje já se enviou tanto para este endereço que nada mais é enviado até amanhã.',
  'claim.relay.reason.tried_too_often': 'A rede recusou o envio várias vezes. Daqui a pouco é possível tentar de novo.',
  'claim.relay.reason.not_payable': '{merchant} não pode pagar isto agora.',
  'claim.relay.reason.skipped': 'A rede não o incluiu.',
  'claim.relay.reason.not_mined': 'A rede não o aceitou a tempo.',
  'claim.relay.reason.closed': 'Este pagamento não está mais aberto.',
  'claim.relay.reason.claimed_otherwise': 'Foi pago de outra forma.',
  'claim.relay.reason.key_of_link':
    'Este link tem uma chave própria, então o resgate é feito a partir de uma carteira.',
  'claim.relay.reason.link_replaced': '{merchant} trocou o link com que o envio foi pedido.',
  'claim.relay.reason.approval_changed': '{merchant} precisa aprovar de novo.',
  'claim.relay.reason.recipient_refused': 'Este endereço não pode receber o pagamento.',
  'claim.relay.reason.failed_often': 'Falhou várias vezes, então não se tenta mais.',
  'claim.sent.heading': 'Enviado',
  'claim.sent.ago': 'Foi enviado {ago}, e a rede ainda não mostra.',
  'claim.sent.now': 'Acabou de ser enviado, e a rede ainda não mostra.',
  'claim.sent.words':
    'A rede costuma mostrar em segundos, e então esta página informa o andamento. Você pode fechar a página.',
  'claim.sent.notMe': 'Não fui eu que enviei',
  'claim.sent.notMe.words':
    'Então pode ter sido outra pessoa com este link. Não importa quantas enviem: o pagamento é feito uma só vez, a uma só carteira.',
  'claim.sent.late': 'Está demorando mais que o normal, talvez por causa de uma taxa de rede baixa.',
  'claim.sent.costOfAgain':
    'Enviar de novo é seguro, pois você recebe uma só vez; mas, se os dois envios chegarem, uma das duas taxas de rede se perde.',
  'claim.approval.heading': 'Aguardando aprovação',
  'claim.approval.contract':
    '{merchant} ainda precisa aprovar este pagamento. Nada saiu do cofre. Você pode fechar esta página e voltar com o mesmo link; ela muda sozinha quando houver a aprovação.',
  'claim.approval.wallet':
    '{merchant} ainda precisa aprovar este pagamento. Nenhum envio foi visto. Você pode fechar esta página e voltar com o mesmo link; ela muda sozinha quando houver a aprovação.',
  'claim.byHand.heading': '{merchant} vai pagar você',
  'claim.byHand.words':
    'Você não precisa fazer nada. {merchant} envia este pagamento para o endereço abaixo e paga a taxa de rede. Você pode fechar esta página e voltar com o mesmo link; ela muda sozinha quando o dinheiro estiver a caminho.',
  'claim.direct.words':
    'Você não precisa fazer nem pagar nada. O envio para o endereço abaixo sai sozinho, e a taxa de rede não é por sua conta.',
  'claim.direct.next': 'Você não precisa fazer nada: o envio sai sozinho assim que isso passar.',
  'claim.funds.heading': 'Aguardando fundos',
  'claim.funds.heading.limit': 'Aguardando o limite diário',
  'claim.funds.funds': 'O cofre de {merchant} não tem o suficiente para isto agora; já avisamos {merchant}.',
  'claim.funds.allowance': 'O cofre de {merchant} não pode pagar tanto agora; já avisamos {merchant}.',
  'claim.funds.limit':
    'O que o cofre de {merchant} pode pagar em 24 horas se esgotou por enquanto. O limite se recompõe sozinho, hora após hora.',
  'claim.funds.next': 'Você pode fechar esta página. Ela oferece o pagamento sozinha assim que o cofre puder pagar.',
  'claim.reserved': 'Nada saiu do cofre, e seu pagamento fica reservado para você até {time}.',
  'claim.obstacle.byItself': 'Esta página oferece o pagamento sozinha assim que isso mudar; você pode fechá-la.',
  'claim.obstacle.told': 'Já avisamos {merchant}.',
  'claim.obstacle.token_paused.heading': '{symbol} está suspenso para todos',
  'claim.obstacle.token_paused.why':
    'O emissor de {symbol} suspendeu todas as transferências, então ninguém pode enviar nem receber agora.',
  'claim.obstacle.vault_blocked.heading': 'O comerciante precisa resolver algo',
  'claim.obstacle.vault_blocked.why':
    'O emissor de {symbol} bloqueou o cofre de {merchant}, então nada pode ser pago a partir dele. Isso não tem nada a ver com você.',
  'claim.obstacle.signer_terms.heading': 'Aguardando o comerciante',
  'claim.obstacle.signer_terms.why': 'O cofre de {merchant} não nos permite fazer este pagamento no momento.',
  'claim.obstacle.token_fee.heading': '{symbol} chegaria incompleto',
  'claim.obstacle.token_fee.why':
    'O emissor de {symbol} agora retém uma parte de cada transferência, então você receberia menos que o combinado.',
  'claim.obstacle.token_fee.next': 'Esperamos até que o valor inteiro chegue.',
  'claim.obstacle.recipient_blocked.heading': 'Esta carteira está bloqueada',
  'claim.obstacle.recipient_blocked.why':
    'O emissor de {symbol} bloqueou a carteira para a qual é este pagamento, e só ele pode desbloqueá-la.',
  'claim.obstacle.recipient_blocked.next': 'Já avisamos {merchant}. Peça um novo pagamento para outra carteira sua.',
  'claim.obstacle.token_refuses.heading': '{symbol} recusa o pagamento',
  'claim.obstacle.token_refuses.why': 'Perguntamos a {symbol} se faria este pagamento. Não faria, e não diz por quê.',
  'claim.obstacle.signer_declined.heading': 'O comerciante precisa permitir primeiro',
  'claim.obstacle.signer_declined.why':
    '{merchant} assina os próprios pagamentos e não assinou este na última tentativa.',
  'claim.obstacle.signer_unreachable.heading': 'O comerciante não respondeu',
  'claim.obstacle.signer_unreachable.why':
    '{merchant} assina os próprios pagamentos, e seu servidor não respondeu na última tentativa.',
  'claim.obstacle.screening.heading': 'O comerciante precisa verificar primeiro',
  'claim.obstacle.screening.why': '{merchant} verifica a quem paga e precisa olhar este pagamento antes de continuar.',
  'claim.obstacle.other.heading': 'A rede recusaria',
  'claim.obstacle.other.why': 'Na última tentativa, a rede teria recusado o pagamento, sem dizer por quê.',
  'claim.obstacle.other.next': 'Já avisamos {merchant}. Você pode tentar de novo: tentar não custa nada.',
  'claim.obstacle.our_clock.heading': 'Nosso relógio está errado',
  'claim.obstacle.our_clock.why':
    'O relógio do nosso servidor não coincide com o da rede, então o que assinamos não seria aceito. A culpa é nossa.',
  'claim.obstacle.our_clock.next': 'Nosso operador foi avisado.',
  'claim.stopped.heading': 'Os pagamentos estão em pausa por enquanto',
  'claim.stopped.words':
    'O operador deste portal pausou os pagamentos por enquanto, por precaução. Nenhum dinheiro foi movido, e seu pagamento fica guardado para você até {time}.',
  'claim.stopped.next':
    'Você não precisa fazer nada. Guarde este link: quando os pagamentos voltarem, esta página mostra isso sozinha.',
  'claim.networkDown.heading': 'Não conseguimos acessar a rede',
  'claim.networkDown.words':
    'Não temos resposta de {network} agora, então não podemos ver se o dinheiro está lá e não oferecemos nada até conseguirmos. O problema é nosso, e seu pagamento está seguro: você recebe uma só vez, mesmo que várias transferências tenham sido enviadas nesse meio-tempo.',
  'claim.networkDown.next': 'A página continua tentando sozinha.',
  'claim.reverted.heading': 'A rede recusou a transferência',
  'claim.reverted.words':
    'Nada saiu do cofre; só a taxa de rede foi gasta. O pagamento continua sendo seu e você pode tentar de novo. Você só pode receber uma única vez.',
  'claim.replaced.heading': 'Sua carteira enviou outra coisa no lugar',
  'claim.replaced.words':
    'A transferência foi cancelada ou substituída na sua carteira antes que a rede a aceitasse. Nada saiu do cofre, e o pagamento continua sendo seu.',
  'claim.dropped.heading': 'A rede perdeu a transferência',
  'claim.dropped.words':
    'Ela não está em nenhum bloco que lemos, muitas vezes porque a taxa de rede foi baixa demais. Envie de novo: mesmo que a primeira apareça depois, você só pode receber uma vez. Isso custaria uma segunda taxa de rede.',
  'claim.processing.heading': 'A caminho',
  'claim.processing.soon': 'A rede costuma confirmar isto em poucos segundos.',
  'claim.processing.minute': 'A rede costuma confirmar isto em menos de um minuto.',
  'claim.processing.minutes':
    'A rede costuma confirmar isto em cerca de {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
  'claim.processing.doubtful.heading': 'Estamos conferindo',
  'claim.processing.doubtful':
    'A transferência foi enviada, mas não tivemos resposta. Estamos verificando na rede se o dinheiro se moveu e não enviamos mais nada até saber.',
  'claim.processing.close':
    'Você pode fechar esta página. A transferência continua sem ela, e este link sempre mostra a situação.',
  'claim.differs.heading': 'Pago, mas não como combinado',
  'claim.differs.words':
    'A rede confirmou um pagamento para a sua carteira. {reason} A culpa não é sua, e não há nada que você possa corrigir aqui.',
  'claim.differs.next':
    '{merchant} também vê isso e decide o que acontece com o restante. Este link mostra como termina.',
  'claim.step.sent': 'Enviado pela sua carteira',
  'claim.step.sentForYou': 'Enviado em seu nome',
  'claim.step.seen': 'Visto pela rede',
  'claim.step.unseen': 'Aguardando a rede ver',
  'claim.step.confirming': 'Confirmando: {count} de {needed}',
  'claim.step.confirmed': 'Confirmado pela rede',
  'claim.step.paid': 'Pago',
  'claim.step.done': '(feito)',
  'claim.completed.heading': 'Pago',
  'claim.completed.words': 'O dinheiro está na sua carteira, e a rede confirmou.',
  'claim.alreadyPaid.heading': 'Já foi pago',
  'claim.alreadyPaid.contract':
    'Este link já foi usado. Um link paga uma só vez, então não há mais nada a receber aqui.',
  'claim.alreadyPaid.contract.on':
    'Este link já foi usado e pago em {time}. Um link paga uma só vez, então não há mais nada a receber aqui.',
  'claim.alreadyPaid.wallet': 'Este pagamento já foi enviado a você. Não há mais nada a fazer aqui.',
  'claim.alreadyPaid.wallet.on':
    'Este pagamento já foi enviado a você e pago em {time}. Não há mais nada a fazer aqui.',
  'claim.cancelling.heading': 'Sendo cancelado',
  'claim.cancelling.words': '{merchant} está cancelando este pagamento, então nenhum novo resgate pode começar.',
  'claim.cancelling.until':
    'Um resgate enviado ou preparado antes ainda pode ser concluído até {time}. Se isso acontecer, você recebe, e esta página informa.',
  'claim.cancelling.onChain':
    'O que foi assinado para este link vale até lá. Só termina antes se o comerciante também cancelar na rede.',
  'claim.cancelled.heading': 'Este pagamento foi cancelado',
  'claim.cancelled.contract':
    '{merchant} cancelou. Nada saiu do cofre, e este link não pode mais pagar. Se você esperava este dinheiro, fale com {merchant}.',
  'claim.cancelled.wallet':
    '{merchant} cancelou. Nenhum envio foi visto, e não haverá mais envio. Se você esperava este dinheiro, fale com {merchant}.',
  'claim.expired.heading.contract': 'Este link expirou',
  'claim.expired.heading.wallet': 'Este pagamento expirou',
  'claim.expired.contract':
    'Ele valia até {time}. Nada saiu do cofre: o dinheiro continua com {merchant}. Peça um novo link.',
  'claim.expired.wallet':
    'Deveria ser enviado até {time}. Nenhum envio foi visto: o dinheiro continua com {merchant}. Peça um novo.',
  'claim.failed.heading': 'Este pagamento falhou',
  'claim.failed.differs':
    'O que chegou à sua carteira não é o que foi combinado, e {merchant} não o considera como este pagamento. O que você recebeu fica para você acertar com {merchant}; nada mais é pago por este link.',
  'claim.failed.undone':
    'A transferência foi desfeita depois de ter contado como paga: o dinheiro não está na sua carteira. Já avisamos {merchant}, que precisa iniciá-la de novo; não há nada que você possa enviar daqui.',
  'claim.verify.title': 'Mostre que uma carteira é sua',
  'claim.verify.asks': '{merchant} pede a você',
  'claim.verify.open.heading': 'Mostre que uma carteira é sua',
  'claim.verify.open.words':
    'Conecte a carteira e assine um texto curto com ela. Isso não custa nada e não move dinheiro. {merchant} recebe o endereço e a assinatura, e nada mais.',
  'claim.verify.open.bound': 'Tem que ser esta carteira:',
  'claim.verify.open.until': 'Este link vale até {time}.',
  'claim.verify.done.heading': 'Pronto',
  'claim.verify.done.words': '{merchant} já sabe que esta carteira é sua. Você pode fechar esta página.',
  'claim.verify.expired.heading': 'Este link expirou',
  'claim.verify.expired.words': 'Peça um novo a {merchant}.',
  'claim.verify.footer': 'Mostrado pelo Drawbridge para {merchant}. Não compartilhe este link.',
  'claim.unknown.heading': 'Este link não é conhecido',
  'claim.unknown.words': 'Nenhum pagamento corresponde a este endereço.',
  'claim.unknown.next':
    'Verifique se você abriu o link inteiro, até a última letra. Se recebeu um mais novo, use esse: um novo link substitui o antigo. Caso contrário, fale com quem o enviou a você.',
  'claim.reason.claim_reverted': 'A rede executou o resgate e o recusou.',
  'claim.reason.payment_reverted': 'A rede executou o pagamento e o recusou.',
  'claim.reason.moved_something_else': 'O hash moveu, na verdade, outra coisa.',
  'claim.reason.paid_something_else': 'O hash pagou, na verdade, outra coisa.',
  'claim.reason.reorganised': 'Uma reorganização da blockchain desfez o pagamento.',
  'claim.reason.not_as_agreed': 'Não é o que foi combinado.',
  'claim.reason.no_claim_reported': 'O contrato não informou nenhum resgate.',
  'claim.reason.recipient_not_signed_for': 'O dinheiro foi para um endereço para o qual nada foi assinado aqui.',
  'claim.reason.other_amount': 'O dinheiro chegou ao destinatário, mas não no valor exato.',
} satisfies Translated<'claim'>;
