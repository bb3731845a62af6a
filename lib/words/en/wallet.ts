/** What is said from choosing a wallet to what it sent; loaded with the code that speaks to wallets. */
export default {
  'wallet.chooseWallet': 'Choose your wallet',
  'wallet.connect': 'Connect {wallet}',
  'wallet.connectOne': 'Connect a wallet',
  'wallet.connect.declined': 'You declined in your wallet, so it is not connected. Choose again when you are ready.',
  'wallet.connect.failed': 'Your wallet did not connect. Open it, see whether it is unlocked, and choose again.',
  'wallet.connect.words': 'Connecting only shows us your address. Nothing is sent by it.',
  'wallet.connecting.heading': 'Waiting for your wallet',
  'wallet.connecting.words': 'If your wallet asks, let this page see your address. Nothing is sent yet.',
  'wallet.connecting.again': 'Nothing shows up? Ask again',
  'wallet.useAnother': 'Use another wallet',

  'wallet.none.frame.heading': 'Your wallet may not work in here',
  'wallet.none.frame.do': 'Open in a new tab',
  'wallet.none.frame.words':
    'This page is shown inside another one, where wallets often cannot reach it. Open it in a tab of its own; what happens there shows up here too. Nothing has left the vault.',
  'wallet.none.phone.heading': 'Open this page in your wallet',
  'wallet.none.phone.all': 'Choose from all wallets',
  'wallet.none.phone.openIn': 'Open in {wallet}',
  'wallet.none.phone.copy': 'Copy the link',
  'wallet.none.phone.words':
    'This browser has no wallet. Wallet apps have a browser of their own: open this page there, or copy the link and paste it. Nothing has left the vault.',
  'wallet.none.desktop.heading': 'No wallet in this browser',
  'wallet.none.desktop.onPhone': 'Connect the wallet on my phone',
  'wallet.none.desktop.look': 'I have a wallet now, look again',
  'wallet.none.desktop.copy': 'Copy the link for another device',
  'wallet.none.desktop.words':
    'Install a wallet extension and look again, or open the link where your wallet is: in another browser, or in a wallet app on your phone. Nothing has left the vault, and the link keeps working.',

  'wallet.wrongWallet.heading': 'This payout is for another wallet',
  'wallet.wrongWallet.choose': 'Choose another account',
  'wallet.wrongWallet.bound': 'It can only go to',
  'wallet.wrongWallet.shown': 'Your wallet is showing us',
  'wallet.wrongWallet.words':
    'Nothing is sent from there. Switch to the right account in your wallet; this page notices. If you no longer have that wallet, ask {merchant} to send the payout elsewhere.',

  'wallet.wrongNetwork.switch': 'Switch to {network}',
  'wallet.wrongNetwork.words':
    'Your wallet is on another network, and this payout is on {network}. Nothing is sent from there. If your wallet does not know {network} yet, it offers to add it.',
  'wallet.wrongNetwork.asking': 'Your wallet is asking you now.',
  'wallet.wrongNetwork.declined': 'You declined the switch. Press again when you are ready.',
  'wallet.wrongNetwork.failed':
    'Your wallet did not switch. Choose {network} (network number {number}) in your wallet by hand; this page notices.',

  'wallet.prove.heading': 'Sign that this wallet is yours',
  'wallet.prove.words':
    'Your wallet shows you a text and asks you to sign it. That costs nothing and moves no money. The signed text is kept, so that it can be checked again.',
  'wallet.prove.do': 'Sign with my wallet',
  'wallet.prove.asking': 'Sign it in your wallet',
  'wallet.prove.checking': 'Checking the signature…',
  'wallet.prove.done': 'Signed',
  'wallet.prove.trouble.declined': 'You declined in your wallet. Nothing was signed. Go on when you are ready.',
  'wallet.prove.trouble.busy': 'A request is already open in your wallet. Answer it there, then go on here.',
  'wallet.prove.trouble.unable': 'Your wallet gave no signature. Nothing has moved. Try again, or use another wallet.',
  'wallet.prove.trouble.refused':
    'The signature does not fit this wallet. Nothing has moved. Try again, or use another wallet.',
  'wallet.prove.trouble.unreachable':
    'It could not be checked right now. Nothing has moved. Wait a minute and try again.',
  'wallet.prove.trouble.expired': 'That took too long. Sign again.',

  'wallet.send.heading': 'Send it to my wallet',
  'wallet.send.again': 'Try again',
  'wallet.send.asking': 'Being sent…',
  'wallet.send.asking.words': 'This takes a moment. The page shows by itself how it goes on.',
  'wallet.send.trouble.away':
    'We could not be reached, so we do not know whether it was taken. Trying again is safe: you are paid once.',
  'wallet.send.trouble.changed':
    'Something about this payout has changed. Nothing was sent by this. Look at the page again.',
  'wallet.send.trouble.refused': 'This address cannot receive the payout. Nothing was sent.',
  'wallet.send.trouble.unavailable':
    'It cannot be sent for you right now. Nothing was sent. Wait a little, or pay the network fee yourself.',
  'wallet.send.trouble.short': 'The vault cannot pay this right now. The payout stays reserved for you.',
  'wallet.send.trouble.often': 'There were too many requests from here. Wait a minute and try again.',

  'wallet.offer.heading': 'Send it to this wallet?',
  'wallet.offer.words': 'You pay nothing and sign nothing. It is final: make sure that this wallet is yours.',
  'wallet.offer.do': 'Send {amount} here',
  'wallet.offer.self': 'Pay the network fee myself',

  'wallet.paste.heading': 'Where should it go?',
  'wallet.paste.words': 'It is sent as {symbol} on {network}. The address must be one that can receive it there.',
  'wallet.paste.label': 'Address, or ENS name',
  'wallet.paste.check': 'Check this address',
  'wallet.paste.checking': 'Checking…',
  'wallet.paste.empty': 'Paste the address here.',
  'wallet.paste.unchecked': 'It could not be checked right now. Wait a moment and try again.',
  'wallet.paste.why.checksum':
    'One character of this address is wrong: its capital letters do not fit. Copy it again from your wallet.',
  'wallet.paste.why.form': 'This is no address. One begins with 0x and has 40 characters after that. Copy it again.',
  'wallet.paste.why.name_not_offered': 'Names are not looked up here. Paste the address itself.',
  'wallet.paste.why.name_malformed': 'This name cannot be looked up. Paste the address itself.',
  'wallet.paste.why.name_unset': 'This name has no address that we can read. Paste the address itself.',
  'wallet.paste.why.name_elsewhere':
    'This name stands for a contract on Ethereum that is not there on this network. Paste the address itself.',
  'wallet.paste.why.name_silent': 'Names cannot be looked up right now. Try again, or paste the address itself.',
  'wallet.paste.lost.burn_address': 'Nobody owns this address. What is sent there is lost.',
  'wallet.paste.lost.token_itself':
    'This is the address of the token itself. What is sent there is lost. Use the address of your wallet.',
  'wallet.paste.lost.payout_contract':
    'This is the contract that pays out. What is sent there is lost. Use the address of your wallet.',
  'wallet.paste.lost.vault': 'This is a vault that pays out. Use the address of your wallet.',
  'wallet.paste.lost.sender_itself': 'This is the vault that pays you. Use the address of your wallet.',
  'wallet.paste.lost.blocked_by_token': 'The token’s issuer has blocked this address. Use another one.',
  'wallet.paste.lost.other': 'This address cannot receive the payout. Use another one.',
  'wallet.paste.contract':
    'A contract stands at this address on {network}. Go on only if it is your own smart wallet, or an exchange told you to use it.',
  'wallet.paste.confirm.heading': 'Is this the right address?',
  'wallet.paste.other': 'Use another address',
  'wallet.paste.whose': 'Is this an exchange’s deposit address?',
  'wallet.paste.whose.self': 'No, it is my own wallet',
  'wallet.paste.whose.exchange': 'Yes, it is my account at an exchange',
  'wallet.paste.whose.missing': 'First say whose address it is.',
  'wallet.paste.exchange.network':
    'The exchange must take {symbol} on {network}. Sent on another network than it expects, it is lost.',
  'wallet.paste.exchange.memo':
    'If the exchange asks for a memo or a tag too, stop here: none can be sent along, and without it the money is not credited.',
  'wallet.paste.exchange.minimum': 'Look up the smallest deposit that it takes. What is less is often not credited.',
  'wallet.paste.exchange.contract':
    'The money comes from a contract. Some exchanges credit that late, or only after you write to them.',
  'wallet.paste.last': 'Its last six characters',
  'wallet.paste.last.hint': 'Read them in your wallet or at the exchange and type them here.',
  'wallet.paste.last.wrong': 'These are not its last six characters. Compare the address again.',
  'wallet.paste.send': 'Send {amount}',
  'wallet.paste.final': 'You pay nothing. It is final: nobody can bring it back from a wrong address.',

  'wallet.get': 'Get {amount}',
  'wallet.preparing.heading': 'Preparing your claim…',
  'wallet.preparing.words': 'This takes a moment. Nothing is sent before you say so.',

  'wallet.preview.heading': 'This is what will happen',
  'wallet.preview.net': 'You receive {amount} from {merchant} on {network}, in your wallet {address}.',
  'wallet.preview.fee.recipient': 'The fee of {fee} is already taken off.',
  'wallet.preview.fee.merchant': '{merchant} pays the fee of {fee}.',
  'wallet.preview.fee.none': 'There is no fee.',
  'wallet.preview.networkFee': 'Your wallet pays only the network fee.',
  'wallet.preview.asks': 'Your wallet asks you once more before anything is sent.',
  'wallet.preview.sentBefore':
    'Your wallet may have sent this before. Look into its list of activity first: you are paid once, and sending it again would only cost a second network fee.',
  'wallet.preview.to': 'To your wallet',
  'wallet.preview.feeAbout': 'Network fee, about',
  'wallet.preview.call': 'The exact call',
  'wallet.preview.contract': 'Contract',
  'wallet.preview.networkNumber': 'Network number',
  'wallet.preview.value': 'Value sent',

  'wallet.short.heading': 'Not enough for the network fee',
  'wallet.short.heading.perhaps': 'Perhaps not enough for the network fee',
  'wallet.short.words':
    'The network charges about {estimate} for sending this. While it sends, a wallet sets aside up to {reserve} and keeps what is not used. Yours has {balance}. It was not asked to send anything.',
  'wallet.short.next': 'Add a little {currency} on {network} to this wallet and look again.',
  'wallet.short.look': 'I have added some, look again',
  'wallet.short.try': 'Try it anyway',

  'wallet.asking.heading': 'Confirm it in your wallet',
  'wallet.asking.words':
    'Your wallet is asking you now. Nothing moves before you confirm there; this page moves on when you have.',
  'wallet.asking.late':
    'It has not answered yet. Open it and look for a request of this page. If it sent the claim already, this page shows it by itself.',
  'wallet.asking.again': 'Nothing shows up? Start again',
  'wallet.noAnswer': 'The wallet has not answered yet. Open it and look for a request of this page.',
  'wallet.noAnswer.stop': 'Stop waiting',

  'wallet.sent.heading': 'Sent',
  'wallet.sent.words':
    'The network usually sees it within seconds, and this page then shows how far it is. You can close it meanwhile.',
  'wallet.sent.transfer': 'Transfer',
  'wallet.sent.again': 'Start again',
  'wallet.sent.costOfAgain':
    'Sending it again is safe, as you are paid once; but if both arrive, one of the two network fees is lost.',

  'wallet.stopped.heading': 'This part of the page stopped',
  'wallet.stopped.look': 'See where it stands',
  'wallet.stopped.goOn': 'Go on here',
  'wallet.stopped.words':
    'Something on this page was changed from outside, perhaps by a translator. If your wallet has sent something, it goes on; the page read again says where it stands.',

  'wallet.trouble.details': 'Details',
  'wallet.trouble.prepare': 'Prepare it again',
  'wallet.trouble.look': 'See where it stands',
  // Said only where it is known.
  'wallet.trouble.nothingMoved': 'Nothing has left the vault.',
  'wallet.trouble.notAsked': 'Your wallet was not asked to send anything.',
  // Said instead of either once the wallet may have sent something.
  'wallet.trouble.looking':
    'Your wallet may have sent the claim before that. We are looking at the network, and this page shows it by itself if it is there.',
  'wallet.trouble.rejected.heading': 'You declined in your wallet',
  'wallet.trouble.rejected.words': 'The payout is still yours: go on whenever you like.',
  'wallet.trouble.unable.heading': 'Your wallet cannot do this',
  'wallet.trouble.unable.words': 'It says that it cannot send on this page, or on this network. Another wallet may.',
  'wallet.trouble.wallet_busy.heading': 'Your wallet is still waiting for you',
  'wallet.trouble.wallet_busy.words':
    'A request is already open there. Open your wallet and answer it, or close it and go on here.',
  'wallet.trouble.unclear.heading': 'Your wallet gave no clear answer',
  'wallet.trouble.unclear.words':
    'It may still have sent the claim. We are looking at the network, and this page shows it by itself if it is there. You are paid once: sending it again can only cost a second network fee, so look into your wallet’s activity first.',
  'wallet.trouble.short_of_fee.heading': 'Not enough for the network fee',
  'wallet.trouble.short_of_fee.words':
    'Your wallet says that it cannot pay what the network charges for sending. Add a little and go on. If it was still sent, this page shows it by itself.',
  'wallet.trouble.not_connected.heading': 'Your wallet is not connected right now',
  'wallet.trouble.not_connected.words': 'Open it, and go on here.',
  'wallet.trouble.lapsed.heading': 'That took a while',
  'wallet.trouble.lapsed.words':
    'For safety a prepared claim is valid for a few minutes only, and this one has run out.',
  'wallet.trouble.too_late.heading': 'This link is about to end',
  'wallet.trouble.too_late.words':
    'It works for less than half a minute more. A transfer that is sent now could come too late: you would pay the network fee and get nothing. Ask for a new link.',
  'wallet.trouble.unreachable.heading': 'No connection',
  'wallet.trouble.unreachable.words': 'We could not be reached. Check your connection and try again.',
  'wallet.trouble.chain_unavailable.heading': 'We cannot reach the network',
  'wallet.trouble.chain_unavailable.words': 'This is on our side and usually passes soon.',
  'wallet.trouble.rate_limited.heading': 'A little too quick',
  'wallet.trouble.rate_limited.words': 'There were too many requests from here. Wait a minute and try again.',
  'wallet.trouble.awaiting_funds.heading': 'Waiting for funds',
  'wallet.trouble.awaiting_funds.words': 'The vault cannot pay this right now. The payout stays reserved for you.',
  'wallet.trouble.signer_refused.heading': 'The merchant has to allow it first',
  'wallet.trouble.signer_refused.words': 'Their vault does not let us pay this at the moment. They are told.',
  'wallet.trouble.screening_held.heading': 'The merchant has to look at it first',
  'wallet.trouble.screening_held.words': 'Nothing is lost: the payout waits. The merchant is told and decides.',
  'wallet.trouble.signer_declined.heading': 'The merchant has to allow it first',
  'wallet.trouble.signer_declined.words':
    'The merchant signs payouts itself, and did not sign this one. They are told. Trying again costs nothing.',
  'wallet.trouble.signer_unreachable.heading': 'The merchant did not answer',
  'wallet.trouble.signer_unreachable.words':
    'The merchant signs payouts itself, and its server did not answer. Try again in a minute.',
  'wallet.trouble.key_signature_needed.heading': 'This link is not complete',
  'wallet.trouble.key_signature_needed.words':
    'Its last part, after the #, is missing or changed. Open the link exactly as you got it, or ask the merchant to send it again.',
  'wallet.trouble.token_paused.heading': 'The token is stopped for everybody',
  'wallet.trouble.token_paused.words': 'Its issuer has stopped all transfers. The payout stays reserved for you.',
  'wallet.trouble.vault_blocked.heading': 'The vault is blocked',
  'wallet.trouble.vault_blocked.words': 'The token’s issuer has blocked the vault that pays. The merchant is told.',
  'wallet.trouble.recipient_blocked.heading': 'This wallet is blocked by the token’s issuer',
  'wallet.trouble.recipient_blocked.words': 'Nobody can pay the token to it. Use another wallet, or ask the merchant.',
  'wallet.trouble.token_fee.heading': 'Less than agreed would arrive',
  'wallet.trouble.token_fee.words': 'The token keeps a part of each transfer now. We wait until all of it arrives.',
  'wallet.trouble.token_refuses.heading': 'The token refuses this payment',
  'wallet.trouble.token_refuses.words': 'It does not say why. Another wallet may work; otherwise ask the merchant.',
  'wallet.trouble.claim_would_fail.heading': 'The network would refuse it',
  'wallet.trouble.claim_would_fail.words': 'Try again later, or ask the merchant.',
  'wallet.trouble.clock_behind.heading': 'Our clock is wrong',
  'wallet.trouble.clock_behind.words': 'What we sign would not be taken. This is our fault, and we are told.',
  'wallet.trouble.already_paid.heading': 'Already paid',
  'wallet.trouble.already_paid.words': 'This payout has been paid, so nothing more can leave the vault for it.',
  'wallet.trouble.transfer_in_progress.heading': 'Already on its way',
  'wallet.trouble.transfer_in_progress.words':
    'A transfer of this payout is under way. Nothing needs to be sent again.',
  'wallet.trouble.link_expired.heading': 'This link has expired',
  'wallet.trouble.link_cancelled.heading': 'This payout was cancelled',
  'wallet.trouble.link_unknown.heading': 'This link is no longer valid',
  'wallet.trouble.payout_state.heading': 'This payout has changed',
  'wallet.trouble.wrong_recipient.heading': 'This payout is for another wallet',
  'wallet.trouble.address_refused.heading': 'This wallet cannot receive the payout',
  'wallet.trouble.unforeseen.heading': 'That did not work',
  'wallet.trouble.unforeseen.words': 'Try again in a moment.',

  'wallet.code.sending': 'We are sending a code.',
  'wallet.code.sent':
    'We have sent a code with six digits to {email}. It may take some minutes. It works for 30 minutes, in this browser.',
  'wallet.code.label': 'Code from the mail',
  'wallet.code.hint': 'Six digits. Look among unwanted mails, too.',
  'wallet.code.again': 'Send a new code',
  'wallet.code.checking': 'Checking…',
  'wallet.code.trouble.away': 'We could not be reached. Check your connection and try again. Nothing has been used up.',
  'wallet.code.trouble.wrong': 'This is not the code of the newest mail. After five wrong tries you need a new one.',
  'wallet.code.trouble.over': 'There is no code to type here any more. Send a new one.',
  'wallet.code.trouble.often':
    'Too many codes were asked for. Wait a minute. If this stays, open the link in the newest mail from us.',
  'wallet.code.trouble.changed': 'Something about this payout has changed. Load the page again.',
  'wallet.code.notYou': 'This is not my address',
  'wallet.code.notYou.sure': 'We tell who sent this that it reached another person. Nothing else happens.',
  'wallet.code.notYou.tell': 'Yes, tell them',
  'wallet.code.notYou.told': 'We have told them. You can close this page.',
} as const;
