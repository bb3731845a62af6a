/** The words of our mails: plain text, short, one thing each; to recipients also as a page. */
export type Words = { subject: string; text: string; html?: string };

const maxNameLength = 80;

/** A name that a person chose, as it may stand in a line of ours. */
export function named(name: string, most = maxNameLength): string {
  const line = name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** The same where strangers read it: short, marked as a name, and nothing that a mail program makes a link of. */
export function strangersName(name: string, most = 40): string {
  const unlinked = named(name, most).replace(/[.@:/\\]+/g, (marks) => ` ${[...marks].join(' ')} `);
  return `“${unlinked.replace(/[“”"]/g, "'").replace(/\s+/g, ' ').trim()}”`;
}

export function paragraphs(...parts: (string | null)[]): string {
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

function minutes(count: number): string {
  return count === 1 ? 'one minute' : `${count} minutes`;
}

/** `1234 5678` reads better than it types; the page takes it with or without the space. */
function inFours(code: string): string {
  return code.replace(/^(\d{4})(\d{4})$/, '$1 $2');
}

export function signInCodeMail(facts: { code: string; portal: string; validMinutes: number }): Words {
  const { host } = new URL(facts.portal);
  return {
    subject: `${inFours(facts.code)} is your code for ${host}`,
    text: paragraphs(
      `Your code to sign in at ${host}:`,
      `    ${inFours(facts.code)}`,
      `It works once, for ${minutes(facts.validMinutes)}, and only in the browser where you asked for it.`,
      'Nobody of ours will ever ask you for this code. If you did not ask for it, you need do nothing: without the code nobody gets in.',
    ),
  };
}

/** Proves to an operator that mails of this portal arrive. */
export function testMail(facts: { code: string; portal: string }): Words {
  const { host } = new URL(facts.portal);
  return {
    subject: `${inFours(facts.code)} says that mail of ${host} arrives`,
    text: paragraphs(
      `You asked ${host} for this mail, to see whether its mails arrive. Type this on the checklist of the operators:`,
      `    ${inFours(facts.code)}`,
      'If you did not ask for it, you need do nothing.',
    ),
  };
}

export function confirmCodeMail(facts: { code: string; portal: string; validMinutes: number }): Words {
  const { host } = new URL(facts.portal);
  return {
    subject: `${inFours(facts.code)} confirms that it is you at ${host}`,
    text: paragraphs(
      `A browser that is signed in as you at ${host} is about to do something that moves money or changes who may. This code confirms that it is you:`,
      `    ${inFours(facts.code)}`,
      `It works once, for ${minutes(facts.validMinutes)}.`,
      'If that is not you, do not pass it on: sign in, end all your sessions, and tell the owner of your team.',
    ),
  };
}

export function linkCodeMail(facts: { code: string; portal: string; validMinutes: number }): Words {
  const { host } = new URL(facts.portal);
  return {
    subject: `${inFours(facts.code)} adds this address to your account at ${host}`,
    text: paragraphs(
      `A person wants to sign in at ${host} with this address from now on. This code confirms that the address is theirs:`,
      `    ${inFours(facts.code)}`,
      `It works once, for ${minutes(facts.validMinutes)}. If that is not you, you need do nothing.`,
    ),
  };
}

export function inviteMail(facts: {
  merchant: string;
  inviter: string | null;
  role: string;
  signInUrl: string;
  validDays: number;
}): Words {
  const { host } = new URL(facts.signInUrl);
  const who = facts.inviter ? `${named(facts.inviter)} invites you` : 'You are invited';
  return {
    // What a merchant calls itself stands in no subject: strangers would take it for ours.
    subject: `An invitation to a team at ${host}`,
    text: paragraphs(
      `${who} to a team at ${host}, with the role ${facts.role}. The team calls itself:`,
      `    ${strangersName(facts.merchant)}`,
      'It chose that name itself; we have not checked it.',
      `To accept, sign in with this e-mail address within ${facts.validDays} days:`,
      facts.signInUrl,
      'Where you are in a team already, choose this one in the menu of your merchants.',
      'If you did not expect this, you need do nothing.',
    ),
  };
}

export function keysEndedMail(facts: {
  merchant: string;
  name: string;
  keep: boolean;
  keys: readonly { name: string; prefix: string }[];
  keysUrl: string;
}): Words {
  const whose = `API keys that ${named(facts.name)} made`;
  const list = facts.keys.map(({ name, prefix }) => `    ${prefix}…  ${named(name)}`).join('\n');
  return {
    subject: facts.keep ? 'API keys of a member who left go on' : 'API keys were revoked with their maker',
    text: paragraphs(
      facts.keep
        ? `${whose} for ${named(facts.merchant)} go on, though they may make none any more: a person with a copy can still use them.`
        : `${whose} for ${named(facts.merchant)} were revoked, as they may make none any more. What used them is refused from now on.`,
      list,
      `To revoke a key, or to make one in place of another: ${facts.keysUrl}`,
    ),
  };
}

export function removedMail(facts: { merchant: string }): Words {
  return {
    subject: `You are no longer in the team of ${named(facts.merchant)}`,
    text: paragraphs(
      `You were removed from the team of ${named(facts.merchant)} on Drawbridge. You can no longer see or do anything there.`,
      'If that is a mistake, write to an owner of the team.',
    ),
  };
}

export function wayInChangedMail(facts: { kind: string; value: string; change: string; portal: string }): Words {
  const { host } = new URL(facts.portal);
  const what = { wallet: 'wallet', passkey: 'passkey' }[facts.kind] ?? 'mail address';
  return {
    subject: `A ${what} was ${facts.change} at ${host}`,
    text: paragraphs(
      `This ${what} was ${facts.change} as a way to sign in to your account at ${host}:`,
      `    ${facts.value}`,
      'If that was not you, sign in, end all your other sessions, and tell the owner of your team.',
    ),
  };
}
