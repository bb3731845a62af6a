import { quoteAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = quoteAt('/api/v1/quote/{uuid}');
