const key = 'drawbridge-passkey';

/** Whether a person used a passkey in this browser before, so that it is worth having them offered unasked. */
export function isPasskeyHere(): boolean {
  try {
    return window.localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

export function rememberPasskey(): void {
  try {
    window.localStorage.setItem(key, 'used');
  } catch {
    // A browser that keeps nothing just asks each time.
  }
}
