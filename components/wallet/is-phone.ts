/** Phones and tablets, as RainbowKit tells them: there its dialog leaves out wallets that live in this browser. */
export function isPhone({ userAgent, platform, maxTouchPoints }: Navigator = navigator): boolean {
  return /Android|iPhone|iPad|iPod/i.test(userAgent) || (platform === 'MacIntel' && maxTouchPoints > 1);
}
