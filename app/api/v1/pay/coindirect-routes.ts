import * as currencies from '@/app/api/currency/crypto/route';
import * as paymentOfPage from '@/app/api/pay/v1/[uuid]/summary/route';
import * as hostedAccept from '@/app/api/v1/pay/[uuid]/accept/route';
import * as hostedAcceptSummary from '@/app/api/v1/pay/[uuid]/accept/summary/route';
import * as hosted from '@/app/api/v1/pay/[uuid]/route';
import * as payment from '@/app/api/v1/pay/[uuid]/summary/route';
import * as hostedUpdate from '@/app/api/v1/pay/[uuid]/update/route';
import * as hostedUpdateSummary from '@/app/api/v1/pay/[uuid]/update/summary/route';
import * as payments from '@/app/api/v1/pay/summary/route';
import * as validation from '@/app/api/v1/pay/validate/route';
import * as quote from '@/app/api/v1/quote/[uuid]/route';
import * as quoteAccept from '@/app/api/v1/quote/accept/[uuid]/route';
import * as quotes from '@/app/api/v1/quote/route';
import * as currenciesOfPage from '@/app/currency/crypto/route';
import * as pageAccept from '@/app/v1/pay/[uuid]/accept/route';
import * as pageAcceptSummary from '@/app/v1/pay/[uuid]/accept/summary/route';
import * as page from '@/app/v1/pay/[uuid]/route';
import * as pageUpdate from '@/app/v1/pay/[uuid]/update/route';
import * as pageUpdateSummary from '@/app/v1/pay/[uuid]/update/summary/route';
import * as pageValidation from '@/app/v1/pay/validate/route';
import type { Resource } from '@/lib/http/pipeline/resource';

/** Every address of Coindirect's API. It is in no reference of ours: its clients have their own. */
export const coindirectRoutes: readonly Resource[] = [
  quotes,
  quote,
  quoteAccept,
  currencies,
  currenciesOfPage,
  payments,
  validation,
  payment,
  paymentOfPage,
  hosted,
  hostedUpdate,
  hostedAccept,
  hostedUpdateSummary,
  hostedAcceptSummary,
  pageValidation,
  page,
  pageUpdate,
  pageAccept,
  pageUpdateSummary,
  pageAcceptSummary,
];
