import type { Translated } from '@/lib/words/english';

export default {
  'claim.title': 'Votre paiement',
  'claim.about': 'À propos de ce paiement',
  'claim.testMoney': 'Argent de test',
  'claim.pays.now': '{merchant} vous paie',
  'claim.pays.done': '{merchant} vous a payé',
  'claim.pays.never': '{merchant}',
  'claim.footer.now.contract':
    '{merchant} paie ceci directement depuis son propre coffre. Drawbridge montre où cela en est. Gardez ce lien pour vous.',
  'claim.footer.now.wallet': '{merchant} paie ceci. Drawbridge montre où cela en est. Gardez ce lien pour vous.',
  'claim.footer.done.contract':
    'Payé par {merchant} directement depuis son propre coffre. Affiché par Drawbridge. Gardez ce lien pour vous.',
  'claim.footer.done.wallet': 'Payé par {merchant}. Affiché par Drawbridge. Gardez ce lien pour vous.',
  'claim.footer.never': 'Affiché par Drawbridge pour {merchant}.',
  'claim.fact.for': 'Objet',
  'claim.fact.amount': 'Montant',
  'claim.fact.fee': 'Frais',
  'claim.fact.feeOfMerchant': 'Frais, payés par {merchant}',
  'claim.fact.net.now': 'Vous recevez',
  'claim.fact.net.done': 'Vous avez reçu',
  'claim.fact.net.never': 'Après les frais',
  'claim.fact.to': 'À',
  'claim.fact.anyWallet': 'Un portefeuille de votre choix',
  'claim.fact.network': 'Réseau',
  'claim.fact.inVault': 'Dans le coffre',
  'claim.fact.inVault.funded': 'Oui, prêt pour vous',
  'claim.fact.inVault.short': 'Pas encore',
  'claim.fact.inVault.unknown': 'Impossible à vérifier pour l’instant',
  'claim.fact.until': 'Lien valable jusqu’au',
  'claim.fact.details': 'Détails',
  'claim.fact.reference': 'Référence',
  'claim.fact.vault': 'Coffre qui paie',
  'claim.fact.token': 'Jeton {symbol}',
  'claim.fact.networkNumber': 'Numéro du réseau',
  'claim.fact.transfer': 'Transfert',
  'claim.fact.paidTo': 'Payé à',
  'claim.fact.earlier': 'Le transfert précédent :',
  'claim.fact.reason': 'Raison : {reason}',
  'claim.do.lookAgain': 'Vérifier à nouveau',
  'claim.do.askForHelp': 'Demander de l’aide à {merchant}',
  'claim.do.back': 'Retour à {merchant}',
  'claim.do.receipt': 'Ouvrir le reçu',
  'claim.do.continue': 'Continuer avec un portefeuille',
  'claim.do.code': 'Envoyer un code à {email}',
  'claim.do.codeSending': 'Envoi du code…',
  'claim.do.looking': 'Recherche de votre portefeuille…',
  'claim.walletPartMissing':
    'La partie de cette page qui parle aux portefeuilles ne s’est pas chargée. Rien n’a quitté le coffre. Vérifiez votre connexion et appuyez à nouveau, ou rechargez la page.',
  'claim.noScript': 'Connecter un portefeuille nécessite JavaScript, qui est désactivé dans ce navigateur.',
  'claim.offline': 'Pas de connexion pour l’instant. Cette page se mettra à jour toute seule dès qu’il y en aura une.',
  'claim.fact.promised': 'Promis',
  'claim.lapsed.heading': 'Revoyez le montant',
  'claim.lapsed.words':
    '{merchant} vous a promis {amount}. Le paiement se fait en monnaie numérique, et sa contre-valeur a changé depuis. Rien n’a bougé.',
  'claim.lapsed.go': 'Voir ce que vous recevez maintenant',
  'claim.quote.heading': 'Ce que vous recevez maintenant',
  'claim.quote.words': 'On vous a promis {amount}. Voici ce que cela donne au cours actuel.',
  'claim.quote.before':
    'On vous a promis {amount}. Une fois confirmé que cette boîte mail est la vôtre, vous verrez ici ce que cela donne au cours actuel.',
  'claim.quote.asking': 'Recherche du cours…',
  'claim.quote.accept': 'Accepter {amount}',
  'claim.quote.failed': 'Aucun cours n’est disponible pour le moment. Rien n’a bougé. Réessayez dans une minute.',
  'claim.quote.unpayable':
    'Le paiement dans cet actif n’est pas possible pour le moment. Rien n’a bougé. Choisissez-en un autre ou réessayez plus tard.',
  'claim.quote.again': 'Demander à nouveau',
  'claim.quote.choose': 'En quoi vous êtes payé',
  'claim.ready.heading': 'Prêt pour vous',
  'claim.ready.mailbox':
    'L’argent est disponible. Montrez d’abord que cette boîte e-mail est à vous : nous envoyons un code à {email}. Choisissez ensuite où va l’argent.',
  'claim.ready.words':
    'L’argent est disponible. Il va directement de {merchant} à votre portefeuille en une étape ; vous ne payez que les frais de réseau, en {currency}.',
  'claim.ready.earlierLink':
    'Un ancien lien, que celui-ci a remplacé, vient d’être utilisé. Jusqu’au {time}, le paiement peut encore aller au portefeuille qui y a été indiqué. Attendez jusque-là : sinon, vous pourriez payer des frais de réseau pour rien.',
  'claim.ready.relayed':
    'L’argent est disponible. Il va directement de {merchant} à votre portefeuille. Vous ne payez rien pour cela : les frais de réseau sont payés à votre place.',
  'claim.do.sendToMine': 'Envoyer à mon portefeuille {address}',
  'claim.do.sending': 'Envoi en cours…',
  'claim.do.connect': 'Connecter mon portefeuille',
  'claim.do.paste': 'Coller une adresse',
  'claim.do.paySelf': 'Payer moi-même les frais de réseau',
  'claim.do.sign': 'Signer avec mon portefeuille',
  'claim.do.noWallet': 'Je n’ai pas encore de portefeuille',
  'claim.ready.sign':
    '{merchant} vous demande de signer d’abord avec votre portefeuille que ce paiement est à vous. Cela ne coûte rien et ne déplace pas d’argent.',
  'claim.partMissing':
    'Cette partie de la page ne s’est pas chargée. Rien n’a quitté le coffre. Vérifiez votre connexion et appuyez à nouveau, ou rechargez la page.',
  'claim.noWallet.heading': 'Recevoir l’argent sans avoir de portefeuille',
  'claim.noWallet.what': '{symbol} est de l’argent numérique, et un portefeuille est l’application qui le garde.',
  'claim.noWallet.free': 'Un portefeuille ne coûte rien, et vous pouvez en créer un en quelques minutes.',
  'claim.noWallet.secret':
    'Il vous donne une liste de mots secrets : écrivez-les sur papier et ne les montrez à personne, car ils sont l’argent.',
  'claim.noWallet.then':
    'Ouvrez ensuite à nouveau ce lien, valable jusqu’au {time}, et indiquez où l’argent doit aller.',
  'claim.noWallet.get': 'Obtenir un portefeuille pour votre téléphone',
  'claim.noWallet.ios': 'iPhone',
  'claim.noWallet.android': 'Android',
  'claim.noWallet.exchange': 'Ou utiliser une plateforme d’échange',
  'claim.noWallet.exchange.words':
    'Si vous avez un compte sur une plateforme d’échange, cherchez-y l’adresse de dépôt de {symbol} sur {network}. Revenez au paiement et collez cette adresse.',
  'claim.noWallet.later': 'Ou le faire plus tard',
  'claim.noWallet.later.words':
    'L’argent vous reste réservé jusqu’au {time}. Gardez ce lien et ne le donnez à personne.',
  'claim.noWallet.copy': 'Copier le lien',
  'claim.noWallet.share': 'Partager le lien',
  'claim.noWallet.mailMyself': 'Me l’envoyer par e-mail',
  'claim.noWallet.remind': 'Me le renvoyer plus tard',
  'claim.noWallet.reminded': 'Nous le renverrons à {email} d’ici un jour.',
  'claim.noWallet.remindFailed': 'Cela n’a pas fonctionné. Gardez le lien reçu par e-mail.',
  'claim.noWallet.back': 'Revenir au paiement',
  'claim.relay.queued.heading': 'Envoi en cours',
  'claim.relay.sent.heading': 'En route',
  'claim.relay.waiting.heading': 'En attente d’envoi',
  'claim.relay.to': 'Destination',
  'claim.relay.words': 'Vous n’avez rien à faire et rien à payer. Le réseau met d’habitude moins d’une minute.',
  'claim.relay.waiting.words':
    'L’envoi part tout seul dès que cet obstacle est levé. Vous pouvez attendre, ou payer maintenant les frais de réseau vous-même. Le paiement n’a lieu qu’une fois.',
  'claim.relay.close':
    'Vous pouvez fermer cette page. L’envoi continue sans elle, et ce lien montre toujours où il en est.',
  'claim.relay.orSelf': 'Vous pouvez attendre et revenir avec ce lien, ou payer vous-même les frais de réseau.',
  'claim.relay.ended': 'L’envoi n’a pas eu lieu. Rien n’a quitté le coffre.',
  'claim.relay.reason.no_account': 'Ici, nous ne faisons pas l’envoi à votre place sur {network}.',
  'claim.relay.reason.accounts_low':
    'Nous ne pouvons pas faire l’envoi à votre place en ce moment, pour une raison qui vient de nous. Nous en sommes avertis.',
  'claim.relay.reason.gas_too_dear':
    'Les frais de réseau sur {network} sont inhabituellement élevés en ce moment ; nous attendons qu’ils baissent.',
  'claim.relay.reason.node_silent': 'Nous ne pouvons pas joindre {network} en ce moment.',
  'claim.relay.reason.merchant_budget':
    'Ce que {merchant} paie par jour pour les frais de réseau est épuisé. L’envoi reprend demain.',
  'claim.relay.reason.link_budget': 'Ce lien a été utilisé trop souvent pour cela aujourd’hui.',
  'claim.relay.reason.address_budget':
    'Beaucoup a déjà été envoyé à cette adresse aujourd’hui ; rien de plus n’est envoyé avant demain.',
  'claim.relay.reason.tried_too_often':
    'Le réseau l’a refusé plusieurs fois. Un nouvel essai sera possible dans un moment.',
  'claim.relay.reason.not_payable': '{merchant} ne peut pas payer ceci en ce moment.',
  'claim.relay.reason.skipped': 'Le réseau ne l’a pas retenu.',
  'claim.relay.reason.not_mined': 'Le réseau ne l’a pas pris à temps.',
  'claim.relay.reason.closed': 'Ce paiement n’est plus ouvert.',
  'claim.relay.reason.claimed_otherwise': 'Il a été payé autrement.',
  'claim.relay.reason.key_of_link': 'Ce lien a sa propre clé ; l’encaissement se fait donc depuis un portefeuille.',
  'claim.relay.reason.link_replaced': '{merchant} a remplacé le lien avec lequel il avait été demandé.',
  'claim.relay.reason.approval_changed': '{merchant} doit l’approuver à nouveau.',
  'claim.relay.reason.recipient_refused': 'Cette adresse ne peut pas recevoir le paiement.',
  'claim.relay.reason.failed_often': 'L’envoi a échoué plusieurs fois et n’est plus tenté.',
  'claim.sent.heading': 'Envoyé',
  'claim.sent.ago': 'L’envoi a eu lieu {ago}, et le réseau ne le montre pas encore.',
  'claim.sent.now': 'L’envoi vient d’avoir lieu, et le réseau ne le montre pas encore.',
  'claim.sent.words':
    'Le réseau le montre d’habitude en quelques secondes, et cette page indique alors où cela en est. Vous pouvez fermer la page.',
  'claim.sent.notMe': 'Ce n’est pas moi qui ai envoyé ceci',
  'claim.sent.notMe.words':
    'Alors c’est peut-être une autre personne qui a ce lien. Quel que soit le nombre d’envois, le paiement n’a lieu qu’une fois, à un seul portefeuille.',
  'claim.sent.late': 'Cela prend plus de temps que d’habitude, peut-être parce que les frais de réseau sont bas.',
  'claim.sent.costOfAgain':
    'Renvoyer est sans risque, car le paiement n’a lieu qu’une fois ; mais si les deux envois arrivent, les frais de réseau de l’un des deux sont perdus.',
  'claim.approval.heading': 'En attente d’approbation',
  'claim.approval.contract':
    '{merchant} doit encore approuver ce paiement. Rien n’a quitté le coffre. Vous pouvez fermer cette page et revenir avec le même lien ; elle change toute seule quand l’approbation est là.',
  'claim.approval.wallet':
    '{merchant} doit encore approuver ce paiement. Aucun envoi n’a été vu. Vous pouvez fermer cette page et revenir avec le même lien ; elle change toute seule quand l’approbation est là.',
  'claim.byHand.heading': '{merchant} va vous payer',
  'claim.byHand.words':
    'Vous n’avez rien à faire. {merchant} envoie ce paiement à l’adresse ci-dessous et paie les frais de réseau. Vous pouvez fermer cette page et revenir avec le même lien ; elle change toute seule quand l’argent est en route.',
  'claim.direct.words':
    'Vous n’avez rien à faire et rien à payer. L’envoi à l’adresse ci-dessous part tout seul, et les frais de réseau sont payés à votre place.',
  'claim.direct.next': 'Vous n’avez rien à faire : l’envoi part tout seul dès que cet obstacle est levé.',
  'claim.funds.heading': 'En attente de fonds',
  'claim.funds.heading.limit': 'En attente de la limite quotidienne',
  'claim.funds.funds':
    'Le coffre de {merchant} contient trop peu pour ce paiement en ce moment ; nous avons averti {merchant}.',
  'claim.funds.allowance':
    'Le coffre de {merchant} ne peut pas verser autant en ce moment ; nous avons averti {merchant}.',
  'claim.funds.limit':
    'Ce que le coffre de {merchant} peut verser en 24 heures est épuisé pour l’instant. La limite se reconstitue toute seule, heure après heure.',
  'claim.funds.next':
    'Vous pouvez fermer cette page. Elle propose le paiement toute seule dès que le coffre peut le verser.',
  'claim.reserved': 'Rien n’a quitté le coffre, et votre paiement vous reste réservé jusqu’au {time}.',
  'claim.obstacle.byItself':
    'Cette page propose le paiement toute seule dès que cela a changé ; vous pouvez la fermer.',
  'claim.obstacle.told': 'Nous avons averti {merchant}.',
  'claim.obstacle.token_paused.heading': '{symbol} est suspendu pour tout le monde',
  'claim.obstacle.token_paused.why':
    'L’émetteur de {symbol} a suspendu tous les transferts, donc personne ne peut en envoyer ni en recevoir en ce moment.',
  'claim.obstacle.vault_blocked.heading': 'Le marchand doit régler quelque chose',
  'claim.obstacle.vault_blocked.why':
    'L’émetteur de {symbol} a bloqué le coffre de {merchant}, donc rien ne peut en être payé. Cela n’a rien à voir avec vous.',
  'claim.obstacle.signer_terms.heading': 'En attente du marchand',
  'claim.obstacle.signer_terms.why': 'Le coffre de {merchant} ne nous permet pas de payer ceci pour le moment.',
  'claim.obstacle.token_fee.heading': '{symbol} arriverait incomplet',
  'claim.obstacle.token_fee.why':
    'L’émetteur de {symbol} garde maintenant une partie de chaque transfert, si bien que vous recevriez moins que convenu.',
  'claim.obstacle.token_fee.next': 'Nous attendons que le montant entier arrive.',
  'claim.obstacle.recipient_blocked.heading': 'Ce portefeuille est bloqué',
  'claim.obstacle.recipient_blocked.why':
    'L’émetteur de {symbol} a bloqué le portefeuille auquel ce paiement est destiné, et lui seul peut le débloquer.',
  'claim.obstacle.recipient_blocked.next':
    'Nous avons averti {merchant}. Demandez un nouveau paiement vers un autre de vos portefeuilles.',
  'claim.obstacle.token_refuses.heading': '{symbol} refuse le paiement',
  'claim.obstacle.token_refuses.why':
    'Nous avons demandé à {symbol} s’il ferait ce paiement. Il ne le ferait pas et ne dit pas pourquoi.',
  'claim.obstacle.signer_declined.heading': 'Le marchand doit d’abord l’autoriser',
  'claim.obstacle.signer_declined.why':
    '{merchant} signe ses propres paiements et n’a pas signé celui-ci au dernier essai.',
  'claim.obstacle.signer_unreachable.heading': 'Le marchand n’a pas répondu',
  'claim.obstacle.signer_unreachable.why':
    '{merchant} signe ses propres paiements, et son serveur n’a pas répondu au dernier essai.',
  'claim.obstacle.screening.heading': 'Le marchand doit d’abord l’examiner',
  'claim.obstacle.screening.why': '{merchant} vérifie à qui il paie et doit examiner ce paiement avant la suite.',
  'claim.obstacle.other.heading': 'Le réseau le refuserait',
  'claim.obstacle.other.why': 'Au dernier essai, le réseau aurait refusé le paiement, sans dire pourquoi.',
  'claim.obstacle.other.next': 'Nous avons averti {merchant}. Vous pouvez réessayer : cela ne coûte rien.',
  'claim.obstacle.our_clock.heading': 'Notre horloge n’est pas à l’heure',
  'claim.obstacle.our_clock.why':
    'L’horloge de notre serveur ne s’accorde pas avec celle du réseau, si bien que ce que nous signons ne serait pas accepté. C’est notre faute.',
  'claim.obstacle.our_clock.next': 'Notre opérateur est averti.',
  'claim.stopped.heading': 'Les paiements sont suspendus pour l’instant',
  'claim.stopped.words':
    'L’opérateur de ce portail a suspendu les paiements pour l’instant, par précaution. Aucun argent n’a bougé, et votre paiement vous est réservé jusqu’au {time}.',
  'claim.stopped.next':
    'Vous n’avez rien à faire. Gardez ce lien : dès que les paiements reprennent, cette page l’affiche d’elle-même.',
  'claim.networkDown.heading': 'Nous ne pouvons pas joindre le réseau',
  'claim.networkDown.words':
    'Nous n’avons pas de nouvelles de {network} en ce moment ; nous ne voyons donc pas si l’argent est là et ne proposons rien tant que cela dure. Cela vient de nous, et votre paiement est en sécurité : il n’a lieu qu’une fois, même si plusieurs transferts ont été envoyés entre-temps.',
  'claim.networkDown.next': 'La page continue d’essayer toute seule.',
  'claim.reverted.heading': 'Le réseau a refusé le transfert',
  'claim.reverted.words':
    'Rien n’a quitté le coffre ; seuls les frais de réseau ont été dépensés. Le paiement est toujours à vous et vous pouvez réessayer. Il ne peut avoir lieu qu’une seule fois.',
  'claim.replaced.heading': 'Votre portefeuille a envoyé autre chose à la place',
  'claim.replaced.words':
    'Le transfert a été annulé ou remplacé dans votre portefeuille avant que le réseau ne le prenne. Rien n’a quitté le coffre et le paiement est toujours à vous.',
  'claim.dropped.heading': 'Le réseau a perdu le transfert',
  'claim.dropped.words':
    'Il n’est dans aucun bloc que nous avons lu, souvent parce que les frais de réseau étaient trop bas. Envoyez-le à nouveau : même si le premier apparaît plus tard, le paiement ne peut avoir lieu qu’une fois. Cela coûterait une deuxième fois des frais de réseau.',
  'claim.processing.heading': 'En route',
  'claim.processing.soon': 'Le réseau confirme cela d’habitude en quelques secondes.',
  'claim.processing.minute': 'Le réseau confirme cela d’habitude en moins d’une minute.',
  'claim.processing.minutes':
    'Le réseau confirme cela d’habitude en {minutes, plural, one {environ # minute} many {environ # de minutes} other {environ # minutes}}.',
  'claim.processing.doubtful.heading': 'Nous vérifions',
  'claim.processing.doubtful':
    'Le transfert a été envoyé, mais nous n’avons pas eu de réponse. Nous vérifions auprès du réseau si l’argent a bougé et n’envoyons rien d’autre avant de le savoir.',
  'claim.processing.close':
    'Vous pouvez fermer cette page. Le transfert continue sans elle, et ce lien montre toujours où il en est.',
  'claim.differs.heading': 'Payé, mais pas comme convenu',
  'claim.differs.words':
    'Le réseau a confirmé un paiement vers votre portefeuille. {reason} Ce n’est pas votre faute, et vous ne pouvez rien y changer ici.',
  'claim.differs.next':
    '{merchant} le voit aussi et décide de ce qu’il advient du reste. Ce lien montre comment cela se termine.',
  'claim.step.sent': 'Envoyé par votre portefeuille',
  'claim.step.sentForYou': 'Envoyé à votre place',
  'claim.step.seen': 'Vu par le réseau',
  'claim.step.unseen': 'En attente que le réseau le voie',
  'claim.step.confirming': 'Confirmation : {count} sur {needed}',
  'claim.step.confirmed': 'Confirmé par le réseau',
  'claim.step.paid': 'Payé',
  'claim.step.done': '(fait)',
  'claim.completed.heading': 'Payé',
  'claim.completed.words': 'L’argent est dans votre portefeuille, et le réseau l’a confirmé.',
  'claim.alreadyPaid.heading': 'Déjà payé',
  'claim.alreadyPaid.contract':
    'Ce lien a été utilisé. Un lien ne paie qu’une fois, il n’y a donc plus rien à encaisser ici.',
  'claim.alreadyPaid.contract.on':
    'Ce lien a été utilisé et payé le {time}. Un lien ne paie qu’une fois, il n’y a donc plus rien à encaisser ici.',
  'claim.alreadyPaid.wallet': 'Ce paiement vous a été envoyé. Il n’y a plus rien à faire ici.',
  'claim.alreadyPaid.wallet.on': 'Ce paiement vous a été envoyé et payé le {time}. Il n’y a plus rien à faire ici.',
  'claim.cancelling.heading': 'Annulation en cours',
  'claim.cancelling.words': '{merchant} annule ce paiement, aucun nouvel encaissement ne peut donc commencer.',
  'claim.cancelling.until':
    'Un encaissement envoyé ou préparé plus tôt peut encore aboutir jusqu’au {time}. Si c’est le cas, vous recevez l’argent et cette page le dit.',
  'claim.cancelling.onChain':
    'Ce qui a été signé pour ce lien reste valable jusque-là. Cela ne prend fin plus tôt que si le marchand l’annule aussi sur le réseau.',
  'claim.cancelled.heading': 'Ce paiement a été annulé',
  'claim.cancelled.contract':
    '{merchant} l’a annulé. Rien n’a quitté le coffre, et ce lien ne peut plus payer. Si vous attendiez cet argent, adressez-vous à {merchant}.',
  'claim.cancelled.wallet':
    '{merchant} l’a annulé. Aucun envoi n’a été vu, et il ne sera plus envoyé. Si vous attendiez cet argent, adressez-vous à {merchant}.',
  'claim.expired.heading.contract': 'Ce lien a expiré',
  'claim.expired.heading.wallet': 'Ce paiement a expiré',
  'claim.expired.contract':
    'Il était valable jusqu’au {time}. Rien n’a quitté le coffre : l’argent est toujours chez {merchant}. Demandez un nouveau lien.',
  'claim.expired.wallet':
    'Il devait être envoyé au plus tard le {time}. Aucun envoi n’a été vu : l’argent est toujours chez {merchant}. Demandez-en un nouveau.',
  'claim.failed.heading': 'Ce paiement a échoué',
  'claim.failed.differs':
    'Ce qui est arrivé dans votre portefeuille n’est pas ce qui était convenu, et {merchant} ne le compte pas comme ce paiement. Ce que vous avez reçu reste à régler entre vous et {merchant} ; rien de plus n’est payé par ce lien.',
  'claim.failed.undone':
    'Le transfert a été défait après avoir compté comme payé : l’argent n’est pas dans votre portefeuille. Nous avons averti {merchant}, qui doit le relancer ; vous ne pouvez rien envoyer d’ici.',
  'claim.verify.title': 'Montrez qu’un portefeuille est à vous',
  'claim.verify.asks': '{merchant} vous le demande',
  'claim.verify.open.heading': 'Montrez qu’un portefeuille est à vous',
  'claim.verify.open.words':
    'Connectez le portefeuille et signez un court texte avec lui. Cela ne coûte rien et ne déplace pas d’argent. {merchant} reçoit l’adresse et la signature, et rien d’autre.',
  'claim.verify.open.bound': 'Ce doit être ce portefeuille :',
  'claim.verify.open.until': 'Ce lien est valable jusqu’au {time}.',
  'claim.verify.done.heading': 'C’est fait',
  'claim.verify.done.words':
    '{merchant} sait maintenant que ce portefeuille est à vous. Vous pouvez fermer cette page.',
  'claim.verify.expired.heading': 'Ce lien a expiré',
  'claim.verify.expired.words': 'Demandez-en un nouveau à {merchant}.',
  'claim.verify.footer': 'Affiché par Drawbridge pour {merchant}. Gardez ce lien pour vous.',
  'claim.unknown.heading': 'Ce lien est inconnu',
  'claim.unknown.words': 'Aucun paiement ne correspond à cette adresse.',
  'claim.unknown.next':
    'Vérifiez que vous avez ouvert le lien entier, jusqu’à sa dernière lettre. Si l’on vous en a envoyé un plus récent, utilisez-le : un nouveau lien remplace l’ancien. Sinon, demandez à la personne qui vous l’a envoyé.',
  'claim.reason.claim_reverted': 'Le réseau a exécuté l’encaissement et l’a refusé.',
  'claim.reason.payment_reverted': 'Le réseau a exécuté le paiement et l’a refusé.',
  'claim.reason.moved_something_else': 'Le hash a en fait déplacé autre chose.',
  'claim.reason.paid_something_else': 'Le hash a en fait payé autre chose.',
  'claim.reason.reorganised': 'Une réorganisation de la chaîne a défait le paiement.',
  'claim.reason.not_as_agreed': 'Ce n’est pas ce qui était convenu.',
  'claim.reason.no_claim_reported': 'Le contrat n’a signalé aucun encaissement.',
  'claim.reason.recipient_not_signed_for': 'L’argent est allé à une adresse pour laquelle rien n’a été signé ici.',
  'claim.reason.other_amount': 'L’argent est arrivé au destinataire, mais ce n’est pas le montant exact.',
} satisfies Translated<'claim'>;
