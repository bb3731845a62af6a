/** Queries carry what people entered, behind this in their error's message. */
const queryValues = '\nparams: ';

const hidden: readonly (readonly [RegExp, string])[] = [
  // A node's or server's address may hold the operator's key or password, and ours a claim token.
  [/\b([a-z]+:\/\/)(?:[^\s/@]*@)?([^\s/?#"')]+)[/?#][^\s"')]*/gi, '$1$2/…'],
  [/\b([a-z]+:\/\/)[^\s/@]+@/gi, '$1'],
  [/\/(p|v|o|claims|verifications|order-links)\/[A-Za-z0-9_-]{20,}/g, '/$1/…'],
  [/\b(db_(?:live|test)|wh[a-z]{2,3})_[A-Za-z0-9_+/=-]{8,}/g, '$1_…'],
  // Calls and signatures; an address or a hash is shorter.
  [/\b(0x[0-9a-f]{8})[0-9a-f]{57,}/gi, '$1…'],
  [/^(Request body:).*$/gm, '$1 …'],
];

function withoutSecrets(text: string): string {
  const end = text.indexOf(queryValues);
  const kept = end < 0 ? text : text.slice(0, end);
  return hidden.reduce((left, [pattern, instead]) => left.replace(pattern, instead), kept);
}

/** Where it was thrown: the lines of the stack behind the message. */
function framesOf({ stack = '' }: Error): string {
  return (/\n {4}at [\s\S]*$/.exec(stack)?.[0] ?? '').trimStart();
}

type Presented = { type: string; message: string; code?: string; stack: string; cause?: Presented };

const maxDepth = 5;

/** An error for the log: its words, code, place and causes, without the values that it carries. */
export function presentError(error: unknown, depth = 0): Presented | string {
  if (!(error instanceof Error)) return withoutSecrets(String(error));
  const code: unknown = Reflect.get(error, 'code');
  const cause = depth < maxDepth && error.cause instanceof Error ? presentError(error.cause, depth + 1) : undefined;
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(typeof code === 'string' && { code }),
    stack: framesOf(error),
    ...(typeof cause === 'object' && { cause }),
  };
}
