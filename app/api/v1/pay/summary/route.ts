import { paymentsAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = paymentsAt('/api/v1/pay/summary');
