import { createResource } from '@/lib/doors/dex3/resource';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = createResource('/api/v1/createpayout');
