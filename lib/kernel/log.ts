import pino from 'pino';
import { logLevel } from './env';

/**
 * Structured log; writing it holds nobody up. Secrets never reach it: callers log ids, and these paths are removed even
 * if one slips in.
 */
export const log = pino(
  {
    level: logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.token', '*.secret', '*.apiKey', '*.authorization', '*.signature', '*.privateKey', 'req.headers'],
      remove: true,
    },
  },
  pino.destination({ dest: 1, sync: false }),
);
