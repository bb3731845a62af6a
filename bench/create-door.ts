// The door of the portal with the verb of creates behind it and no framework: what bench/create-profile.ts looks into.
import http from 'node:http';
import { spendRefusals } from '@/lib/access/policies/schema';
import { answerDirectly } from '@/lib/http/pipeline/direct';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { createdPayoutAnswer, createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { validatePayout } from '@/lib/payouts/terms/validate';
import { payoutValidation } from '@/lib/payouts/terms/validate-schema';

/** As app/api/v1/payouts/route.ts describes it, without its words. */
resource('/api/v1/payouts', {
  POST: route(
    {
      ...{ id: 'createPayout', summary: '', tag: 'Payouts', permission: { scope: 'payouts:write' } },
      ...{
        body: createPayoutBody,
        returns: createdPayoutAnswer,
        status: 201,
        refuses: spendRefusals,
        idempotent: true,
      },
    },
    (ctx, { body }) => createPayout(ctx, body),
    { returns: payoutValidation, run: (ctx, { body }) => validatePayout(ctx, body) },
  ),
});

const server = http.createServer((request, response) => {
  if (!answerDirectly(request, response)) response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => process.send?.(Object(server.address()).port));
process.on('message', () => process.send?.(process.cpuUsage()));
process.once('disconnect', () => process.exit(0));
