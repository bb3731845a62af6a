import type { Refused } from './door';

/** Why a person could not sign in, and what to do now. */
export type Failure = { heading: string; words: string };

function waitWords(seconds: number | undefined): string {
  if (seconds === undefined) return 'Wait a minute and try again.';
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? 'Wait a minute and try again.' : `Wait ${minutes} minutes and try again.`;
}

function triesWords(left: number | undefined): string {
  if (left === undefined) return 'Type it as the newest mail has it.';
  if (left === 0) return 'There is no try left for this code. Ask for a new one.';
  return `Type it as the newest mail has it. ${left === 1 ? 'One try is' : `${left} tries are`} left.`;
}

const fixed: Partial<Record<Refused['code'], Failure>> = {
  proof_expired: {
    heading: 'That can no longer be used',
    words: 'It was used already, ten minutes have passed, or a newer one was asked for. Start again from here.',
  },
  sign_in_message_invalid: {
    heading: 'Your wallet signed something else',
    words: 'What came back is not the message that we asked for, so nobody was signed in. Try again.',
  },
  signature_invalid: {
    heading: 'The signature does not fit',
    words: 'It was not made by this wallet for this message. Try again, or use another wallet.',
  },
  passkey_state: {
    heading: 'Passkeys do not work here',
    words:
      'This portal has no name over https, for which alone browsers keep them. Use your wallet or a code by e-mail.',
  },
  operator_link_over: {
    heading: 'This link can no longer be used',
    words:
      'It was used, has run out, or was followed by a newer one. On the machine, npm run operator:invite makes another.',
  },
  chain_unavailable: {
    heading: 'We cannot reach the network',
    words:
      'A wallet that is a contract has to be asked there. This is on our side and usually passes soon; a code by e-mail works meanwhile.',
  },
  cross_site_refused: {
    heading: 'This is not the portal’s own address',
    words: 'Signing in works only at the address that this portal is set up for. Open it there and try again.',
  },
  unreachable: {
    heading: 'No connection',
    words: 'We could not be reached. Check your connection and try again.',
  },
  unavailable: {
    heading: 'We cannot answer right now',
    words: 'This is on our side and usually passes soon. Try again in a moment.',
  },
};

const unforeseen: Failure = { heading: 'That did not work', words: 'Nobody was signed in. Try again in a moment.' };

/** Each failure in words of its own. */
export function failureOf({ code, detail, field, triesLeft, waitSeconds }: Refused): Failure {
  if (code === 'sign_in_message_invalid' && field === 'chain_id')
    return { heading: 'This is another network', words: detail };
  switch (code) {
    case 'code_wrong':
      return { heading: 'That is not the code', words: triesWords(triesLeft) };
    case 'rate_limited':
      return { heading: 'Too many tries', words: `For safety there is a limit. ${waitWords(waitSeconds)}` };
    case 'not_a_member':
      return { heading: 'You are not in a team here', words: detail || 'Ask an owner of the team to invite you.' };
    case 'passkey_refused':
      return { heading: 'This passkey does not open anything', words: detail };
    case 'registration_closed':
      return { heading: 'It was not created', words: detail };
    case 'invalid_request':
      return { heading: 'Please look at what you typed', words: detail };
    default:
      return fixed[code] ?? unforeseen;
  }
}
