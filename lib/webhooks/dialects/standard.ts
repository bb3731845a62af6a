import { signStandard } from '@/lib/webhooks/sign';
import type { DialectRules } from './dialect';

/** Standard Webhooks 1.0.0: https://github.com/standard-webhooks/standard-webhooks */
export const standard: DialectRules = {
  render: (event) => JSON.stringify({ type: event.type, timestamp: event.createdAt.toISOString(), data: event.data }),

  sign(secret, event, body, at) {
    const seconds = Math.floor(at.getTime() / 1000);
    return {
      'webhook-id': event.id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signStandard(secret, event.id, seconds, body),
    };
  },

  accepts: (status) => status >= 200 && status < 300,
};
