import { z } from 'zod';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { confirmTestMail, sendTestMail } from '@/lib/operators/checklist/confirm';
import { testMailBody, testMailCode } from '@/lib/operators/checklist/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/operator/test-mail', {
  POST: route(
    {
      id: 'sendTestMail',
      summary: 'Send a test mail with a code',
      tag: 'Operator pages',
      permission: { operator: 'installation:write' },
      body: testMailBody,
      returns: z.void(),
      status: 204,
      refuses: [],
    },
    (ctx, { body }) => sendTestMail(ctx, body.email),
  ),
  PUT: route(
    {
      id: 'confirmTestMail',
      summary: 'Say which code arrived',
      tag: 'Operator pages',
      permission: { operator: 'installation:write' },
      body: testMailCode,
      returns: z.void(),
      status: 204,
      refuses: ['code_wrong'],
    },
    (ctx, { body }) => confirmTestMail(ctx, body.code),
  ),
});
