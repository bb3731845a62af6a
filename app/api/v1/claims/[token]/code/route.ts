import { claimParams } from '@/lib/claims/schema';
import { proofNetwork } from '@/lib/http/base/address';
import { rememberLinkBrowser } from '@/lib/http/pipeline/link-browser';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { codeSent, sendCodeBody } from '@/lib/proofs/schema';
import { sendCode } from '@/lib/proofs/send-code';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/v1/claims/{token}/code', {
  POST: route(
    {
      id: 'sendClaimCode',
      summary: 'Mail a code to the recipient',
      description:
        'For `email` recipients. Six digits, good for 30 minutes and five tries, in the browser that asked: its cookie says which. At most 8 within a day, of which the link alone gets 4.',
      tag: 'Claims',
      permission: 'claimant',
      params: claimParams,
      body: sendCodeBody,
      returns: codeSent,
      status: 202,
      refuses: [
        'link_unknown',
        'link_expired',
        'link_cancelled',
        'already_paid',
        'transfer_in_progress',
        'payout_state',
      ],
    },
    (ctx, { params, body }, call) =>
      sendCode(ctx, params.token, {
        browser: rememberLinkBrowser(call),
        network: proofNetwork(call.request.headers),
        ...body,
      }),
  ),
});
