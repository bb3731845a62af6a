import { provider } from './provider';

/** Tells the page of the demo wallet by EIP-6963, now and whenever it asks. */
const icon =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'><rect width='96' height='96' rx='22' fill='#1d4ed8'/>" +
  "<path d='M20 62h56M28 62V40a20 20 0 0 1 40 0v22' fill='none' stroke='#fff' stroke-width='8' stroke-linecap='round'/></svg>";

const info = Object.freeze({
  uuid: 'b5a9cb60-4f0f-4a39-9c5a-6a4d5f8f3d11',
  name: 'Demo wallet',
  icon: `data:image/svg+xml,${encodeURIComponent(icon)}`,
  rdns: 'demo.drawbridge.wallet',
});

function announce(): void {
  const detail = Object.freeze({ info, provider });
  window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
}

window.addEventListener('eip6963:requestProvider', announce);
announce();
