// The customer's page. It shows what the shop's server says and decides nothing about money.
const $ = (selector, within = document) => within.querySelector(selector);
const form = $('#form');

const inText = (cents) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** For each status: a word, a sentence, and whether it is good or bad news. */
const words = {
  requested: ['Preparing', 'We are preparing your payout. You may close this page.'],
  awaiting_approval: ['Being checked', 'We look at larger withdrawals first. You will see it here.'],
  pending: ['Ready for you', 'Open the payout and choose where it goes.'],
  processing: ['On its way', 'The network is confirming it. You may close this page.'],
  completed: ['Paid', 'The money is in your wallet, less the fee.', 'good'],
  cancelled: ['Cancelled', 'Nothing was paid. The amount is back in your balance.'],
  expired: ['Expired', 'It was not claimed in time. The amount is back in your balance.'],
  failed: ['Failed', 'The amount is back in your balance. You can withdraw it again.', 'bad'],
  refused: ['Not possible', 'The amount is back in your balance.', 'bad'],
};

let claim;
let claimed;

/** Shows the claim page of a payout: in this page, or in a tab. */
function openClaim(withdrawal, mode) {
  closeClaim();
  claimed = withdrawal.reference;
  $('#claim-state').textContent = '';
  $('#claim').hidden = mode === 'tab';
  // Statuses from the frame would be for looks only. This page waits for its server, which waits for the webhook.
  claim = Drawbridge.open({ url: withdrawal.claimUrl, mode, container: '#frame' });
  if (mode === 'iframe') $('#claim').scrollIntoView({ block: 'start' });
}

function closeClaim() {
  claim?.close();
  claim = undefined;
  claimed = undefined;
  $('#claim').hidden = true;
}

async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** Runs what a button does: the button waits, and a fault is told beside the form. */
async function act(button, work) {
  const fault = $('#fault');
  fault.hidden = true;
  button.disabled = true;
  try {
    await work();
  } catch (error) {
    fault.textContent =
      error instanceof TypeError ? 'The shop cannot be reached. Try again in a moment.' : error.message;
    fault.hidden = false;
  } finally {
    button.disabled = false;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { amount, address, mode } = Object.fromEntries(new FormData(form));
  act($('#withdraw'), async () => {
    const withdrawal = await post('/withdrawals', { amount, address });
    if (withdrawal.claimUrl) openClaim(withdrawal, mode);
    if (withdrawal.status === 'refused') throw new Error(withdrawal.reason);
  });
});

form.elements.amount.addEventListener('input', () => {
  $('#wanted').textContent = form.elements.amount.value.trim() || '…';
});

$('#close').addEventListener('click', closeClaim);

function draw(withdrawal) {
  const item = $('#withdrawal').content.cloneNode(true).firstElementChild;
  const { status, reason, claimUrl, explorerUrl, cents } = withdrawal;
  const [word, sentence, tone = ''] = words[status] ?? [status, ''];
  const isPending = status === 'pending';
  item.dataset.tone = tone;
  item.dataset.status = status;
  $('.amount', item).textContent = `${inText(cents)} USDT`;
  $('.state', item).textContent = word;
  $('.says', item).textContent = reason ? `${reason} ${sentence}` : sentence;
  $('.open', item).href = claimUrl ?? '';
  $('.open', item).hidden = !isPending || !claimUrl;
  $('.cancel', item).hidden = !isPending;
  $('.cancel', item).addEventListener('click', ({ target }) => {
    act(target, async () => {
      const after = await post('/cancel', { reference: withdrawal.reference });
      if (after.status === 'pending')
        throw new Error('The link was just in use. It will be cancelled in a few minutes.');
      if (claimed === withdrawal.reference) closeClaim();
    });
  });
  $('.proof', item).href = explorerUrl ?? '';
  $('.proof', item).hidden = !explorerUrl;
  return item;
}

const drawn = new Map();

/** The item of a withdrawal: a new one only when something about it changed, so that nothing jumps or loses its focus. */
function itemOf(withdrawal) {
  const facts = JSON.stringify(withdrawal);
  const known = drawn.get(withdrawal.reference);
  if (known?.facts === facts) return known.item;
  const item = draw(withdrawal);
  drawn.set(withdrawal.reference, { facts, item });
  return item;
}

// The browser opens this again by itself when the connection breaks, and gets the whole picture then.
new EventSource('/live').addEventListener('message', ({ data }) => {
  const { balance, withdrawals } = JSON.parse(data);
  $('#balance').textContent = inText(balance);
  $('#none').hidden = withdrawals.length > 0;
  $('#withdrawals').replaceChildren(...withdrawals.map(itemOf));
  const shown = withdrawals.find(({ reference }) => reference === claimed);
  $('#claim-state').textContent = shown
    ? `${inText(shown.cents)} USDT · ${words[shown.status]?.[0] ?? shown.status}`
    : '';
});
