import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'Votre commande',
  'order.about': 'Commande {reference}',
  'order.fact.amount': 'Pour le vendeur',
  'order.running': 'Le vendeur est payé le {time}, sauf si vous vous y opposez avant.',
  'order.waiting': 'Rien n’est payé pour le moment. À la reprise, vous ne perdez rien de votre délai.',
  'order.disputed': 'Une opposition a été faite. Rien n’est payé avant la décision de {merchant}.',
  'order.paying': 'Le paiement au vendeur est en cours. Il est trop tard pour s’y opposer ici.',
  'order.paid': 'Le vendeur a été payé. Il est trop tard pour s’y opposer ici.',
  'order.over': 'Cette commande est terminée. Il n’y a plus rien à faire ici.',
  'order.object.words':
    'Rien n’est arrivé, ou ce n’est pas ce que vous avez commandé ? Alors opposez-vous. Une personne de {merchant} décide.',
  'order.object.do': 'M’opposer et arrêter le paiement',
  'order.extend.words': 'Il vous faut plus de temps pour vérifier ? Vous pouvez le prendre une seule fois.',
  'order.extend.do': 'Prendre {days, plural, one {# jour} many {# de jours} other {# jours}} de plus',
  'order.extended': 'Vous avez pris plus de temps. C’est possible une seule fois.',
  'order.object.reason': 'Qu’est-ce qui ne va pas ? Vous n’êtes pas obligé de le dire.',
  'order.trouble': 'Cela n’a pas fonctionné. Rechargez la page pour voir où en est votre commande.',
  'order.noScript': 'Cela demande JavaScript, qui est désactivé dans ce navigateur.',
  'order.custody': 'L’argent reste chez {merchant}. Drawbridge n’en détient rien.',

  'order.mail.funded.subject': 'La commande {reference} est payée',
  'order.mail.funded.words':
    'Votre acheteur a payé la commande {reference}. {merchant} garde {amount} pour vous jusqu’à la fin de la commande.',
  'order.mail.delivered.subject': 'La commande {reference} a été livrée',
  'order.mail.delivered.words':
    '{merchant} note que la commande {reference} a été livrée. Le vendeur reçoit {amount} le {time}, sauf si l’acheteur s’y oppose avant.',
  'order.mail.soon.subject':
    'Commande {reference} : encore {days, plural, one {# jour} many {# de jours} other {# jours}} avant le paiement au vendeur',
  'order.mail.soon.words':
    'Il s’agit de la commande {reference} chez {merchant}. Le vendeur reçoit {amount} le {time}, sauf si l’acheteur s’y oppose avant.',
  'order.mail.extended.subject': 'Commande {reference} : l’acheteur prend plus de temps',
  'order.mail.extended.words':
    'L’acheteur de la commande {reference} chez {merchant} prend plus de temps pour vérifier. Le vendeur reçoit donc {amount} le {time}, sauf si l’acheteur s’y oppose avant.',
  'order.mail.held.subject': 'Commande {reference} : rien n’est payé pour le moment',
  'order.mail.held.words':
    'La commande {reference} chez {merchant} est en attente. {amount} reste où il est. À la reprise, le temps qui restait est toujours là.',
  'order.mail.resumed.subject': 'La commande {reference} reprend',
  'order.mail.resumed.words':
    'La commande {reference} chez {merchant} reprend. Le vendeur reçoit {amount} le {time}, sauf si l’acheteur s’y oppose avant.',
  'order.mail.disputed.subject': 'Commande {reference} : une opposition a été faite',
  'order.mail.disputed.words':
    'Une opposition a été faite à la commande {reference}. {amount} reste où il est jusqu’à la décision d’une personne de {merchant}.',
  'order.mail.paying.subject': 'Commande {reference} : le paiement en votre faveur est en cours',
  'order.mail.paying.words':
    '{merchant} vous paie {amount} pour la commande {reference}. Ouvrez cette page pour voir où en est le paiement :',
  'order.mail.paying.button': 'Ouvrir le paiement',
  'order.mail.paid.subject': 'Commande {reference} : le vendeur a été payé',
  'order.mail.paid.words': 'Le vendeur de la commande {reference} chez {merchant} a reçu {amount}.',
  'order.mail.refunding.subject': 'Commande {reference} : l’acheteur récupère de l’argent',
  'order.mail.refunding.words': 'L’acheteur de la commande {reference} chez {merchant} récupère {amount}.',
  'order.mail.address.subject': 'Commande {reference} : votre argent irait à une autre adresse',
  'order.mail.address.words':
    'Il a été demandé à {merchant} de vous payer pour la commande {reference} à une autre adresse, à partir du {time} :',
  'order.mail.address.notYou': 'Si ce n’est pas vous qui l’avez demandé, écrivez tout de suite à {merchant}.',
  'order.mail.to': 'L’argent va à {address}.',
  'order.mail.nowhere':
    '{merchant} ne sait pas encore où vous payer. D’ici là, rien n’est payé : indiquez-leur votre adresse.',
  'order.mail.object':
    'Si quelque chose ne va pas, ouvrez la page et opposez-vous. Aucun compte n’est nécessaire. Si tout va bien, ne faites rien.',
  'order.mail.button': 'Ouvrir la commande',
  'order.mail.custody': 'L’argent reste chez {merchant}. Drawbridge n’en détient rien.',
} satisfies Translated<'order'>;
