import { lookResource } from '@/lib/doors/dex3/resource';
import { viewStatus } from '@/lib/doors/dex3/view';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = lookResource(
  '/api/v1/getpayoutstatus/{id}',
  viewStatus,
);
