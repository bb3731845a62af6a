/** What the driver and we ourselves call a line that ended or never came to be. */
const lineFaults = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECTION_SILENT',
  'NO_CONNECTION_FREE',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * What PostgreSQL says when it is the server that cannot, for any statement: read-only (a standby, a full disk), going
 * down, starting. Another line may lead to a server that can, so none that heard this is kept.
 */
const serverFaults = new Set(['25006', '57P01', '57P02', '57P03', '57P05']);

/** "Not now" about one statement or one more line: too many lines, out of patience, out of room. */
const momentaryFaults = new Set(['53100', '53200', '53300', '25P03', '57014']);

const isConnectionFault = (code: string) => code.startsWith('08');

/** Whether a line is worth nothing any more once the server said this. */
export const spoilsLine = (code: string): boolean => serverFaults.has(code) || isConnectionFault(code);

/** What a line prepared before a migration changed a type that it answers; the driver prepares it again for the next one who says it. */
const outdatedPlan = 'RevalidateCachedQuery';

function wordsOf(error: unknown, name: 'code' | 'routine'): string[] {
  const words: string[] = [];
  let current = error;
  while (current instanceof Error && words.length < 10) {
    const word: unknown = Reflect.get(current, name);
    words.push(typeof word === 'string' ? word : '');
    current = current.cause;
  }
  return words;
}

const codesOf = (error: unknown) => wordsOf(error, 'code');

/** Whether the line ended, as the driver or the network tells it. */
export const isLineFault = (error: unknown): boolean => codesOf(error).some((code) => lineFaults.has(code));

/** Whether the database cannot be reached or cannot do its work now: the same request may well succeed later. */
export function isDatabaseFault(error: unknown): boolean {
  if (wordsOf(error, 'routine').includes(outdatedPlan)) return true;
  return codesOf(error).some((code) => lineFaults.has(code) || momentaryFaults.has(code) || spoilsLine(code));
}
