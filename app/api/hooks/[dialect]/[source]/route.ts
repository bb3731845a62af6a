import { rawResource } from '@/lib/http/raw-resource';
import { receiveNotice } from '@/lib/webhooks/receive';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = rawResource(
  '/api/hooks/{dialect}/{source}',
  receiveNotice,
);
