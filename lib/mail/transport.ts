import { createTransport } from 'nodemailer';
import { optOutUrl, returnPath } from './mail-mark';

/** One mail as it goes over the wire. `optOut`: whether its reader may say, with one press, that they want no more. */
export type Letter = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  at: Date;
  optOut?: boolean;
};

/** `final` is the server's word that this mail will never be taken; everything else is worth another try. */
export type PostResult = { sent: true } | { sent: false; final: boolean; error: string; code?: number };

export type Transport = { post(letter: Letter): Promise<PostResult>; close(): void };

export type TransportFacts = {
  url: string;
  from: string;
  /** Where mails that come back go, each to an address of its own; without it they go to `from`. */
  bounces?: string;
  /** Mails on their way at one time, a connection each. */
  connections: number;
  /** How long one step of the conversation may take. */
  stepMs: number;
};

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** One mailbox and nothing that a mail header or an SMTP command gives a meaning to. */
const oneAddress = /^[^\s@<>()[\],;:\\"\p{Cc}]+@[^\s@<>()[\],;:\\"\p{Cc}]+$/u;

/**
 * Where and how the operator wants mails handed over. `smtp:` insists on STARTTLS, except to this very machine and
 * where `?starttls=never` says that the way is private; certificates are always checked.
 */
export function smtpOptions(url: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === 'smtps:';
  const plain = !secure && (loopback.test(hostname) || searchParams.get('starttls') === 'never');
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ignoreTLS: plain,
    requireTLS: !secure && !plain,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' as const },
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
  };
}

/** SMTP with a few kept connections. */
export function createSmtpTransport({ url, from, bounces, connections, stepMs }: TransportFacts): Transport {
  const smtp = createTransport({
    ...smtpOptions(url),
    pool: true,
    maxConnections: connections,
    dnsTimeout: stepMs,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^\s@>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    async post({ id, to, subject, text, html, at, optOut }) {
      if (!oneAddress.test(to)) return { sent: false, final: true, error: 'This is not one mail address.' };
      try {
        // The same id on every try, so that a mail that arrives twice can be told for one.
        const messageId = `<${id}@${host}>`;
        const headers = { 'Auto-Submitted': 'auto-generated', ...(optOut && optOutHeaders(id)) };
        const words = { from, to: { name: '', address: to }, subject, text, html, date: at, messageId, headers };
        await smtp.sendMail({ ...words, ...(bounces && { envelope: { from: returnPath(id, bounces), to } }) });
        return { sent: true };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => smtp.close(),
  };
}

/** RFC 8058: mail programs offer one press, and send the POST themselves. */
function optOutHeaders(id: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${optOutUrl(id)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** 5xx for the recipient or the message is the server's last word; 4xx, a refused login or no answer may pass. */
function failureOf(error: unknown): PostResult {
  const { message, responseCode, command } = Object(error);
  const final = Number(responseCode) >= 500 && (command === 'RCPT TO' || command === 'DATA');
  const code = Number.isInteger(responseCode) ? { code: Number(responseCode) } : {};
  return { sent: false, final, error: String(message ?? error).slice(0, 500), ...code };
}
