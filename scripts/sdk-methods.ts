/** What the operations of the API are called in `packages/sdk`. A test fails where one is in no line. */
export const sdkMethods = {
  payouts: {
    ...{ create: 'createPayout', validate: 'validatePayout', get: 'viewPayout', list: 'listPayouts' },
    ...{ cancel: 'cancelPayout', reissueLink: 'reissueLink', changeRecipient: 'changeRecipient' },
    ...{ resendInvitation: 'resendInvitation', mails: 'listMails', attestation: 'readAttestation' },
    ...{ receipt: 'viewReceipt', relayCosts: 'listRelayCosts' },
  },
  orders: {
    ...{
      create: 'createOrder',
      validate: 'createOrderCheck',
      get: 'viewOrder',
      list: 'listOrders',
      fund: 'fundOrder',
      deliver: 'deliverOrder',
    },
    ...{ release: 'releaseOrder', refund: 'refundOrder', hold: 'holdOrder', resume: 'resumeOrder' },
    ...{ dispute: 'disputeOrder', resolve: 'resolveOrder', cancel: 'cancelOrder', changeSeller: 'changeSeller' },
    ...{ linkBuyer: 'linkBuyer', settings: 'viewOrderSettings', saveSettings: 'saveOrderSettings' },
  },
  quotes: { create: 'createQuote', validate: 'createQuoteCheck', get: 'viewQuote', accept: 'acceptQuote' },
  rewards: {
    ...{ list: 'listRewards', reverse: 'reverseReward', admit: 'admitReward' },
    ...{ getUser: 'viewRewardUser', redeem: 'redeemCoins', validateRedeem: 'redeemCoinsCheck' },
  },
  rewardSources: {
    ...{ create: 'createRewardSource', list: 'listRewardSources' },
    ...{ update: 'changeRewardSource', delete: 'deleteRewardSource' },
  },
  events: { list: 'listEvents' },
  webhookEndpoints: {
    ...{ create: 'createWebhookEndpoint', get: 'viewWebhookEndpoint', list: 'listWebhookEndpoints' },
    ...{ update: 'updateWebhookEndpoint', delete: 'deleteWebhookEndpoint', rotateSecret: 'rotateWebhookSecret' },
    ...{ sendTest: 'testWebhookEndpoint', verifySample: 'verifyWebhookSample', resend: 'resendWebhooks' },
    ...{ outgoingAddresses: 'listWebhookSources' },
  },
  webhookDeliveries: { list: 'listWebhookDeliveries', get: 'viewWebhookDelivery', resend: 'resendWebhookDelivery' },
  gateways: {
    ...{ create: 'createGateway', get: 'viewGateway', list: 'listGateways' },
    ...{ update: 'updateGateway', disable: 'disableGateway' },
  },
  walletVerifications: { create: 'createVerification', get: 'readVerification', list: 'listVerifications' },
  sources: {
    ...{ create: 'createSource', list: 'listSources', delete: 'deleteSource', replaceSecret: 'replaceSourceSecret' },
  },
} satisfies Record<string, Record<string, string>>;
