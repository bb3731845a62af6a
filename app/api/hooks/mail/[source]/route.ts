import { rawResource } from '@/lib/http/pipeline/raw-resource';
import { hearReports } from '@/lib/payouts/mails/hear-reports';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = rawResource('/api/hooks/mail/{source}', hearReports);
