import { sealAudit } from './seal-audit';

export const trailJobs = [{ name: 'audit.seal', everyMs: 5000, exclusive: true, run: sealAudit }];
