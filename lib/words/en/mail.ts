/** Mails to recipients: plain text, and the same words as a page. */
export default {
  'mail.invitation.subject': '{amount} for you from {merchant}',
  'mail.invitation.words': '{merchant} pays you {amount} on {network}. Open this page to get it:',
  'mail.reminder.subject': '{amount} from {merchant} is still waiting for you',
  'mail.reminder.words': '{merchant} still has {amount} on {network} for you. Open this page to get it:',
  'mail.link.subject': 'Your link to {amount} from {merchant}',
  'mail.link.words': 'This is your link to {amount} on {network} from {merchant}:',
  'mail.undone.subject': 'The network undid a payment of {amount} from {merchant}',
  'mail.undone.words':
    '{merchant} had paid you {amount}. {network} has undone that payment since; it is rare, and nobody’s fault.',
  'mail.undone.reserved': 'The money is reserved for you again. Open this page to get it:',
  'mail.undone.over': 'Your link does not work any more. Ask {merchant} to pay you again.',
  'mail.link.button': 'Get {amount}',
  'mail.link.purpose': 'What they say it is for: {description}',
  'mail.link.onlyYou':
    'The page asks for a code that we send to this address. So this link alone gives the money to nobody, and only you can get it.',
  'mail.link.until': 'The link works until {time}.',
  'mail.link.notYours': 'If you expect nothing from them, open the page and say that it is not for you, or do nothing.',

  'mail.code.subject': '{code} is your code for {host}',
  'mail.code.words':
    'A browser at {host} asks for {amount} that {merchant} pays to the owner of this mailbox. Type this code there if that is you:',
  'mail.code.works':
    'It works once, for {minutes, plural, one {one minute} other {# minutes}}, and only in the browser where it was asked for.',
  'mail.code.secret':
    'Tell it to nobody. If that was not you, you need do nothing: without the code nobody gets the money.',
} as const;
