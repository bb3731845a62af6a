import { paymentAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = paymentAt('/api/pay/v1/{uuid}/summary');
