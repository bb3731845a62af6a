import type { Translated } from '@/lib/words/english';

export default {
  'wallet.chooseWallet': 'Escolha sua carteira',
  'wallet.connect': 'Conectar {wallet}',
  'wallet.connectOne': 'Conectar uma carteira',
  'wallet.connect.declined':
    'Você recusou na sua carteira, então ela não está conectada. Escolha de novo quando quiser.',
  'wallet.connect.failed': 'Sua carteira não se conectou. Abra-a, veja se está desbloqueada e escolha de novo.',
  'wallet.connect.words': 'Conectar só nos mostra seu endereço. Nada é enviado com isso.',
  'wallet.connecting.heading': 'Aguardando sua carteira',
  'wallet.connecting.words':
    'Se sua carteira perguntar, permita que esta página veja seu endereço. Nada é enviado ainda.',
  'wallet.connecting.again': 'Não aparece nada? Perguntar de novo',
  'wallet.useAnother': 'Usar outra carteira',
  'wallet.none.frame.heading': 'Sua carteira pode não funcionar aqui dentro',
  'wallet.none.frame.do': 'Abrir em uma nova aba',
  'wallet.none.frame.words':
    'Esta página aparece dentro de outra, onde muitas vezes as carteiras não a alcançam. Abra-a em uma aba própria; o que acontecer lá aparece aqui também. Nada saiu do cofre.',
  'wallet.none.phone.heading': 'Abra esta página na sua carteira',
  'wallet.none.phone.all': 'Escolher entre todas as carteiras',
  'wallet.none.phone.openIn': 'Abrir em {wallet}',
  'wallet.none.phone.copy': 'Copiar o link',
  'wallet.none.phone.words':
    'Este navegador não tem carteira. Os aplicativos de carteira têm um navegador próprio: abra esta página lá, ou copie o link e cole. Nada saiu do cofre.',
  'wallet.none.desktop.heading': 'Não há carteira neste navegador',
  'wallet.none.desktop.onPhone': 'Conectar a carteira do meu celular',
  'wallet.none.desktop.look': 'Já tenho uma carteira, verificar de novo',
  'wallet.none.desktop.copy': 'Copiar o link para outro aparelho',
  'wallet.none.desktop.words':
    'Instale uma extensão de carteira e verifique de novo, ou abra o link onde está sua carteira: em outro navegador ou em um aplicativo de carteira no celular. Nada saiu do cofre, e o link continua valendo.',
  'wallet.wrongWallet.heading': 'Este pagamento é para outra carteira',
  'wallet.wrongWallet.choose': 'Escolher outra conta',
  'wallet.wrongWallet.bound': 'Só pode ir para',
  'wallet.wrongWallet.shown': 'Sua carteira nos mostra',
  'wallet.wrongWallet.words':
    'Nada é enviado de lá. Mude para a conta certa na sua carteira; esta página percebe. Se você não tem mais essa carteira, peça a {merchant} que envie o pagamento para outra.',
  'wallet.wrongNetwork.switch': 'Mudar para {network}',
  'wallet.wrongNetwork.words':
    'Sua carteira está em outra rede, e este pagamento está em {network}. Nada é enviado de lá. Se sua carteira ainda não conhece {network}, ela oferece adicioná-la.',
  'wallet.wrongNetwork.asking': 'Sua carteira está perguntando agora.',
  'wallet.wrongNetwork.declined': 'Você recusou a mudança. Toque de novo quando quiser.',
  'wallet.wrongNetwork.failed':
    'Sua carteira não mudou. Escolha {network} (número da rede {number}) na sua carteira; esta página percebe.',
  'wallet.prove.heading': 'Assine que esta carteira é sua',
  'wallet.prove.words':
    'Sua carteira mostra um texto e pede que você o assine. Isso não custa nada e não move dinheiro. O texto assinado é guardado, para que possa ser verificado de novo.',
  'wallet.prove.do': 'Assinar com a minha carteira',
  'wallet.prove.asking': 'Assine na sua carteira',
  'wallet.prove.checking': 'Verificando a assinatura…',
  'wallet.prove.done': 'Assinado',
  'wallet.prove.trouble.declined': 'Você recusou na sua carteira. Nada foi assinado. Continue quando quiser.',
  'wallet.prove.trouble.busy': 'Já há um pedido aberto na sua carteira. Responda lá e continue aqui.',
  'wallet.prove.trouble.unable':
    'Sua carteira não deu nenhuma assinatura. Nada se moveu. Tente de novo ou use outra carteira.',
  'wallet.prove.trouble.refused':
    'A assinatura não é desta carteira. Nada se moveu. Tente de novo ou use outra carteira.',
  'wallet.prove.trouble.unreachable':
    'Não foi possível verificar agora. Nada se moveu. Espere um minuto e tente de novo.',
  'wallet.prove.trouble.expired': 'Demorou demais. Assine de novo.',
  'wallet.send.heading': 'Enviar para a minha carteira',
  'wallet.send.again': 'Tentar de novo',
  'wallet.send.asking': 'Enviando…',
  'wallet.send.asking.words': 'Isso leva um instante. A página mostra sozinha o que acontece depois.',
  'wallet.send.trouble.away':
    'Não foi possível falar conosco, então não sabemos se o pedido foi aceito. Tentar de novo é seguro: você recebe uma só vez.',
  'wallet.send.trouble.changed': 'Algo mudou neste pagamento. Nada foi enviado com isto. Carregue a página de novo.',
  'wallet.send.trouble.refused': 'Este endereço não pode receber o pagamento. Nada foi enviado.',
  'wallet.send.trouble.unavailable':
    'Agora não podemos fazer o envio por você. Nada foi enviado. Espere um pouco ou pague a taxa de rede por sua conta.',
  'wallet.send.trouble.short': 'O cofre não pode pagar isto agora. O pagamento fica reservado para você.',
  'wallet.send.trouble.often': 'Houve pedidos demais a partir daqui. Espere um minuto e tente de novo.',
  'wallet.offer.heading': 'Enviar para esta carteira?',
  'wallet.offer.words': 'Você não paga nada e não assina nada. É definitivo: confira se esta carteira é mesmo sua.',
  'wallet.offer.do': 'Enviar {amount} para cá',
  'wallet.offer.self': 'Pagar a taxa de rede por minha conta',
  'wallet.paste.heading': 'Para onde deve ir?',
  'wallet.paste.words': 'O envio é feito em {symbol} na rede {network}. O endereço precisa poder receber lá.',
  'wallet.paste.label': 'Endereço ou nome ENS',
  'wallet.paste.check': 'Verificar este endereço',
  'wallet.paste.checking': 'Verificando…',
  'wallet.paste.empty': 'Cole o endereço aqui.',
  'wallet.paste.unchecked': 'Não foi possível verificar agora. Espere um momento e tente de novo.',
  'wallet.paste.why.checksum':
    'Um caractere deste endereço está errado: as letras maiúsculas não conferem. Copie-o de novo da sua carteira.',
  'wallet.paste.why.form':
    'Isto não é um endereço. Um endereço começa com 0x e tem mais 40 caracteres. Copie-o de novo.',
  'wallet.paste.why.name_not_offered': 'Aqui não se buscam nomes. Cole o próprio endereço.',
  'wallet.paste.why.name_malformed': 'Este nome não pode ser buscado. Cole o próprio endereço.',
  'wallet.paste.why.name_unset': 'Este nome não tem um endereço que possamos ler. Cole o próprio endereço.',
  'wallet.paste.why.name_elsewhere':
    'Este nome é de um contrato na Ethereum que não existe nesta rede. Cole o próprio endereço.',
  'wallet.paste.why.name_silent': 'Agora não é possível buscar nomes. Tente de novo ou cole o próprio endereço.',
  'wallet.paste.lost.burn_address': 'Este endereço não é de ninguém. O que é enviado para lá se perde.',
  'wallet.paste.lost.token_itself':
    'Este é o endereço do próprio token. O que é enviado para lá se perde. Use o endereço da sua carteira.',
  'wallet.paste.lost.payout_contract':
    'Este é o contrato que paga. O que é enviado para lá se perde. Use o endereço da sua carteira.',
  'wallet.paste.lost.vault': 'Este é um cofre que paga. Use o endereço da sua carteira.',
  'wallet.paste.lost.sender_itself': 'Este é o cofre que paga você. Use o endereço da sua carteira.',
  'wallet.paste.lost.blocked_by_token': 'O emissor do token bloqueou este endereço. Use outro.',
  'wallet.paste.lost.other': 'Este endereço não pode receber o pagamento. Use outro.',
  'wallet.paste.contract':
    'Há um contrato neste endereço em {network}. Continue só se for a sua própria carteira inteligente, ou se uma corretora mandou usá-lo.',
  'wallet.paste.confirm.heading': 'Este é o endereço certo?',
  'wallet.paste.other': 'Usar outro endereço',
  'wallet.paste.whose': 'É um endereço de depósito de uma corretora?',
  'wallet.paste.whose.self': 'Não, é a minha própria carteira',
  'wallet.paste.whose.exchange': 'Sim, é a minha conta em uma corretora',
  'wallet.paste.whose.missing': 'Primeiro diga de quem é o endereço.',
  'wallet.paste.exchange.network':
    'A corretora precisa aceitar {symbol} em {network}. Se ela espera outra rede, o dinheiro se perde.',
  'wallet.paste.exchange.memo':
    'Se a corretora pede também um memo ou uma tag, pare aqui: não é possível enviar isso junto, e sem isso o dinheiro não é creditado.',
  'wallet.paste.exchange.minimum':
    'Veja qual é o menor depósito que ela aceita. O que é menos muitas vezes não é creditado.',
  'wallet.paste.exchange.contract':
    'O dinheiro vem de um contrato. Algumas corretoras creditam isso tarde, ou só depois que você escreve para elas.',
  'wallet.paste.last': 'Os seis últimos caracteres',
  'wallet.paste.last.hint': 'Leia-os na sua carteira ou na corretora e digite-os aqui.',
  'wallet.paste.last.wrong': 'Estes não são os seis últimos caracteres. Compare o endereço de novo.',
  'wallet.paste.send': 'Enviar {amount}',
  'wallet.paste.final': 'Você não paga nada. É definitivo: ninguém pode recuperar o dinheiro de um endereço errado.',
  'wallet.get': 'Receber {amount}',
  'wallet.preparing.heading': 'Preparando seu resgate…',
  'wallet.preparing.words': 'Isso leva um instante. Nada é enviado antes que você confirme.',
  'wallet.preview.heading': 'Isto é o que vai acontecer',
  'wallet.preview.net': 'Você recebe {amount} de {merchant} em {network}, na sua carteira {address}.',
  'wallet.preview.fee.recipient': 'A taxa de {fee} já está descontada.',
  'wallet.preview.fee.merchant': '{merchant} paga a taxa de {fee}.',
  'wallet.preview.fee.none': 'Não há taxa.',
  'wallet.preview.networkFee': 'Sua carteira paga apenas a taxa de rede.',
  'wallet.preview.asks': 'Sua carteira pergunta mais uma vez antes que algo seja enviado.',
  'wallet.preview.sentBefore':
    'Sua carteira pode já ter enviado isto. Veja antes a lista de atividades dela: você recebe uma só vez, e enviar de novo só custaria uma segunda taxa de rede.',
  'wallet.preview.to': 'Para a sua carteira',
  'wallet.preview.feeAbout': 'Taxa de rede, aproximada',
  'wallet.preview.call': 'A chamada exata',
  'wallet.preview.contract': 'Contrato',
  'wallet.preview.networkNumber': 'Número da rede',
  'wallet.preview.value': 'Valor enviado',
  'wallet.short.heading': 'Não é suficiente para a taxa de rede',
  'wallet.short.heading.perhaps': 'Talvez não seja suficiente para a taxa de rede',
  'wallet.short.words':
    'A rede cobra cerca de {estimate} para enviar isto. Durante o envio, a carteira reserva até {reserve} e fica com o que não for usado. A sua tem {balance}. Nenhum envio foi pedido a ela.',
  'wallet.short.next': 'Adicione um pouco de {currency} em {network} a esta carteira e verifique de novo.',
  'wallet.short.look': 'Já adicionei, verificar de novo',
  'wallet.short.try': 'Tentar mesmo assim',
  'wallet.asking.heading': 'Confirme na sua carteira',
  'wallet.asking.words':
    'Sua carteira está perguntando agora. Nada se move antes que você confirme lá; depois disso, esta página segue adiante.',
  'wallet.asking.late':
    'Ela ainda não respondeu. Abra-a e procure um pedido desta página. Se ela já enviou o resgate, esta página mostra sozinha.',
  'wallet.asking.again': 'Não aparece nada? Começar de novo',
  'wallet.noAnswer': 'A carteira ainda não respondeu. Abra-a e procure um pedido desta página.',
  'wallet.noAnswer.stop': 'Parar de esperar',
  'wallet.sent.heading': 'Enviado',
  'wallet.sent.words':
    'A rede costuma ver em segundos, e então esta página mostra o andamento. Enquanto isso, você pode fechá-la.',
  'wallet.sent.transfer': 'Transferência',
  'wallet.sent.again': 'Começar de novo',
  'wallet.sent.costOfAgain':
    'Enviar de novo é seguro, pois você recebe uma só vez; mas, se os dois envios chegarem, uma das duas taxas de rede se perde.',
  'wallet.stopped.heading': 'Esta parte da página parou',
  'wallet.stopped.look': 'Ver a situação',
  'wallet.stopped.goOn': 'Continuar aqui',
  'wallet.stopped.words':
    'Algo nesta página foi alterado de fora, talvez por um tradutor. Se sua carteira enviou algo, o envio continua; ao recarregar, a página mostra a situação.',
  'wallet.trouble.details': 'Detalhes',
  'wallet.trouble.prepare': 'Preparar de novo',
  'wallet.trouble.look': 'Ver a situação',
  'wallet.trouble.nothingMoved': 'Nada saiu do cofre.',
  'wallet.trouble.notAsked': 'Nenhum envio foi pedido à sua carteira.',
  'wallet.trouble.looking':
    'Sua carteira pode ter enviado o resgate antes disso. Estamos procurando na rede, e esta página mostra sozinha se ele estiver lá.',
  'wallet.trouble.rejected.heading': 'Você recusou na sua carteira',
  'wallet.trouble.rejected.words': 'O pagamento continua sendo seu: continue quando quiser.',
  'wallet.trouble.unable.heading': 'Sua carteira não consegue fazer isto',
  'wallet.trouble.unable.words': 'Ela diz que não pode enviar nesta página ou nesta rede. Outra carteira talvez possa.',
  'wallet.trouble.wallet_busy.heading': 'Sua carteira ainda espera por você',
  'wallet.trouble.wallet_busy.words':
    'Já há um pedido aberto lá. Abra sua carteira e responda, ou feche o pedido e continue aqui.',
  'wallet.trouble.unclear.heading': 'Sua carteira não deu uma resposta clara',
  'wallet.trouble.unclear.words':
    'Mesmo assim, ela pode ter enviado o resgate. Estamos procurando na rede, e esta página mostra sozinha se ele estiver lá. Você recebe uma só vez: enviar de novo só pode custar uma segunda taxa de rede, então veja antes a atividade da sua carteira.',
  'wallet.trouble.short_of_fee.heading': 'Não é suficiente para a taxa de rede',
  'wallet.trouble.short_of_fee.words':
    'Sua carteira diz que não pode pagar o que a rede cobra pelo envio. Adicione um pouco e continue. Se mesmo assim foi enviado, esta página mostra sozinha.',
  'wallet.trouble.not_connected.heading': 'Sua carteira não está conectada agora',
  'wallet.trouble.not_connected.words': 'Abra-a e continue aqui.',
  'wallet.trouble.lapsed.heading': 'Demorou demais',
  'wallet.trouble.lapsed.words': 'Por segurança, um resgate preparado vale só alguns minutos, e este já expirou.',
  'wallet.trouble.too_late.heading': 'Este link está prestes a expirar',
  'wallet.trouble.too_late.words':
    'Ele vale por menos de meio minuto. Uma transferência enviada agora poderia chegar tarde demais: você pagaria a taxa de rede e não receberia nada. Peça um novo link.',
  'wallet.trouble.unreachable.heading': 'Sem conexão',
  'wallet.trouble.unreachable.words': 'Não foi possível falar conosco. Verifique sua conexão e tente de novo.',
  'wallet.trouble.chain_unavailable.heading': 'Não conseguimos acessar a rede',
  'wallet.trouble.chain_unavailable.words': 'O problema é nosso e costuma passar logo.',
  'wallet.trouble.rate_limited.heading': 'Rápido demais',
  'wallet.trouble.rate_limited.words': 'Houve pedidos demais a partir daqui. Espere um minuto e tente de novo.',
  'wallet.trouble.awaiting_funds.heading': 'Aguardando fundos',
  'wallet.trouble.awaiting_funds.words': 'O cofre não pode pagar isto agora. O pagamento fica reservado para você.',
  'wallet.trouble.signer_refused.heading': 'O comerciante precisa permitir primeiro',
  'wallet.trouble.signer_refused.words':
    'O cofre do comerciante não nos permite pagar isto no momento. Ele foi avisado.',
  'wallet.trouble.screening_held.heading': 'O comerciante precisa verificar primeiro',
  'wallet.trouble.screening_held.words': 'Nada se perde: o pagamento espera. O comerciante foi avisado e decide.',
  'wallet.trouble.signer_declined.heading': 'O comerciante precisa permitir primeiro',
  'wallet.trouble.signer_declined.words':
    'O comerciante assina os próprios pagamentos e não assinou este. Ele foi avisado. Tentar de novo não custa nada.',
  'wallet.trouble.signer_unreachable.heading': 'O comerciante não respondeu',
  'wallet.trouble.signer_unreachable.words':
    'O comerciante assina os próprios pagamentos, e o servidor dele não respondeu. Tente de novo em um minuto.',
  'wallet.trouble.key_signature_needed.heading': 'Este link não está completo',
  'wallet.trouble.key_signature_needed.words':
    'A última parte, depois de #, está faltando ou foi alterada. Abra o link exatamente como o recebeu, ou peça ao comerciante que o envie de novo.',
  'wallet.trouble.token_paused.heading': 'O token está suspenso para todos',
  'wallet.trouble.token_paused.words':
    'O emissor suspendeu todas as transferências. O pagamento fica reservado para você.',
  'wallet.trouble.vault_blocked.heading': 'O cofre está bloqueado',
  'wallet.trouble.vault_blocked.words': 'O emissor do token bloqueou o cofre que paga. O comerciante foi avisado.',
  'wallet.trouble.recipient_blocked.heading': 'Esta carteira está bloqueada pelo emissor do token',
  'wallet.trouble.recipient_blocked.words':
    'Ninguém pode pagar o token a ela. Use outra carteira ou fale com o comerciante.',
  'wallet.trouble.token_fee.heading': 'Chegaria menos que o combinado',
  'wallet.trouble.token_fee.words':
    'O token agora retém uma parte de cada transferência. Esperamos até que tudo chegue.',
  'wallet.trouble.token_refuses.heading': 'O token recusa este pagamento',
  'wallet.trouble.token_refuses.words':
    'Ele não diz por quê. Outra carteira talvez funcione; se não, fale com o comerciante.',
  'wallet.trouble.claim_would_fail.heading': 'A rede recusaria',
  'wallet.trouble.claim_would_fail.words': 'Tente mais tarde ou fale com o comerciante.',
  'wallet.trouble.clock_behind.heading': 'Nosso relógio está errado',
  'wallet.trouble.clock_behind.words': 'O que assinamos não seria aceito. A culpa é nossa, e fomos avisados.',
  'wallet.trouble.already_paid.heading': 'Já foi pago',
  'wallet.trouble.already_paid.words': 'Este pagamento já foi feito, então nada mais pode sair do cofre por ele.',
  'wallet.trouble.transfer_in_progress.heading': 'Já está a caminho',
  'wallet.trouble.transfer_in_progress.words':
    'Uma transferência deste pagamento está em andamento. Não é preciso enviar nada de novo.',
  'wallet.trouble.link_expired.heading': 'Este link expirou',
  'wallet.trouble.link_cancelled.heading': 'Este pagamento foi cancelado',
  'wallet.trouble.link_unknown.heading': 'Este link não vale mais',
  'wallet.trouble.payout_state.heading': 'Este pagamento mudou',
  'wallet.trouble.wrong_recipient.heading': 'Este pagamento é para outra carteira',
  'wallet.trouble.address_refused.heading': 'Esta carteira não pode receber o pagamento',
  'wallet.trouble.unforeseen.heading': 'Não funcionou',
  'wallet.trouble.unforeseen.words': 'Tente de novo em um instante.',
  'wallet.code.sending': 'Estamos enviando um código.',
  'wallet.code.sent':
    'Enviamos um código de seis dígitos para {email}. Pode levar alguns minutos. Ele vale por 30 minutos, neste navegador.',
  'wallet.code.label': 'Código do e-mail',
  'wallet.code.hint': 'Seis dígitos. Olhe também na caixa de spam.',
  'wallet.code.again': 'Enviar um novo código',
  'wallet.code.checking': 'Verificando…',
  'wallet.code.trouble.away':
    'Não foi possível falar conosco. Verifique sua conexão e tente de novo. Nenhuma tentativa foi gasta.',
  'wallet.code.trouble.wrong':
    'Este não é o código do e-mail mais recente. Depois de cinco tentativas erradas, você precisa de um novo.',
  'wallet.code.trouble.over': 'Não há mais nenhum código para digitar aqui. Peça um novo.',
  'wallet.code.trouble.often':
    'Foram pedidos códigos demais. Espere um minuto. Se continuar assim, abra o link do nosso e-mail mais recente.',
  'wallet.code.trouble.changed': 'Algo mudou neste pagamento. Carregue a página de novo.',
  'wallet.code.notYou': 'Este não é o meu endereço',
  'wallet.code.notYou.sure': 'Avisamos quem enviou que isto chegou a outra pessoa. Nada mais acontece.',
  'wallet.code.notYou.tell': 'Sim, avisar',
  'wallet.code.notYou.told': 'Já avisamos. Você pode fechar esta página.',
} satisfies Translated<'wallet'>;
