import { paymentAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = paymentAt('/api/v1/pay/{uuid}/summary');
