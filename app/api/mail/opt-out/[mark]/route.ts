import { rawResource } from '@/lib/http/pipeline/raw-resource';
import { optOut } from '@/lib/payouts/mails/opt-out';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = rawResource('/api/mail/opt-out/{mark}', optOut);
