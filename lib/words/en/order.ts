/** What buyers and sellers of orders read: the page on which a buyer objects, and mails to both. */
export default {
  'order.title': 'Your order',
  'order.about': 'Order {reference}',
  'order.fact.amount': 'For the seller',
  'order.running': 'The seller is paid on {time}, unless you object before.',
  'order.waiting': 'Nothing is paid out for now. When it goes on, you lose none of your time.',
  'order.disputed': 'An objection was made. Nothing is paid out until {merchant} has decided.',
  'order.paying': 'The seller is being paid. It is too late to object here.',
  'order.paid': 'The seller was paid. It is too late to object here.',
  'order.over': 'This order is over. There is nothing left to do here.',
  'order.object.words':
    'Did it not arrive, or is it not what you ordered? Then object. A person at {merchant} decides.',
  'order.object.do': 'Object and stop the payout',
  'order.extend.words': 'Do you need more time to check? You can take it once.',
  'order.extend.do': 'Take {days, plural, one {# more day} other {# more days}}',
  'order.extended': 'You took more time. That is possible once.',
  'order.object.reason': 'What is wrong? You need not say.',
  'order.trouble': 'That did not work. Reload the page to see how your order stands.',
  'order.noScript': 'This needs JavaScript, which is off in this browser.',
  'order.custody': 'The money stays with {merchant}. Drawbridge holds none of it.',

  'order.mail.funded.subject': 'Order {reference} is paid for',
  'order.mail.funded.words':
    'Your buyer has paid for order {reference}. {merchant} keeps {amount} for you until the order is done.',
  'order.mail.delivered.subject': 'Order {reference} was delivered',
  'order.mail.delivered.words':
    '{merchant} notes that order {reference} was delivered. The seller is paid {amount} on {time}, unless the buyer objects before.',
  'order.mail.soon.subject':
    'Order {reference}: {days, plural, one {# day} other {# days}} left until the seller is paid',
  'order.mail.soon.words':
    'This is about order {reference} at {merchant}. The seller is paid {amount} on {time}, unless the buyer objects before.',
  'order.mail.extended.subject': 'Order {reference}: the buyer takes more time',
  'order.mail.extended.words':
    'The buyer of order {reference} at {merchant} takes more time to check it. The seller is now paid {amount} on {time}, unless the buyer objects before.',
  'order.mail.held.subject': 'Order {reference}: nothing is paid out for now',
  'order.mail.held.words':
    'Order {reference} at {merchant} is on hold. {amount} stays where it is. When the order goes on, the time that was left is still there.',
  'order.mail.resumed.subject': 'Order {reference} goes on',
  'order.mail.resumed.words':
    'Order {reference} at {merchant} goes on. The seller is paid {amount} on {time}, unless the buyer objects before.',
  'order.mail.disputed.subject': 'Order {reference}: an objection was made',
  'order.mail.disputed.words':
    'An objection was made to order {reference}. {amount} stays where it is until a person at {merchant} has decided.',
  'order.mail.paying.subject': 'Order {reference}: you are being paid',
  'order.mail.paying.words': '{merchant} pays you {amount} for order {reference}. Open this page to see how it stands:',
  'order.mail.paying.button': 'Open the payout',
  'order.mail.paid.subject': 'Order {reference}: the seller was paid',
  'order.mail.paid.words': 'The seller of order {reference} at {merchant} was paid {amount}.',
  'order.mail.refunding.subject': 'Order {reference}: the buyer gets money back',
  'order.mail.refunding.words': 'The buyer of order {reference} at {merchant} gets {amount} back.',
  'order.mail.address.subject': 'Order {reference}: your money would go to another address',
  'order.mail.address.words':
    '{merchant} was asked to pay you for order {reference} at another address, from {time} on:',
  'order.mail.address.notYou': 'If you did not ask for this, write to {merchant} at once.',
  'order.mail.to': 'The money goes to {address}.',
  'order.mail.nowhere':
    '{merchant} does not know yet where to pay you. Until then nothing is paid out: please tell them your address.',
  'order.mail.object':
    'If something is wrong, open the page and object. You need no account. If all is well, do nothing.',
  'order.mail.button': 'Open the order',
  'order.mail.custody': 'The money stays with {merchant}. Drawbridge holds none of it.',
} as const;
