import { rawResource } from '@/lib/http/pipeline/raw-resource';
import { receiveNotice } from '@/lib/senders/receive';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = rawResource(
  '/api/hooks/{dialect}/{source}',
  receiveNotice,
);
