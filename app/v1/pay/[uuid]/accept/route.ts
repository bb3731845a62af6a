import { hostedAcceptAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = hostedAcceptAt('/v1/pay/{uuid}/accept');
