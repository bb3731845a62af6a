import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{amount} pour vous, de la part de {merchant}',
  'mail.invitation.words': '{merchant} vous paie {amount} sur {network}. Ouvrez cette page pour recevoir cet argent :',
  'mail.reminder.subject': '{merchant} a toujours {amount} pour vous',
  'mail.reminder.words':
    '{merchant} a toujours {amount} sur {network} pour vous. Ouvrez cette page pour recevoir cet argent :',
  'mail.link.subject': 'Votre lien pour recevoir {amount} de {merchant}',
  'mail.link.words': 'Voici votre lien pour recevoir {amount} sur {network} de {merchant} :',
  'mail.undone.subject': 'Le réseau a défait un paiement de {amount} de {merchant}',
  'mail.undone.words':
    '{merchant} vous avait payé {amount}. Depuis, {network} a défait ce paiement ; c’est rare et personne n’y est pour rien.',
  'mail.undone.reserved': 'L’argent vous est de nouveau réservé. Ouvrez cette page pour le recevoir :',
  'mail.undone.over': 'Votre lien ne fonctionne plus. Demandez à {merchant} de vous payer de nouveau.',
  'mail.link.button': 'Recevoir {amount}',
  'mail.link.purpose': 'Objet indiqué par le payeur : {description}',
  'mail.link.onlyYou':
    'La page demande un code que nous envoyons à cette adresse. Ce lien seul ne donne donc l’argent à personne, et personne d’autre que vous ne peut le recevoir.',
  'mail.link.until': 'Le lien est valable jusqu’au {time}.',
  'mail.link.notYours':
    'Si vous n’attendez rien de leur part, ouvrez la page et dites que ce n’est pas pour vous, ou ne faites rien.',
  'mail.code.subject': '{code} est votre code pour {host}',
  'mail.code.words':
    'Un navigateur demande sur {host} le paiement de {amount} que {merchant} fait au propriétaire de cette boîte e-mail. Si c’est vous, saisissez-y ce code :',
  'mail.code.works':
    'Il sert une seule fois, pendant {minutes, plural, one {une minute} many {# de minutes} other {# minutes}}, et seulement dans le navigateur où il a été demandé.',
  'mail.code.secret':
    'Ne le donnez à personne. Si ce n’était pas vous, vous n’avez rien à faire : sans le code, personne ne reçoit l’argent.',
} satisfies Translated<'mail'>;
