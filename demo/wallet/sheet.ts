import { accounts, type WalletAccount } from './accounts';
import { rejected } from './rpc-error';
import styles from './sheet.css?text';

type Part = Node | string;

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  traits: { className?: string; id?: string; text?: string } = {},
  parts: readonly Part[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (traits.className) element.className = traits.className;
  if (traits.id) element.id = traits.id;
  if (traits.text) element.textContent = traits.text;
  element.append(...parts);
  return element;
}

/** The page may have chosen a theme; otherwise the reader's own setting counts. */
function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme ?? document.documentElement.className;
  if (/\bdark\b/.test(chosen)) return true;
  return !/\blight\b/.test(chosen) && matchMedia('(prefers-color-scheme: dark)').matches;
}

type Request = { title: string; explanation: string; parts: readonly Part[]; accept: string };

/** One at a time, as wallets do: the next request waits until this one is answered. */
let before: Promise<unknown> = Promise.resolve();

function ask(request: Request): Promise<void> {
  const answered = before.then(() => show(request));
  before = answered.catch(() => {});
  return answered;
}

/** The second press of a double click on the page must not answer what opened under the pointer. */
function dropSecondPress(event: MouseEvent): void {
  if (event.detail < 2) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function show({ title, explanation, parts, accept }: Request): Promise<void> {
  const host = document.createElement('div');
  host.id = 'drawbridge-demo-wallet';
  if (isDark()) host.dataset.theme = 'dark';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  const reject = make('button', { text: 'Reject' });
  const approve = make('button', { className: 'main', text: accept });
  const dialog = make('dialog', {}, [
    make('h2', { id: 'title', text: title }),
    make('p', { id: 'explanation', text: explanation }),
    ...parts,
    make('div', { className: 'actions' }, [reject, approve]),
  ]);
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.setAttribute('aria-describedby', 'explanation');
  reject.type = 'button';
  approve.type = 'button';
  root.append(dialog);
  document.body.append(host);

  dialog.addEventListener('click', dropSecondPress, { capture: true });
  return new Promise((resolve, refuse) => {
    approve.addEventListener('click', () => dialog.close('approved'));
    reject.addEventListener('click', () => dialog.close('rejected'));
    dialog.addEventListener('close', () => {
      host.remove();
      if (dialog.returnValue === 'approved') resolve();
      else refuse(rejected());
    });
    dialog.showModal();
    (root.querySelector<HTMLElement>('input:checked') ?? approve).focus();
  });
}

/** Asks which account to connect. */
export async function chooseAccount(current: WalletAccount | undefined): Promise<WalletAccount> {
  const chosen = current ?? accounts[0];
  const choices = accounts.map((account) => {
    const input = make('input');
    input.type = 'radio';
    input.name = 'account';
    input.value = account.address;
    input.checked = account === chosen;
    return { input, account };
  });
  const labels = choices.map(({ input, account }) =>
    make('label', {}, [
      input,
      make('span', { text: account.label }),
      make('small', { text: `${account.note} · ${account.address.slice(0, 8)}…${account.address.slice(-6)}` }),
    ]),
  );
  await ask({
    title: 'Connect the demo wallet',
    explanation: `${location.host} asks to see your account. These are test accounts on a local chain: nothing here has any value.`,
    parts: [make('fieldset', {}, [make('legend', { text: 'Account' }), ...labels])],
    accept: 'Connect',
  });
  const picked = choices.find(({ input }) => input.checked)?.account;
  if (!picked) throw rejected();
  return picked;
}

export type Detail = readonly [term: string, value: string];
export type Exact = { name: string; text: string; folded: boolean };

/** Asks for a yes to one signature or transfer of `account`; the exact text is open to read or one click away. */
export function approve(
  title: string,
  account: WalletAccount,
  details: readonly Detail[],
  exact: Exact,
): Promise<void> {
  const list = make('dl');
  for (const [term, value] of [['Account', `${account.label} (${account.address})`] as const, ...details]) {
    list.append(make('dt', { text: term }), make('dd', {}, [make('code', { text: value })]));
  }
  const text = make('pre', { text: exact.text });
  text.tabIndex = 0;
  text.setAttribute('aria-label', exact.name);
  const shown = exact.folded ? make('details', {}, [make('summary', { text: exact.name }), text]) : text;
  return ask({
    title,
    explanation: `${location.host} asks for this. It happens on the local test chain only.`,
    parts: [list, shown],
    accept: 'Approve',
  });
}
