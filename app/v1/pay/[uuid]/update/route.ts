import { hostedUpdateAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = hostedUpdateAt('/v1/pay/{uuid}/update');
