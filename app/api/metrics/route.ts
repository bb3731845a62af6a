import { metricsResource } from '@/lib/http/pipeline/metrics-resource';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = metricsResource('/api/metrics');
