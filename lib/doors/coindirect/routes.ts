import type { Resource } from '@/lib/http/pipeline/resource';
import { createPayment } from './create-payment';
import { acceptHosted, acceptSummary, updateHosted, updateSummary, viewHosted } from './hosted';
import { listCurrencies } from './list-currencies';
import { listPayments } from './list-payments';
import { acceptQuoted, createQuote, readQuoteOrAll, readQuotes } from './quotes';
import { coindirectResource } from './resource';
import { validateAddress } from './validate-address';
import { viewPayment } from './view-payment';

/** Coindirect's addresses. Its clients and its own pages spell some of them in two ways, so each is made with its path. */

export const paymentsAt = (path: string): Resource =>
  coindirectResource(path, {
    GET: { access: 'hawk', work: listPayments },
    POST: { access: 'hawk', work: createPayment },
  });

export const paymentAt = (path: string): Resource =>
  coindirectResource(path, { GET: { access: 'either', work: viewPayment } });

export const validationAt = (path: string): Resource =>
  coindirectResource(path, { PUT: { access: 'either', work: validateAddress } });

export const currenciesAt = (path: string): Resource =>
  coindirectResource(path, { GET: { access: 'bearer', work: listCurrencies } });

export const hostedAt = (path: string): Resource =>
  coindirectResource(path, { GET: { access: 'bearer', work: viewHosted } });

export const hostedUpdateAt = (path: string): Resource =>
  coindirectResource(path, { PUT: { access: 'bearer', work: updateHosted } });

export const hostedAcceptAt = (path: string): Resource =>
  coindirectResource(path, { PUT: { access: 'bearer', work: acceptHosted } });

export const hostedUpdateSummaryAt = (path: string): Resource =>
  coindirectResource(path, { PUT: { access: 'bearer', work: updateSummary } });

export const hostedAcceptSummaryAt = (path: string): Resource =>
  coindirectResource(path, { PUT: { access: 'bearer', work: acceptSummary } });

export const quotesAt = (path: string): Resource =>
  coindirectResource(path, {
    GET: { access: 'hawk', work: readQuotes },
    POST: { access: 'hawk', work: createQuote },
  });

export const quoteAt = (path: string): Resource =>
  coindirectResource(path, { GET: { access: 'hawk', work: readQuoteOrAll } });

export const quoteAcceptAt = (path: string): Resource =>
  coindirectResource(path, { PUT: { access: 'hawk', work: acceptQuoted } });
