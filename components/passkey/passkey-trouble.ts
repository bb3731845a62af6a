/** Why no passkey came of it. */
export type PasskeyTrouble = 'declined' | 'dropped' | 'unsupported' | 'unfit' | 'known' | 'misplaced' | 'broken';

export type TroubleWords = { heading: string; words: string };

export const passkeyWords: Readonly<Record<PasskeyTrouble, TroubleWords>> = {
  declined: {
    heading: 'No passkey was used',
    words: 'You closed the browser’s question, it ran out, or there is no passkey for this portal on this device.',
  },
  dropped: {
    heading: 'The browser’s question was closed',
    words: 'Another one took its place. Go on whenever you like.',
  },
  unsupported: {
    heading: 'This browser cannot use passkeys',
    words: 'Use another browser, or your wallet or a code by e-mail.',
  },
  unfit: {
    heading: 'This device cannot keep such a passkey',
    words:
      'It has to ask for your fingerprint, your face or a PIN, and remember whose it is. Set up a screen lock, or use another device.',
  },
  known: {
    heading: 'This device has a passkey of yours already',
    words: 'It stands in the list. Remove it there first, or use another device.',
  },
  misplaced: {
    heading: 'Passkeys do not work at this address',
    words: 'Open the portal at its own address, over https, and try again.',
  },
  broken: {
    heading: 'The browser could not do it',
    words: 'Check your connection, reload the page and try again, or use your wallet or a code by e-mail.',
  },
};
