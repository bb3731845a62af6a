import pino, { type DestinationStream } from 'pino';
import { logLevel } from './env';
import { presentError } from './log-error';
import { traceOfLine } from './traced';

const secretNames = [
  ...['token', 'secret', 'apiKey', 'authorization', 'cookie'],
  ...['signature', 'privateKey', 'password', 'headers'],
];

/**
 * A structured log. Secrets never reach it: callers log ids, errors are told without the values they carry, and members
 * with these names are removed even if one slips in.
 */
export function openLog(level: string, destination: DestinationStream) {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: traceOfLine,
      serializers: { err: presentError },
      redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
    },
    destination,
  );
}

/** Writing it holds nobody up. */
export const log = openLog(logLevel, pino.destination({ dest: 1, sync: false }));
