import { rawResource } from '@/lib/http/pipeline/raw-resource';
import { receiveMessage, takenStatus } from '@/lib/sources/receive';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = rawResource(
  '/api/hooks/{dialect}/{source}',
  receiveMessage,
  takenStatus,
);
