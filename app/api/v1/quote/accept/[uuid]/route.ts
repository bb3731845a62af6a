import { quoteAcceptAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = quoteAcceptAt('/api/v1/quote/accept/{uuid}');
