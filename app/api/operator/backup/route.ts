import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { confirmBackup } from '@/lib/operators/checklist/confirm';
import { backupBody } from '@/lib/operators/checklist/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/backup', {
  PUT: route(
    {
      id: 'confirmBackup',
      summary: 'Say when a backup was made that was seen restored',
      tag: 'Operator pages',
      permission: { operator: 'installation:write' },
      body: backupBody,
      returns: z.void(),
      status: 204,
      refuses: [],
    },
    (ctx, { body }) => confirmBackup(ctx, new Date(body.at)),
  ),
});
