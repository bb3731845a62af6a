import { hostedAcceptSummaryAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = hostedAcceptSummaryAt(
  '/api/v1/pay/{uuid}/accept/summary',
);
