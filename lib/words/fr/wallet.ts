import type { Translated } from '@/lib/words/english';

export default {
  'wallet.chooseWallet': 'Choisissez votre portefeuille',
  'wallet.connect': 'Connecter {wallet}',
  'wallet.connectOne': 'Connecter un portefeuille',
  'wallet.connect.declined':
    'Vous avez refusé dans votre portefeuille, il n’est donc pas connecté. Choisissez à nouveau quand vous voulez.',
  'wallet.connect.failed':
    'Votre portefeuille ne s’est pas connecté. Ouvrez-le, vérifiez qu’il est déverrouillé et choisissez à nouveau.',
  'wallet.connect.words': 'La connexion nous montre seulement votre adresse. Elle n’envoie rien.',
  'wallet.connecting.heading': 'En attente de votre portefeuille',
  'wallet.connecting.words':
    'Si votre portefeuille le demande, laissez cette page voir votre adresse. Rien n’est encore envoyé.',
  'wallet.connecting.again': 'Rien ne s’affiche ? Redemander',
  'wallet.useAnother': 'Utiliser un autre portefeuille',
  'wallet.none.frame.heading': 'Votre portefeuille ne fonctionne peut-être pas ici',
  'wallet.none.frame.do': 'Ouvrir dans un nouvel onglet',
  'wallet.none.frame.words':
    'Cette page s’affiche dans une autre, où souvent les portefeuilles ne l’atteignent pas. Ouvrez-la dans son propre onglet ; ce qui s’y passe se voit ici aussi. Rien n’a quitté le coffre.',
  'wallet.none.phone.heading': 'Ouvrez cette page dans votre portefeuille',
  'wallet.none.phone.all': 'Choisir parmi tous les portefeuilles',
  'wallet.none.phone.openIn': 'Ouvrir dans {wallet}',
  'wallet.none.phone.copy': 'Copier le lien',
  'wallet.none.phone.words':
    'Ce navigateur n’a pas de portefeuille. Les applications de portefeuille ont leur propre navigateur : ouvrez-y cette page, ou copiez le lien et collez-le. Rien n’a quitté le coffre.',
  'wallet.none.desktop.heading': 'Pas de portefeuille dans ce navigateur',
  'wallet.none.desktop.onPhone': 'Connecter le portefeuille de mon téléphone',
  'wallet.none.desktop.look': 'J’ai un portefeuille maintenant, vérifier à nouveau',
  'wallet.none.desktop.copy': 'Copier le lien pour un autre appareil',
  'wallet.none.desktop.words':
    'Installez une extension de portefeuille et vérifiez à nouveau, ou ouvrez le lien là où se trouve votre portefeuille : dans un autre navigateur, ou dans une application de portefeuille sur votre téléphone. Rien n’a quitté le coffre, et le lien reste valable.',
  'wallet.wrongWallet.heading': 'Ce paiement est destiné à un autre portefeuille',
  'wallet.wrongWallet.choose': 'Choisir un autre compte',
  'wallet.wrongWallet.bound': 'Il ne peut aller qu’à',
  'wallet.wrongWallet.shown': 'Votre portefeuille nous montre',
  'wallet.wrongWallet.words':
    'Rien n’est envoyé de là. Passez au bon compte dans votre portefeuille ; cette page le remarque. Si vous n’avez plus ce portefeuille, demandez à {merchant} d’envoyer le paiement ailleurs.',
  'wallet.wrongNetwork.switch': 'Passer à {network}',
  'wallet.wrongNetwork.words':
    'Votre portefeuille est sur un autre réseau, et ce paiement est sur {network}. Rien n’est envoyé de là. Si votre portefeuille ne connaît pas encore {network}, il propose de l’ajouter.',
  'wallet.wrongNetwork.asking': 'Votre portefeuille vous le demande maintenant.',
  'wallet.wrongNetwork.declined': 'Vous avez refusé le changement. Appuyez à nouveau quand vous voulez.',
  'wallet.wrongNetwork.failed':
    'Votre portefeuille n’a pas changé de réseau. Choisissez {network} (numéro de réseau {number}) dans votre portefeuille ; cette page le remarque.',
  'wallet.prove.heading': 'Signez que ce portefeuille est à vous',
  'wallet.prove.words':
    'Votre portefeuille vous montre un texte et vous demande de le signer. Cela ne coûte rien et ne déplace pas d’argent. Le texte signé est conservé, pour pouvoir être vérifié à nouveau.',
  'wallet.prove.do': 'Signer avec mon portefeuille',
  'wallet.prove.asking': 'Signez-le dans votre portefeuille',
  'wallet.prove.checking': 'Vérification de la signature…',
  'wallet.prove.done': 'Signé',
  'wallet.prove.trouble.declined':
    'Vous avez refusé dans votre portefeuille. Rien n’a été signé. Continuez quand vous voulez.',
  'wallet.prove.trouble.busy':
    'Une demande est déjà ouverte dans votre portefeuille. Répondez-y là-bas, puis continuez ici.',
  'wallet.prove.trouble.unable':
    'Votre portefeuille n’a pas donné de signature. Rien n’a bougé. Réessayez ou utilisez un autre portefeuille.',
  'wallet.prove.trouble.refused':
    'La signature ne correspond pas à ce portefeuille. Rien n’a bougé. Réessayez ou utilisez un autre portefeuille.',
  'wallet.prove.trouble.unreachable':
    'La vérification n’est pas possible en ce moment. Rien n’a bougé. Attendez une minute et réessayez.',
  'wallet.prove.trouble.expired': 'Cela a pris trop de temps. Signez à nouveau.',
  'wallet.send.heading': 'Envoyer à mon portefeuille',
  'wallet.send.again': 'Réessayer',
  'wallet.send.asking': 'Envoi en cours…',
  'wallet.send.asking.words': 'Cela prend un instant. La page montre toute seule la suite.',
  'wallet.send.trouble.away':
    'Nous n’avons pas pu être joints ; nous ne savons donc pas si la demande a été prise. Réessayer est sans risque : le paiement n’a lieu qu’une fois.',
  'wallet.send.trouble.changed':
    'Quelque chose a changé dans ce paiement. Rien n’a été envoyé par cette demande. Rechargez la page.',
  'wallet.send.trouble.refused': 'Cette adresse ne peut pas recevoir le paiement. Rien n’a été envoyé.',
  'wallet.send.trouble.unavailable':
    'Nous ne pouvons pas faire l’envoi à votre place en ce moment. Rien n’a été envoyé. Attendez un peu, ou payez vous-même les frais de réseau.',
  'wallet.send.trouble.short': 'Le coffre ne peut pas payer ceci en ce moment. Le paiement vous reste réservé.',
  'wallet.send.trouble.often': 'Il y a eu trop de demandes d’ici. Attendez une minute et réessayez.',
  'wallet.offer.heading': 'Envoyer à ce portefeuille ?',
  'wallet.offer.words':
    'Vous ne payez rien et ne signez rien. C’est définitif : vérifiez que ce portefeuille est bien à vous.',
  'wallet.offer.do': 'Envoyer {amount} ici',
  'wallet.offer.self': 'Payer moi-même les frais de réseau',
  'wallet.paste.heading': 'Où l’envoyer ?',
  'wallet.paste.words': 'L’envoi se fait en {symbol} sur {network}. L’adresse doit pouvoir en recevoir là-bas.',
  'wallet.paste.label': 'Adresse ou nom ENS',
  'wallet.paste.check': 'Vérifier cette adresse',
  'wallet.paste.checking': 'Vérification…',
  'wallet.paste.empty': 'Collez l’adresse ici.',
  'wallet.paste.unchecked': 'La vérification n’est pas possible en ce moment. Attendez un instant et réessayez.',
  'wallet.paste.why.checksum':
    'Un caractère de cette adresse est faux : ses majuscules ne concordent pas. Copiez-la à nouveau depuis votre portefeuille.',
  'wallet.paste.why.form':
    'Ce n’est pas une adresse. Une adresse commence par 0x, suivi de 40 caractères. Copiez-la à nouveau.',
  'wallet.paste.why.name_not_offered': 'Les noms ne sont pas recherchés ici. Collez l’adresse elle-même.',
  'wallet.paste.why.name_malformed': 'Ce nom ne peut pas être recherché. Collez l’adresse elle-même.',
  'wallet.paste.why.name_unset': 'Ce nom n’a pas d’adresse que nous puissions lire. Collez l’adresse elle-même.',
  'wallet.paste.why.name_elsewhere':
    'Ce nom désigne un contrat sur Ethereum qui n’existe pas sur ce réseau. Collez l’adresse elle-même.',
  'wallet.paste.why.name_silent':
    'Les noms ne peuvent pas être recherchés en ce moment. Réessayez, ou collez l’adresse elle-même.',
  'wallet.paste.lost.burn_address': 'Cette adresse n’appartient à personne. Ce qui y est envoyé est perdu.',
  'wallet.paste.lost.token_itself':
    'C’est l’adresse du jeton lui-même. Ce qui y est envoyé est perdu. Utilisez l’adresse de votre portefeuille.',
  'wallet.paste.lost.payout_contract':
    'C’est le contrat qui paie. Ce qui y est envoyé est perdu. Utilisez l’adresse de votre portefeuille.',
  'wallet.paste.lost.vault': 'C’est un coffre qui paie. Utilisez l’adresse de votre portefeuille.',
  'wallet.paste.lost.sender_itself': 'C’est le coffre qui vous paie. Utilisez l’adresse de votre portefeuille.',
  'wallet.paste.lost.blocked_by_token': 'L’émetteur du jeton a bloqué cette adresse. Utilisez-en une autre.',
  'wallet.paste.lost.other': 'Cette adresse ne peut pas recevoir le paiement. Utilisez-en une autre.',
  'wallet.paste.contract':
    'Un contrat se trouve à cette adresse sur {network}. Ne continuez que si c’est votre propre portefeuille intelligent, ou si une plateforme d’échange vous l’a indiquée.',
  'wallet.paste.confirm.heading': 'Est-ce la bonne adresse ?',
  'wallet.paste.other': 'Utiliser une autre adresse',
  'wallet.paste.whose': 'Est-ce l’adresse de dépôt d’une plateforme d’échange ?',
  'wallet.paste.whose.self': 'Non, c’est mon propre portefeuille',
  'wallet.paste.whose.exchange': 'Oui, c’est mon compte sur une plateforme',
  'wallet.paste.whose.missing': 'Dites d’abord à qui est l’adresse.',
  'wallet.paste.exchange.network':
    'La plateforme doit accepter {symbol} sur {network}. Si elle attend un autre réseau, l’argent est perdu.',
  'wallet.paste.exchange.memo':
    'Si la plateforme demande aussi un mémo ou une étiquette, arrêtez-vous : rien de tel ne peut être joint, et sans cela l’argent n’est pas crédité.',
  'wallet.paste.exchange.minimum':
    'Regardez quel est le dépôt minimum qu’elle accepte. Un montant inférieur n’est souvent pas crédité.',
  'wallet.paste.exchange.contract':
    'L’argent vient d’un contrat. Certaines plateformes le créditent tard, ou seulement après que vous leur avez écrit.',
  'wallet.paste.last': 'Ses six derniers caractères',
  'wallet.paste.last.hint': 'Lisez-les dans votre portefeuille ou sur la plateforme et saisissez-les ici.',
  'wallet.paste.last.wrong': 'Ce ne sont pas ses six derniers caractères. Comparez à nouveau l’adresse.',
  'wallet.paste.send': 'Envoyer {amount}',
  'wallet.paste.final':
    'Vous ne payez rien. C’est définitif : personne ne peut récupérer l’argent envoyé à une mauvaise adresse.',
  'wallet.get': 'Recevoir {amount}',
  'wallet.preparing.heading': 'Préparation de l’encaissement…',
  'wallet.preparing.words': 'Cela prend un instant. Rien n’est envoyé avant que vous le disiez.',
  'wallet.preview.heading': 'Voici ce qui va se passer',
  'wallet.preview.net': 'Vous recevez {amount} de {merchant} sur {network}, dans votre portefeuille {address}.',
  'wallet.preview.fee.recipient': 'Les frais de {fee} sont déjà déduits.',
  'wallet.preview.fee.merchant': '{merchant} paie les frais de {fee}.',
  'wallet.preview.fee.none': 'Il n’y a pas de frais.',
  'wallet.preview.networkFee': 'Votre portefeuille ne paie que les frais de réseau.',
  'wallet.preview.asks': 'Votre portefeuille vous demande encore une fois avant tout envoi.',
  'wallet.preview.sentBefore':
    'Votre portefeuille l’a peut-être déjà envoyé. Regardez d’abord sa liste d’activité : le paiement n’a lieu qu’une fois, et un nouvel envoi ne ferait que coûter une deuxième fois des frais de réseau.',
  'wallet.preview.to': 'À votre portefeuille',
  'wallet.preview.feeAbout': 'Frais de réseau, environ',
  'wallet.preview.call': 'L’appel exact',
  'wallet.preview.contract': 'Contrat',
  'wallet.preview.networkNumber': 'Numéro du réseau',
  'wallet.preview.value': 'Valeur envoyée',
  'wallet.short.heading': 'Pas assez pour les frais de réseau',
  'wallet.short.heading.perhaps': 'Peut-être pas assez pour les frais de réseau',
  'wallet.short.words':
    'Le réseau demande environ {estimate} pour cet envoi. Pendant l’envoi, un portefeuille met de côté jusqu’à {reserve} et garde ce qui n’est pas utilisé. Le vôtre contient {balance}. Aucun envoi ne lui a été demandé.',
  'wallet.short.next': 'Ajoutez un peu de {currency} sur {network} à ce portefeuille et vérifiez à nouveau.',
  'wallet.short.look': 'J’en ai ajouté, vérifier à nouveau',
  'wallet.short.try': 'Essayer quand même',
  'wallet.asking.heading': 'Confirmez dans votre portefeuille',
  'wallet.asking.words':
    'Votre portefeuille vous le demande maintenant. Rien ne bouge avant que vous confirmiez là-bas ; cette page continue ensuite.',
  'wallet.asking.late':
    'Il n’a pas encore répondu. Ouvrez-le et cherchez une demande de cette page. S’il a déjà envoyé l’encaissement, cette page le montre toute seule.',
  'wallet.asking.again': 'Rien ne s’affiche ? Recommencer',
  'wallet.noAnswer': 'Le portefeuille n’a pas encore répondu. Ouvrez-le et cherchez une demande de cette page.',
  'wallet.noAnswer.stop': 'Ne plus attendre',
  'wallet.sent.heading': 'Envoyé',
  'wallet.sent.words':
    'Le réseau le voit d’habitude en quelques secondes, et cette page montre alors où cela en est. Vous pouvez la fermer entre-temps.',
  'wallet.sent.transfer': 'Transfert',
  'wallet.sent.again': 'Recommencer',
  'wallet.sent.costOfAgain':
    'Renvoyer est sans risque, car le paiement n’a lieu qu’une fois ; mais si les deux envois arrivent, les frais de réseau de l’un des deux sont perdus.',
  'wallet.stopped.heading': 'Cette partie de la page s’est arrêtée',
  'wallet.stopped.look': 'Voir où cela en est',
  'wallet.stopped.goOn': 'Continuer ici',
  'wallet.stopped.words':
    'Quelque chose sur cette page a été modifié de l’extérieur, peut-être par un traducteur. Si votre portefeuille a envoyé quelque chose, cela continue ; la page rechargée dit où cela en est.',
  'wallet.trouble.details': 'Détails',
  'wallet.trouble.prepare': 'Préparer à nouveau',
  'wallet.trouble.look': 'Voir où cela en est',
  'wallet.trouble.nothingMoved': 'Rien n’a quitté le coffre.',
  'wallet.trouble.notAsked': 'Aucun envoi n’a été demandé à votre portefeuille.',
  'wallet.trouble.looking':
    'Votre portefeuille a peut-être envoyé l’encaissement avant cela. Nous cherchons sur le réseau, et cette page le montre toute seule s’il y est.',
  'wallet.trouble.rejected.heading': 'Vous avez refusé dans votre portefeuille',
  'wallet.trouble.rejected.words': 'Le paiement est toujours à vous : continuez quand vous voulez.',
  'wallet.trouble.unable.heading': 'Votre portefeuille ne peut pas le faire',
  'wallet.trouble.unable.words':
    'Il dit qu’il ne peut pas envoyer sur cette page ou sur ce réseau. Un autre portefeuille le pourra peut-être.',
  'wallet.trouble.wallet_busy.heading': 'Votre portefeuille attend encore votre réponse',
  'wallet.trouble.wallet_busy.words':
    'Une demande y est déjà ouverte. Ouvrez votre portefeuille et répondez-y, ou fermez-la et continuez ici.',
  'wallet.trouble.unclear.heading': 'Votre portefeuille n’a pas répondu clairement',
  'wallet.trouble.unclear.words':
    'Il a peut-être tout de même envoyé l’encaissement. Nous cherchons sur le réseau, et cette page le montre toute seule s’il y est. Le paiement n’a lieu qu’une fois : un nouvel envoi ne peut que coûter une deuxième fois des frais de réseau, regardez donc d’abord l’activité de votre portefeuille.',
  'wallet.trouble.short_of_fee.heading': 'Pas assez pour les frais de réseau',
  'wallet.trouble.short_of_fee.words':
    'Votre portefeuille dit qu’il ne peut pas payer ce que le réseau demande pour l’envoi. Ajoutez un peu et continuez. Si l’envoi a tout de même eu lieu, cette page le montre toute seule.',
  'wallet.trouble.not_connected.heading': 'Votre portefeuille n’est pas connecté en ce moment',
  'wallet.trouble.not_connected.words': 'Ouvrez-le et continuez ici.',
  'wallet.trouble.lapsed.heading': 'Cela a pris trop de temps',
  'wallet.trouble.lapsed.words':
    'Par sécurité, un encaissement préparé n’est valable que quelques minutes, et celui-ci a expiré.',
  'wallet.trouble.too_late.heading': 'Ce lien va bientôt expirer',
  'wallet.trouble.too_late.words':
    'Il est valable encore moins d’une demi-minute. Un transfert envoyé maintenant pourrait arriver trop tard : vous paieriez les frais de réseau et ne recevriez rien. Demandez un nouveau lien.',
  'wallet.trouble.unreachable.heading': 'Pas de connexion',
  'wallet.trouble.unreachable.words': 'Nous n’avons pas pu être joints. Vérifiez votre connexion et réessayez.',
  'wallet.trouble.chain_unavailable.heading': 'Nous ne pouvons pas joindre le réseau',
  'wallet.trouble.chain_unavailable.words': 'Cela vient de nous et passe d’habitude rapidement.',
  'wallet.trouble.rate_limited.heading': 'Un peu trop vite',
  'wallet.trouble.rate_limited.words': 'Il y a eu trop de demandes d’ici. Attendez une minute et réessayez.',
  'wallet.trouble.awaiting_funds.heading': 'En attente de fonds',
  'wallet.trouble.awaiting_funds.words':
    'Le coffre ne peut pas payer ceci en ce moment. Le paiement vous reste réservé.',
  'wallet.trouble.signer_refused.heading': 'Le marchand doit d’abord l’autoriser',
  'wallet.trouble.signer_refused.words':
    'Le coffre du marchand ne nous permet pas de payer ceci pour le moment. Le marchand est averti.',
  'wallet.trouble.screening_held.heading': 'Le marchand doit d’abord l’examiner',
  'wallet.trouble.screening_held.words': 'Rien n’est perdu : le paiement attend. Le marchand est averti et décide.',
  'wallet.trouble.signer_declined.heading': 'Le marchand doit d’abord l’autoriser',
  'wallet.trouble.signer_declined.words':
    'Le marchand signe lui-même ses paiements et n’a pas signé celui-ci. Il est averti. Réessayer ne coûte rien.',
  'wallet.trouble.signer_unreachable.heading': 'Le marchand n’a pas répondu',
  'wallet.trouble.signer_unreachable.words':
    'Le marchand signe lui-même ses paiements, et son serveur n’a pas répondu. Réessayez dans une minute.',
  'wallet.trouble.key_signature_needed.heading': 'Ce lien n’est pas complet',
  'wallet.trouble.key_signature_needed.words':
    'Sa dernière partie, après le #, manque ou a été modifiée. Ouvrez le lien exactement comme vous l’avez reçu, ou demandez au marchand de vous le renvoyer.',
  'wallet.trouble.token_paused.heading': 'Le jeton est suspendu pour tout le monde',
  'wallet.trouble.token_paused.words': 'Son émetteur a suspendu tous les transferts. Le paiement vous reste réservé.',
  'wallet.trouble.vault_blocked.heading': 'Le coffre est bloqué',
  'wallet.trouble.vault_blocked.words': 'L’émetteur du jeton a bloqué le coffre qui paie. Le marchand est averti.',
  'wallet.trouble.recipient_blocked.heading': 'Ce portefeuille est bloqué par l’émetteur du jeton',
  'wallet.trouble.recipient_blocked.words':
    'Personne ne peut lui verser le jeton. Utilisez un autre portefeuille ou adressez-vous au marchand.',
  'wallet.trouble.token_fee.heading': 'Il arriverait moins que convenu',
  'wallet.trouble.token_fee.words':
    'Le jeton garde maintenant une partie de chaque transfert. Nous attendons que tout arrive.',
  'wallet.trouble.token_refuses.heading': 'Le jeton refuse ce paiement',
  'wallet.trouble.token_refuses.words':
    'Il ne dit pas pourquoi. Un autre portefeuille fonctionnera peut-être ; sinon, adressez-vous au marchand.',
  'wallet.trouble.claim_would_fail.heading': 'Le réseau le refuserait',
  'wallet.trouble.claim_would_fail.words': 'Réessayez plus tard ou adressez-vous au marchand.',
  'wallet.trouble.clock_behind.heading': 'Notre horloge n’est pas à l’heure',
  'wallet.trouble.clock_behind.words':
    'Ce que nous signons ne serait pas accepté. C’est notre faute, et nous sommes avertis.',
  'wallet.trouble.already_paid.heading': 'Déjà payé',
  'wallet.trouble.already_paid.words':
    'Ce paiement a été fait, rien de plus ne peut donc quitter le coffre à ce titre.',
  'wallet.trouble.transfer_in_progress.heading': 'Déjà en route',
  'wallet.trouble.transfer_in_progress.words': 'Un transfert de ce paiement est en cours. Il n’y a rien à renvoyer.',
  'wallet.trouble.link_expired.heading': 'Ce lien a expiré',
  'wallet.trouble.link_cancelled.heading': 'Ce paiement a été annulé',
  'wallet.trouble.link_unknown.heading': 'Ce lien n’est plus valable',
  'wallet.trouble.payout_state.heading': 'Ce paiement a changé',
  'wallet.trouble.wrong_recipient.heading': 'Ce paiement est destiné à un autre portefeuille',
  'wallet.trouble.address_refused.heading': 'Ce portefeuille ne peut pas recevoir le paiement',
  'wallet.trouble.unforeseen.heading': 'Cela n’a pas marché',
  'wallet.trouble.unforeseen.words': 'Réessayez dans un instant.',
  'wallet.code.sending': 'Nous envoyons un code.',
  'wallet.code.sent':
    'Nous avons envoyé un code à six chiffres à {email}. Il peut mettre quelques minutes à arriver. Il sert pendant 30 minutes, dans ce navigateur.',
  'wallet.code.label': 'Code reçu par e-mail',
  'wallet.code.hint': 'Six chiffres. Regardez aussi dans les courriers indésirables.',
  'wallet.code.again': 'Envoyer un nouveau code',
  'wallet.code.checking': 'Vérification…',
  'wallet.code.trouble.away':
    'Nous n’avons pas pu être joints. Vérifiez votre connexion et réessayez. Aucun essai n’a été décompté.',
  'wallet.code.trouble.wrong':
    'Ce n’est pas le code de l’e-mail le plus récent. Après cinq essais manqués, il vous en faut un nouveau.',
  'wallet.code.trouble.over': 'Il n’y a plus de code à saisir ici. Demandez-en un nouveau.',
  'wallet.code.trouble.often':
    'Trop de codes ont été demandés. Attendez une minute. Si cela continue, ouvrez le lien de notre e-mail le plus récent.',
  'wallet.code.trouble.changed': 'Quelque chose a changé dans ce paiement. Rechargez la page.',
  'wallet.code.notYou': 'Ce n’est pas mon adresse',
  'wallet.code.notYou.sure':
    'Nous signalons à l’expéditeur que ceci est arrivé à une autre personne. Rien d’autre ne se passe.',
  'wallet.code.notYou.tell': 'Oui, le signaler',
  'wallet.code.notYou.told': 'C’est signalé. Vous pouvez fermer cette page.',
} satisfies Translated<'wallet'>;
