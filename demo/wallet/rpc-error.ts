/** An EIP-1193 error: pages tell refusals from faults by its code. */
export class RpcError extends Error {
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
    this.data = data;
  }
}

export const rejected = () => new RpcError(4001, 'You rejected this in the demo wallet.');
export const unauthorized = () => new RpcError(4100, 'This account is not connected to this site.');
