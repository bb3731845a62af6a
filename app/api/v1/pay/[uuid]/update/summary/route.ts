import { hostedUpdateSummaryAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = hostedUpdateSummaryAt(
  '/api/v1/pay/{uuid}/update/summary',
);
