import { quotesAt } from '@/lib/doors/coindirect/routes';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = quotesAt('/api/v1/quote');
