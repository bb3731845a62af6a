/** What the claim page says before a wallet is asked, drawn on the server. */
export default {
  'claim.title': 'Your payout',
  'claim.about': 'About this payout',
  'claim.testMoney': 'Test money',

  // Behind the merchant's name at the head of the page.
  'claim.pays.now': '{merchant} pays you',
  'claim.pays.done': '{merchant} paid you',
  'claim.pays.never': '{merchant}',

  'claim.footer.now.contract':
    '{merchant} pays this, straight from its own vault. Drawbridge shows how it stands. Keep this link to yourself.',
  'claim.footer.now.wallet': '{merchant} pays this. Drawbridge shows how it stands. Keep this link to yourself.',
  'claim.footer.done.contract':
    'Paid by {merchant}, straight from its own vault. Shown by Drawbridge. Keep this link to yourself.',
  'claim.footer.done.wallet': 'Paid by {merchant}. Shown by Drawbridge. Keep this link to yourself.',
  'claim.footer.never': 'Shown by Drawbridge for {merchant}.',

  'claim.fact.for': 'For',
  'claim.fact.amount': 'Amount',
  'claim.fact.fee': 'Fee',
  'claim.fact.feeOfMerchant': 'Fee, paid by {merchant}',
  'claim.fact.net.now': 'You get',
  'claim.fact.net.done': 'You got',
  'claim.fact.net.never': 'After the fee',
  'claim.fact.to': 'To',
  'claim.fact.anyWallet': 'A wallet of your choice',
  'claim.fact.network': 'Network',
  'claim.fact.inVault': 'In the vault',
  'claim.fact.inVault.funded': 'Yes, ready for you',
  'claim.fact.inVault.short': 'Not yet',
  'claim.fact.inVault.unknown': 'Cannot be checked right now',
  'claim.fact.until': 'Link works until',
  'claim.fact.details': 'Details',
  'claim.fact.reference': 'Reference',
  'claim.fact.vault': 'Vault that pays',
  'claim.fact.token': '{symbol} token',
  'claim.fact.networkNumber': 'Network number',
  'claim.fact.transfer': 'Transfer',
  'claim.fact.paidTo': 'Paid to',
  'claim.fact.earlier': 'The earlier transfer:',
  'claim.fact.reason': 'Reason: {reason}',

  'claim.do.lookAgain': 'Look again now',
  'claim.do.askForHelp': 'Ask {merchant} for help',
  'claim.do.back': 'Back to {merchant}',
  'claim.do.receipt': 'Open the receipt',
  'claim.do.continue': 'Continue with a wallet',
  'claim.do.code': 'Send a code to {email}',
  'claim.do.codeSending': 'Sending the code…',
  'claim.do.looking': 'Looking for your wallet…',
  'claim.walletPartMissing':
    'The wallet part of this page did not load. Nothing has left the vault. Check your connection and press again, or reload the page.',
  'claim.noScript': 'Connecting a wallet needs JavaScript, which is off in this browser.',
  'claim.offline': 'No connection right now. This page catches up by itself as soon as there is one.',

  'claim.fact.promised': 'Promised',
  'claim.lapsed.heading': 'Look at the amount again',
  'claim.lapsed.words':
    '{merchant} promised you {amount}. It is paid in digital money, and what that comes to has changed since. Nothing has moved.',
  'claim.lapsed.go': 'See what you get now',
  'claim.quote.heading': 'What you get now',
  'claim.quote.words': 'You were promised {amount}. This is what it comes to at the rate of now.',
  'claim.quote.before':
    'You were promised {amount}. Once you have proved that this mailbox is yours, you see here what it comes to at the rate of now.',
  'claim.quote.asking': 'Looking up the rate…',
  'claim.quote.accept': 'Accept {amount}',
  'claim.quote.failed': 'There is no rate at the moment. Nothing has moved. Try again in a minute.',
  'claim.quote.unpayable':
    'It cannot be paid in this asset at the moment. Nothing has moved. Choose another one, or try again later.',
  'claim.quote.again': 'Ask again',
  'claim.quote.choose': 'What you are paid in',
  'claim.ready.heading': 'Ready for you',
  'claim.ready.mailbox':
    'The money is there. First show that this mailbox is yours: we send a code to {email}. Then choose where the money goes.',
  'claim.ready.words':
    'The money is there. It goes straight from {merchant} to your wallet in one step; you only pay the network fee, in {currency}.',
  'claim.ready.earlierLink':
    'A link that this one replaced was used a moment ago. Until {time} it can still be paid to the wallet named there. Wait until then: otherwise you may pay a network fee for nothing.',

  'claim.ready.relayed':
    'The money is there. It goes straight from {merchant} to your wallet. You pay nothing for it: the network fee is paid for you.',
  'claim.do.sendToMine': 'Send it to my wallet {address}',
  'claim.do.sending': 'Being sent…',
  'claim.do.connect': 'Connect my wallet',
  'claim.do.paste': 'Paste an address',
  'claim.do.paySelf': 'Pay the network fee myself',
  'claim.do.sign': 'Sign with my wallet',
  'claim.do.noWallet': 'I have no wallet yet',
  'claim.ready.sign':
    '{merchant} asks you to sign with your wallet first that this payout is yours. That costs nothing and moves no money.',
  'claim.partMissing':
    'This part of the page did not load. Nothing has left the vault. Check your connection and press again, or reload the page.',

  'claim.noWallet.heading': 'Getting paid without a wallet',
  'claim.noWallet.what': '{symbol} is digital money, and a wallet is the app that keeps it.',
  'claim.noWallet.free': 'A wallet costs nothing, and you can set one up in a few minutes.',
  'claim.noWallet.secret':
    'It gives you a list of secret words: write them on paper and show them to nobody, because they are the money.',
  'claim.noWallet.then': 'Then open this link again, which works until {time}, and say where the money should go.',
  'claim.noWallet.get': 'Get a wallet for your phone',
  'claim.noWallet.ios': 'iPhone',
  'claim.noWallet.android': 'Android',
  'claim.noWallet.exchange': 'Or use an exchange',
  'claim.noWallet.exchange.words':
    'If you have an account at an exchange, look there for the deposit address of {symbol} on {network}. Go back to the payout and paste that address.',
  'claim.noWallet.later': 'Or do it later',
  'claim.noWallet.later.words':
    'The money stays reserved for you until {time}. Keep this link, and give it to nobody else.',
  'claim.noWallet.copy': 'Copy the link',
  'claim.noWallet.share': 'Share the link',
  'claim.noWallet.mailMyself': 'Mail it to myself',
  'claim.noWallet.remind': 'Send it to me again later',
  'claim.noWallet.reminded': 'We send it to {email} again within a day.',
  'claim.noWallet.remindFailed': 'That did not work. Keep the link that was mailed to you.',
  'claim.noWallet.back': 'Go back to the payout',

  'claim.relay.queued.heading': 'Being sent',
  'claim.relay.sent.heading': 'On its way',
  'claim.relay.waiting.heading': 'Waiting to be sent',
  'claim.relay.to': 'It goes to',
  'claim.relay.words': 'You have nothing to do and nothing to pay. The network usually takes less than a minute.',
  'claim.relay.waiting.words':
    'It is sent by itself as soon as that is over. You can wait, or pay the network fee yourself now. You are paid once.',
  'claim.relay.close': 'You can close this page. It goes on without it, and this link always shows where it stands.',
  'claim.relay.orSelf': 'You can wait and come back with this link, or pay the network fee yourself.',
  'claim.relay.ended': 'It was not sent. Nothing has left the vault.',
  'claim.relay.reason.no_account': 'Payouts on {network} are not sent for you here.',
  'claim.relay.reason.accounts_low':
    'It cannot be sent for you right now, for a reason on our side. We have been told.',
  'claim.relay.reason.gas_too_dear':
    'The network fee on {network} is unusually high right now, so we wait until it is lower.',
  'claim.relay.reason.node_silent': 'We cannot reach {network} right now.',
  'claim.relay.reason.merchant_budget':
    'What {merchant} pays for network fees in a day is used up. It goes on tomorrow.',
  'claim.relay.reason.link_budget': 'This link was used for this too often today.',
  'claim.relay.reason.address_budget': 'So much was sent to this address today that no more is sent until tomorrow.',
  'claim.relay.reason.tried_too_often': 'The network has refused it several times. It can be tried again in a while.',
  'claim.relay.reason.not_payable': '{merchant} cannot pay this right now.',
  'claim.relay.reason.skipped': 'The network passed it over.',
  'claim.relay.reason.not_mined': 'The network did not take it in time.',
  'claim.relay.reason.closed': 'This payout is not open any more.',
  'claim.relay.reason.claimed_otherwise': 'It was paid in another way.',
  'claim.relay.reason.key_of_link': 'This link has a key of its own, so it is claimed from a wallet.',
  'claim.relay.reason.link_replaced': '{merchant} replaced the link that it was asked for with.',
  'claim.relay.reason.approval_changed': '{merchant} has to approve it again.',
  'claim.relay.reason.recipient_refused': 'This address cannot receive the payout.',
  'claim.relay.reason.failed_often': 'It failed several times, so that it is not tried again.',

  'claim.sent.heading': 'Sent',
  'claim.sent.ago': 'It was sent {ago}, and the network does not show it yet.',
  'claim.sent.now': 'It was sent just now, and the network does not show it yet.',
  'claim.sent.words':
    'The network usually shows it within seconds, and this page then says how far it is. You can close the page.',
  'claim.sent.notMe': 'I did not send this',
  'claim.sent.notMe.words':
    'Then another person with this link may have. However many send it, it is paid once, and to one wallet.',
  'claim.sent.late': 'It takes longer than usual, perhaps because its network fee is low.',
  'claim.sent.costOfAgain':
    'Sending it again is safe, as you are paid once; but if both arrive, one of the two network fees is lost.',

  'claim.approval.heading': 'Waiting for approval',
  'claim.approval.contract':
    '{merchant} still has to approve this payout. Nothing has left the vault. You can close this page and come back with the same link; it changes by itself when the approval is there.',
  'claim.approval.wallet':
    '{merchant} still has to approve this payout. No payment of it has been seen. You can close this page and come back with the same link; it changes by itself when the approval is there.',

  'claim.byHand.heading': '{merchant} is going to pay you',
  'claim.byHand.words':
    'You have nothing to do. {merchant} sends this payout to the address below by itself, and pays the network fee. You can close this page and come back with the same link; it changes by itself when the money is on its way.',
  'claim.direct.words':
    'You have nothing to do and nothing to pay. It is sent to the address below by itself, and the network fee is paid for you.',
  'claim.direct.next': 'You have nothing to do: it is sent by itself as soon as that is over.',

  'claim.funds.heading': 'Waiting for funds',
  'claim.funds.heading.limit': 'Waiting for the daily limit',
  'claim.funds.funds': '{merchant}’s vault holds too little for this right now; {merchant} has been told.',
  'claim.funds.allowance': '{merchant}’s vault may not pay out this much right now; {merchant} has been told.',
  'claim.funds.limit':
    'What {merchant}’s vault may pay out in 24 hours is used up for now. It fills up by itself, hour by hour.',
  'claim.funds.next': 'You can close this page. It offers the payout by itself as soon as the vault can pay it.',
  'claim.reserved': 'Nothing has left the vault, and your payout stays reserved for you until {time}.',

  'claim.obstacle.byItself': 'This page offers the payout by itself as soon as that has changed; you can close it.',
  'claim.obstacle.told': '{merchant} has been told.',
  'claim.obstacle.token_paused.heading': '{symbol} is stopped for everybody',
  'claim.obstacle.token_paused.why':
    'The issuer of {symbol} has stopped all transfers of it, so nobody can send or receive any right now.',
  'claim.obstacle.vault_blocked.heading': 'The merchant has to settle something',
  'claim.obstacle.vault_blocked.why':
    'The issuer of {symbol} has blocked {merchant}’s vault, so nothing can be paid from it. It has nothing to do with you.',
  'claim.obstacle.signer_terms.heading': 'Waiting for the merchant',
  'claim.obstacle.signer_terms.why': '{merchant}’s vault does not let us pay this at the moment.',
  'claim.obstacle.token_fee.heading': '{symbol} would arrive short',
  'claim.obstacle.token_fee.why':
    'The issuer of {symbol} keeps a part of each transfer now, so that you would get less than agreed.',
  'claim.obstacle.token_fee.next': 'We wait until the whole amount arrives.',
  'claim.obstacle.recipient_blocked.heading': 'This wallet is blocked',
  'claim.obstacle.recipient_blocked.why':
    'The issuer of {symbol} has blocked the wallet that this payout is for, and only they can lift that.',
  'claim.obstacle.recipient_blocked.next':
    '{merchant} has been told. Ask them for a new payout to another wallet of yours.',
  'claim.obstacle.token_refuses.heading': '{symbol} refuses the payment',
  'claim.obstacle.token_refuses.why':
    'We asked {symbol} whether it would make this payment. It would not, and does not say why.',
  'claim.obstacle.signer_declined.heading': 'The merchant has to allow it first',
  'claim.obstacle.signer_declined.why':
    '{merchant} signs its payouts itself, and did not sign this one at the last try.',
  'claim.obstacle.signer_unreachable.heading': 'The merchant did not answer',
  'claim.obstacle.signer_unreachable.why':
    '{merchant} signs its payouts itself, and its server did not answer at the last try.',
  'claim.obstacle.screening.heading': 'The merchant has to look at it first',
  'claim.obstacle.screening.why': '{merchant} checks whom it pays, and has to look at this payout before it goes on.',
  'claim.obstacle.other.heading': 'The network would refuse it',
  'claim.obstacle.other.why': 'At the last try the network would have refused the payment, without saying why.',
  'claim.obstacle.other.next': '{merchant} has been told. You may try again: trying costs nothing.',
  'claim.obstacle.our_clock.heading': 'Our clock is wrong',
  'claim.obstacle.our_clock.why':
    'The clock of our server does not agree with the network’s, so that what we sign would not be taken. This is our fault.',
  'claim.obstacle.our_clock.next': 'Our operator is told.',

  'claim.stopped.heading': 'Payments are paused for now',
  'claim.stopped.words':
    'The operator of this portal has paused payments for now, to be on the safe side. No money has moved, and your payout is kept for you until {time}.',
  'claim.stopped.next':
    'You do not have to do anything. Keep this link: once payments go on, this page shows it by itself.',
  'claim.networkDown.heading': 'We cannot reach the network',
  'claim.networkDown.words':
    'We do not hear from {network} right now, so we cannot see whether the money is there and offer nothing until we can. This is on our side, and your payout is safe: you are paid once, also if several transfers were sent meanwhile.',
  'claim.networkDown.next': 'The page keeps trying by itself.',

  'claim.reverted.heading': 'The network refused the transfer',
  'claim.reverted.words':
    'Nothing has left the vault; only the network fee was spent. The payout is still yours and you can try again with a fresh call. You can only ever be paid once.',
  'claim.replaced.heading': 'Your wallet sent something else instead',
  'claim.replaced.words':
    'The transfer was cancelled or replaced in your wallet before the network took it. Nothing has left the vault and the payout is still yours.',
  'claim.dropped.heading': 'The network lost the transfer',
  'claim.dropped.words':
    'It is in no block that we have read, often because the network fee was set too low. Send it again: even if the first one turns up later, you can only be paid once. It would cost a second network fee.',

  'claim.processing.heading': 'On its way',
  'claim.processing.soon': 'The network usually confirms this in a few seconds.',
  'claim.processing.minute': 'The network usually confirms this in less than a minute.',
  'claim.processing.minutes':
    'The network usually confirms this in {minutes, plural, one {about a minute} other {about # minutes}}.',
  'claim.processing.doubtful.heading': 'Making sure',
  'claim.processing.doubtful':
    'The transfer was sent, but we did not hear back. We are checking with the network whether the money moved, and send nothing else until we know.',
  'claim.processing.close':
    'You can close this page. The transfer goes on without it, and this link always shows where it stands.',
  'claim.differs.heading': 'Paid, but not as agreed',
  'claim.differs.words':
    'The network has confirmed a payment to your wallet. {reason} This is no fault of yours, and nothing that you can mend here.',
  'claim.differs.next': '{merchant} sees it, too, and decides what happens with the rest. This link shows how it ends.',

  'claim.step.sent': 'Sent by your wallet',
  'claim.step.sentForYou': 'Sent for you',
  'claim.step.seen': 'Seen by the network',
  'claim.step.unseen': 'Waiting for the network to see it',
  'claim.step.confirming': 'Confirming: {count} of {needed}',
  'claim.step.confirmed': 'Confirmed by the network',
  'claim.step.paid': 'Paid',
  'claim.step.done': '(done)',

  'claim.completed.heading': 'Paid',
  'claim.completed.words': 'The money is in your wallet, and the network has confirmed it.',

  'claim.alreadyPaid.heading': 'Already paid',
  'claim.alreadyPaid.contract': 'This link was used. A link pays once, so there is nothing left to claim here.',
  'claim.alreadyPaid.contract.on':
    'This link was used and paid on {time}. A link pays once, so there is nothing left to claim here.',
  'claim.alreadyPaid.wallet': 'This payout was sent to you. There is nothing left to do here.',
  'claim.alreadyPaid.wallet.on': 'This payout was sent to you and paid on {time}. There is nothing left to do here.',

  'claim.cancelling.heading': 'Being cancelled',
  'claim.cancelling.words': '{merchant} is cancelling this payout, so no new claim can start.',
  'claim.cancelling.until':
    'A claim that was sent or prepared earlier could still go through until {time}. If one does, you are paid and this page says so.',
  'claim.cancelling.onChain':
    'What was signed for this link stays good until then. It ends sooner only when the merchant cancels it on the network, too.',

  'claim.cancelled.heading': 'This payout was cancelled',
  'claim.cancelled.contract':
    '{merchant} cancelled it. Nothing has left the vault, and this link cannot pay any more. If you expected this money, ask {merchant}.',
  'claim.cancelled.wallet':
    '{merchant} cancelled it. No payment of it has been seen, and it is not sent any more. If you expected this money, ask {merchant}.',

  'claim.expired.heading.contract': 'This link has expired',
  'claim.expired.heading.wallet': 'This payout has expired',
  'claim.expired.contract':
    'It worked until {time}. Nothing has left the vault: the money is still with {merchant}. Ask them for a new link.',
  'claim.expired.wallet':
    'It was to be sent until {time}. No payment of it has been seen: the money is still with {merchant}. Ask them for a new one.',

  'claim.failed.heading': 'This payout failed',
  'claim.failed.differs':
    'What reached your wallet is not what was agreed, and {merchant} does not count it as this payout. What you got stays yours to settle with them; nothing more is paid through this link.',
  'claim.failed.undone':
    'The transfer was undone after it had counted as paid: the money is not in your wallet. {merchant} has been told and has to start it again; there is nothing that you can send from here.',

  'claim.verify.title': 'Show that a wallet is yours',
  'claim.verify.asks': '{merchant} asks you',
  'claim.verify.open.heading': 'Show that a wallet is yours',
  'claim.verify.open.words':
    'Connect the wallet and sign a short text with it. That costs nothing and moves no money. {merchant} gets the address and the signature, and nothing else.',
  'claim.verify.open.bound': 'It has to be this wallet:',
  'claim.verify.open.until': 'This link works until {time}.',
  'claim.verify.done.heading': 'Done',
  'claim.verify.done.words': '{merchant} has been told that this wallet is yours. You can close this page.',
  'claim.verify.expired.heading': 'This link has run out',
  'claim.verify.expired.words': 'Ask {merchant} for a new one.',
  'claim.verify.footer': 'Shown by Drawbridge for {merchant}. Keep this link to yourself.',

  'claim.unknown.heading': 'This link is not known',
  'claim.unknown.words': 'No payout belongs to this address.',
  'claim.unknown.next':
    'Check that you opened the whole link, to its last letter. If you were sent a newer one, use that: a new link replaces the old. Otherwise ask the person who sent it to you.',

  // Why a transfer or a payout failed, where a recipient reads it.
  'claim.reason.claim_reverted': 'The network ran the claim and refused it.',
  'claim.reason.payment_reverted': 'The network ran the payment and refused it.',
  'claim.reason.moved_something_else': 'The hash turned out to move something else.',
  'claim.reason.paid_something_else': 'The hash turned out to pay something else.',
  'claim.reason.reorganised': 'A reorganisation of the chain took the payment back.',
  'claim.reason.not_as_agreed': 'It is not what was agreed.',
  'claim.reason.no_claim_reported': 'The contract did not report a claim.',
  'claim.reason.recipient_not_signed_for': 'The money went to an address for which nothing was signed here.',
  'claim.reason.other_amount': 'It moved money to the recipient, but not exactly the amount.',
} as const;
