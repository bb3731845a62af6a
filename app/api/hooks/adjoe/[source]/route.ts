import { callbackResource } from '@/lib/http/pipeline/raw-resource';
import { receiveReward } from '@/lib/rewards/receive';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = callbackResource(
  '/api/hooks/adjoe/{source}',
  receiveReward,
);
