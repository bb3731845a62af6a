/** Made by `npm run sdk:generate` from the portal's OpenAPI document; what you write here is lost. */

import type { Call, CallOptions, KeyedOptions } from './call.ts';
import { Pages } from './pages.ts';
import type * as wire from './wire.ts';

type Operations = wire.Operations;

/** What can be asked for, thing by thing. */
export class Resources {
  readonly payouts;
  readonly orders;
  readonly quotes;
  readonly rewards;
  readonly rewardSources;
  readonly events;
  readonly webhookEndpoints;
  readonly webhookDeliveries;
  readonly gateways;
  readonly walletVerifications;
  readonly sources;

  constructor(call: Call) {
    this.payouts = {
      /** Create a payout */
      create: (body: wire.CreatePayout, options?: KeyedOptions) => call('createPayout', { body }, options),
      /** Check a payout without creating it */
      validate: (body: wire.CreatePayout, options?: CallOptions) => call('validatePayout', { body }, options),
      /** Read a payout */
      get: (id: string, options?: CallOptions) => call('viewPayout', { path: { id } }, options),
      /** List payouts */
      list: (query: NonNullable<Operations['listPayouts']['query']> = {}, options?: CallOptions) => new Pages<Operations['listPayouts']['answer']['data'][number], Operations['listPayouts']['answer']>((cursor) => call('listPayouts', { query: { ...query, cursor } }, options), query.cursor),
      /** Cancel a payout */
      cancel: (id: string, options?: KeyedOptions) => call('cancelPayout', { path: { id } }, options),
      /** Replace the claim link */
      reissueLink: (id: string, options?: KeyedOptions) => call('reissueLink', { path: { id } }, options),
      /** Change the mail address */
      changeRecipient: (id: string, body: wire.ChangeRecipient, options?: KeyedOptions) => call('changeRecipient', { path: { id }, body }, options),
      /** Mail the link again */
      resendInvitation: (id: string, options?: CallOptions) => call('resendInvitation', { path: { id } }, options),
      /** List the mails to its recipient */
      mails: (id: string, options?: CallOptions) => call('listMails', { path: { id } }, options),
      /** Read what its wallet signed */
      attestation: (id: string, options?: CallOptions) => call('readAttestation', { path: { id } }, options),
      /** Read the receipt */
      receipt: (id: string, options?: CallOptions) => call('viewReceipt', { path: { id } }, options),
      /** List what sending cost */
      relayCosts: (query: NonNullable<Operations['listRelayCosts']['query']> = {}, options?: CallOptions) => call('listRelayCosts', { query }, options),
    };
    this.orders = {
      /** Create an order */
      create: (body: wire.CreateOrder, options?: KeyedOptions) => call('createOrder', { body }, options),
      /** Create an order: check only */
      validate: (body: wire.CreateOrder, options?: CallOptions) => call('createOrderCheck', { body: { ...body, validate_only: true } }, options),
      /** Read an order */
      get: (id: string, options?: CallOptions) => call('viewOrder', { path: { id } }, options),
      /** List orders */
      list: (query: NonNullable<Operations['listOrders']['query']> = {}, options?: CallOptions) => new Pages<Operations['listOrders']['answer']['data'][number], Operations['listOrders']['answer']>((cursor) => call('listOrders', { query: { ...query, cursor } }, options), query.cursor),
      /** Fund an order */
      fund: (id: string, body: wire.FundOrder, options?: KeyedOptions) => call('fundOrder', { path: { id }, body }, options),
      /** Say that the goods have arrived */
      deliver: (id: string, body: wire.DeliverOrder, options?: KeyedOptions) => call('deliverOrder', { path: { id }, body }, options),
      /** Release an order */
      release: (id: string, body: wire.PartOfOrder, options?: KeyedOptions) => call('releaseOrder', { path: { id }, body }, options),
      /** Refund an order */
      refund: (id: string, body: wire.PartOfOrder, options?: KeyedOptions) => call('refundOrder', { path: { id }, body }, options),
      /** Put an order on hold */
      hold: (id: string, body: wire.StopOrder, options?: KeyedOptions) => call('holdOrder', { path: { id }, body }, options),
      /** Resume an order */
      resume: (id: string, options?: KeyedOptions) => call('resumeOrder', { path: { id } }, options),
      /** Put an order in dispute */
      dispute: (id: string, body: wire.StopOrder, options?: KeyedOptions) => call('disputeOrder', { path: { id }, body }, options),
      /** Resolve a dispute */
      resolve: (id: string, body: wire.ResolveOrder, options?: KeyedOptions) => call('resolveOrder', { path: { id }, body }, options),
      /** Cancel an order */
      cancel: (id: string, options?: KeyedOptions) => call('cancelOrder', { path: { id } }, options),
      /** Name another address of the seller */
      changeSeller: (id: string, body: wire.ChangeSeller, options?: CallOptions) => call('changeSeller', { path: { id }, body }, options),
      /** Read the link of the buyer */
      linkBuyer: (id: string, options?: CallOptions) => call('linkBuyer', { path: { id } }, options),
      /** Read how long orders wait */
      settings: (options?: CallOptions) => call('viewOrderSettings', {  }, options),
      /** Say how long orders wait */
      saveSettings: (body: wire.SaveOrderSettings, options?: CallOptions) => call('saveOrderSettings', { body }, options),
    };
    this.quotes = {
      /** Ask what a payout comes to */
      create: (body: wire.CreateQuote, options?: KeyedOptions) => call('createQuote', { body }, options),
      /** Ask what a payout comes to: check only */
      validate: (body: wire.CreateQuote, options?: CallOptions) => call('createQuoteCheck', { body: { ...body, validate_only: true } }, options),
      /** Read a quote */
      get: (id: string, options?: CallOptions) => call('viewQuote', { path: { id } }, options),
      /** Accept a quote */
      accept: (id: string, body: wire.AcceptQuote, options?: KeyedOptions) => call('acceptQuote', { path: { id }, body }, options),
    };
    this.rewards = {
      /** List rewards */
      list: (query: NonNullable<Operations['listRewards']['query']> = {}, options?: CallOptions) => new Pages<Operations['listRewards']['answer']['data'][number], Operations['listRewards']['answer']>((cursor) => call('listRewards', { query: { ...query, cursor } }, options), query.cursor),
      /** Take a reward back */
      reverse: (id: string, body: Operations['reverseReward']['body'], options?: CallOptions) => call('reverseReward', { path: { id }, body }, options),
      /** Let in a reward that a cap holds */
      admit: (id: string, body: Operations['admitReward']['body'], options?: CallOptions) => call('admitReward', { path: { id }, body }, options),
      /** See what a user has earned */
      getUser: (id: string, options?: CallOptions) => call('viewRewardUser', { path: { id } }, options),
      /** Pay a user for their coins */
      redeem: (id: string, body: wire.RedeemCoins, options?: KeyedOptions) => call('redeemCoins', { path: { id }, body }, options),
      /** Pay a user for their coins: check only */
      validateRedeem: (id: string, body: wire.RedeemCoins, options?: CallOptions) => call('redeemCoinsCheck', { path: { id }, body: { ...body, validate_only: true } }, options),
    };
    this.rewardSources = {
      /** Add a source of rewards */
      create: (body: wire.CreateRewardSource, options?: KeyedOptions) => call('createRewardSource', { body }, options),
      /** List the sources of rewards */
      list: (options?: CallOptions) => call('listRewardSources', {  }, options),
      /** Change what a coin is worth */
      update: (id: string, body: wire.ChangeRewardSource, options?: CallOptions) => call('changeRewardSource', { path: { id }, body }, options),
      /** Close the address of a source of rewards */
      delete: (id: string, options?: CallOptions) => call('deleteRewardSource', { path: { id } }, options),
    };
    this.events = {
      /** Read events in their sequence */
      list: (query: NonNullable<Operations['listEvents']['query']> = {}, options?: CallOptions) => new Pages<Operations['listEvents']['answer']['data'][number], Operations['listEvents']['answer']>((cursor) => call('listEvents', { query: { ...query, cursor } }, options), query.cursor),
    };
    this.webhookEndpoints = {
      /** Add a webhook endpoint */
      create: (body: wire.CreateWebhookEndpoint, options?: KeyedOptions) => call('createWebhookEndpoint', { body }, options),
      /** Read a webhook endpoint */
      get: (id: string, options?: CallOptions) => call('viewWebhookEndpoint', { path: { id } }, options),
      /** List webhook endpoints */
      list: (options?: CallOptions) => call('listWebhookEndpoints', {  }, options),
      /** Change a webhook endpoint */
      update: (id: string, body: wire.UpdateWebhookEndpoint, options?: CallOptions) => call('updateWebhookEndpoint', { path: { id }, body }, options),
      /** Delete a webhook endpoint */
      delete: (id: string, options?: CallOptions) => call('deleteWebhookEndpoint', { path: { id } }, options),
      /** Replace the secret of a webhook endpoint */
      rotateSecret: (id: string, body: wire.RotateWebhookSecret, options?: KeyedOptions) => call('rotateWebhookSecret', { path: { id }, body }, options),
      /** Send a test event */
      sendTest: (id: string, body: wire.TestWebhook, options?: KeyedOptions) => call('testWebhookEndpoint', { path: { id }, body }, options),
      /** Find out why a webhook does not verify */
      verifySample: (id: string, body: wire.VerifySample, options?: CallOptions) => call('verifyWebhookSample', { path: { id }, body }, options),
      /** Send a range of events again */
      resend: (id: string, body: wire.ResendWebhooks, options?: KeyedOptions) => call('resendWebhooks', { path: { id }, body }, options),
      /** List the addresses that we send from */
      outgoingAddresses: (options?: CallOptions) => call('listWebhookSources', {  }, options),
    };
    this.webhookDeliveries = {
      /** List deliveries */
      list: (query: NonNullable<Operations['listWebhookDeliveries']['query']> = {}, options?: CallOptions) => new Pages<Operations['listWebhookDeliveries']['answer']['data'][number], Operations['listWebhookDeliveries']['answer']>((cursor) => call('listWebhookDeliveries', { query: { ...query, cursor } }, options), query.cursor),
      /** Read a delivery with its attempts */
      get: (id: string, options?: CallOptions) => call('viewWebhookDelivery', { path: { id } }, options),
      /** Send a delivery again */
      resend: (id: string, options?: KeyedOptions) => call('resendWebhookDelivery', { path: { id } }, options),
    };
    this.gateways = {
      /** Set up a gateway */
      create: (body: wire.CreateGateway, options?: KeyedOptions) => call('createGateway', { body }, options),
      /** Read a gateway */
      get: (id: string, options?: CallOptions) => call('viewGateway', { path: { id } }, options),
      /** List your gateways */
      list: (options?: CallOptions) => call('listGateways', {  }, options),
      /** Change what lets us into a gateway */
      update: (id: string, body: wire.UpdateGateway, options?: CallOptions) => call('updateGateway', { path: { id }, body }, options),
      /** Disable a gateway */
      disable: (id: string, options?: CallOptions) => call('disableGateway', { path: { id } }, options),
    };
    this.walletVerifications = {
      /** Make a link to verify a wallet */
      create: (body: wire.CreateWalletVerification, options?: KeyedOptions) => call('createVerification', { body }, options),
      /** Read a verification */
      get: (id: string, options?: CallOptions) => call('readVerification', { path: { id } }, options),
      /** List verifications */
      list: (query: NonNullable<Operations['listVerifications']['query']> = {}, options?: CallOptions) => new Pages<Operations['listVerifications']['answer']['data'][number], Operations['listVerifications']['answer']>((cursor) => call('listVerifications', { query: { ...query, cursor } }, options), query.cursor),
    };
    this.sources = {
      /** Add a source of messages */
      create: (body: wire.CreateSource, options?: KeyedOptions) => call('createSource', { body }, options),
      /** List who tells us something */
      list: (options?: CallOptions) => call('listSources', {  }, options),
      /** Close the address of a source */
      delete: (id: string, options?: CallOptions) => call('deleteSource', { path: { id } }, options),
      /** Replace the secret of a source */
      replaceSecret: (id: string, body: wire.ReplaceSourceSecret, options?: KeyedOptions) => call('replaceSourceSecret', { path: { id }, body }, options),
    };
  }
}
