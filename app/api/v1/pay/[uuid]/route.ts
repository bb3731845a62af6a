import { hostedAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = hostedAt('/api/v1/pay/{uuid}');
