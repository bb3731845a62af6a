/** Sent on the window by a part that expects news soon, such as the wallet step after a transfer was sent. */
export const hurryEvent = 'drawbridge:hurry';
