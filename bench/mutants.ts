/** A change of the contract that its tests must notice: `from` stands exactly once in the source. */
export type Mutant = { what: string; from: string; to: string };

/** What a test suite in small amounts, and one without these boundaries, let live. */
const boundaries: Mutant[] = [
  { what: 'an item above 2^88 is charged as less', from: 'paid += amount;', to: 'paid += uint88(amount);' },
  { what: 'items are paid modulo 2^64', from: 'uint256 amount = uint96(item);', to: 'uint256 amount = uint64(item);' },
  { what: 'the ceiling is read modulo 2^64', from: 'if (fee > uint72(packed', to: 'if (fee > uint64(packed' },
  {
    what: 'a cancellation tells the whole word',
    from: 'emit PayoutsCancelled(vault, word, mask);',
    to: 'emit PayoutsCancelled(vault, word, _wordOf(vault, word).bits);',
  },
  {
    what: 'the answer of a claim in a batch is copied',
    from: 'signature.length), 0, 0)',
    to: 'signature.length), 0, 0) returndatacopy(start, 0, returndatasize())',
  },
  {
    what: 'more signatures than payouts are taken',
    from: 'payouts.length != signatures.length',
    to: 'payouts.length > signatures.length',
  },
  {
    what: 'fewer signatures than payouts are taken',
    from: 'payouts.length != signatures.length',
    to: 'payouts.length < signatures.length',
  },
  {
    what: 'an expiry of this second is refused',
    from: 'if (expiry < block.timestamp)',
    to: 'if (expiry <= block.timestamp)',
  },
  {
    what: 'nothing is available in the last second',
    from: 'available = block.timestamp > expiry',
    to: 'available = block.timestamp >= expiry',
  },
  {
    what: 'a signer cannot pay in its last second',
    from: 'if (block.timestamp > uint32(packed >> 168))',
    to: 'if (block.timestamp >= uint32(packed >> 168))',
  },
];

const limits: Mutant[] = [
  { what: 'setting a signer fills its bucket', from: '(entry.packed & LEVEL) | ', to: '' },
  { what: 'revoking a signer forgets its level', from: 'entry.packed &= LEVEL;', to: 'entry.packed = 0;' },
  { what: 'revoking does nothing', from: 'entry.packed &= LEVEL;', to: '' },
  { what: 'a slot with a level alone is a signer', from: 'if (uint96(packed) == 0) {', to: 'if (packed == 0) {' },
  {
    what: 'an order is charged from a slot read before',
    from: '_spend(entry.packed, signer, paid',
    to: '_spend(packed, signer, paid',
  },
  {
    what: 'an order is not charged',
    from: 'if (packed != 0) entry.packed = _spend(entry.packed',
    to: 'if (packed == 0) entry.packed = _spend(entry.packed',
  },
  {
    what: 'a claim is not charged',
    from: 'if (packed != 0) entry.packed = _spend(packed',
    to: 'if (packed == 0) entry.packed = _spend(packed',
  },
  {
    what: 'the fee of an order is not held against the ceiling',
    from: 'signer, paid, order.fee)',
    to: 'signer, paid, 0)',
  },
  {
    what: 'the bucket has no bottom',
    from: 'if (busyUntil > nowTicks + DAY)',
    to: 'if (busyUntil > nowTicks + 2 * DAY)',
  },
  {
    what: 'the last of the bucket cannot be used',
    from: 'if (busyUntil > nowTicks + DAY)',
    to: 'if (busyUntil >= nowTicks + DAY)',
  },
  { what: 'an empty bucket saves up', from: 'if (busyUntil < nowTicks) busyUntil = nowTicks;', to: '' },
  {
    what: 'a level is rounded in favour of the signer',
    from: '(amount * DAY + capacity - 1) / capacity',
    to: '(amount * DAY) / capacity',
  },
];

const orders: Mutant[] = [
  { what: 'the minimum is not asked for', from: 'if (paid < order.minimum) revert', to: 'if (paid < 0) revert' },
  {
    what: 'exactly the minimum is refused',
    from: 'if (paid < order.minimum) revert',
    to: 'if (paid <= order.minimum) revert',
  },
  {
    what: 'the minimum is not signed',
    from: 'abi.encode(ORDER_TYPEHASH, order,',
    to: 'abi.encode(ORDER_TYPEHASH, order.vault, order.token, order.fee, order.feeCollector, order.firstId, uint256(0), order.deadline,',
  },
  { what: 'an order that pays nobody is taken', from: 'if (payments == 0) revert NothingPaid();', to: '' },
  {
    what: 'unpaid items are paid for',
    from: 'uint256 fees = fee * payments;',
    to: 'uint256 fees = fee * items.length;',
  },
  { what: 'an order may name the contract as collector', from: '        _checkCollector(collector);\n', to: '' },
  {
    what: 'an order calls others unguarded',
    from: 'bytes calldata signature) external nonReentrant {',
    to: 'bytes calldata signature) external {',
  },
];

const signatures: Mutant[] = [
  {
    what: 'the key of a vault signs',
    from: 'if (uint96(packed) == 0) {',
    to: 'if (uint96(packed) == 0 && recovered != vault) {',
  },
  {
    what: 'nobody is asked by ERC-1271',
    from: 'if (!SignatureChecker.isValidERC1271SignatureNowCalldata(vault',
    to: 'if (true || !SignatureChecker.isValidERC1271SignatureNowCalldata(vault',
  },
  {
    what: 'a signature of ERC-1271 is not needed',
    from: 'if (!SignatureChecker.isValidERC1271SignatureNowCalldata(vault',
    to: 'if (false && !SignatureChecker.isValidERC1271SignatureNowCalldata(vault',
  },
  { what: 'a signer is good for any token', from: 'mstore(add(start, 0x40), c)', to: 'mstore(add(start, 0x40), 0)' },
  { what: 'a signer is good for any vault', from: 'mstore(start, a)', to: 'mstore(start, 0)' },
  { what: 'anybody is a signer', from: 'mstore(add(start, 0x20), b)', to: 'mstore(add(start, 0x20), 0)' },
  { what: 'a vault may name nobody', from: 'if (signer == address(0) || ', to: 'if (' },
];

const faults: Mutant[] = [
  ...[
    'iszero(recipient)',
    'eq(recipient, vault)',
    'eq(recipient, token)',
    'eq(recipient, self)',
    'eq(collector, self)',
  ].map((from) => ({ what: `a claim does not ask ${from}`, from, to: '0' })),
  { what: 'a claim may be all fee', from: 'iszero(lt(fee, amount))', to: 'gt(fee, amount)' },
  { what: 'a claim has no deadline', from: 'gt(timestamp(), deadline)', to: '0' },
  { what: 'a claim ends a second early', from: 'gt(timestamp(), deadline)', to: 'iszero(lt(timestamp(), deadline))' },
  ...['vault', 'token', 'recipient', 'collector'].map((word) => ({
    what: `high bits of ${word} are overlooked`,
    from: 'or(or(vault, token), or(recipient, collector))',
    to: 'or(or(vault, token), or(recipient, collector))'.replace(word, '0'),
  })),
];

const batches: Mutant[] = [
  {
    what: 'a batch goes on with too little gas',
    from: 'if (given < needed) revert GasTooLittle(given, needed);',
    to: '',
  },
  { what: 'too little gas is not noticed', from: 'given := sub(given, shr(6, given))', to: '' },
  { what: 'a claim gets all the gas that is left', from: 'call(gasEach, address()', to: 'call(gas(), address()' },
  { what: 'any gas for each will do', from: 'if (gasEach < LEAST_GAS_EACH)', to: 'if (gasEach < 1)' },
  { what: 'used ids are tried again', from: 'if (isUsed(address(uint160(vault)), payoutId)) continue;', to: '' },
  { what: 'a claim that fails is not told', from: 'emit ClaimSkipped(payoutId, address(uint160(vault)));', to: '' },
  {
    what: 'a signature may lie anywhere',
    from: 'signature.length := mul(inside, length)',
    to: 'signature.length := length',
  },
  { what: 'a signature may be longer than what was sent', from: 'and(lt(length, size), ', to: 'and(1, ' },
];

const keys: Mutant[] = [
  {
    what: 'the key of a link is not asked',
    from: '        _checkKey(claimKey, structHash, recipient, keySignature);\n',
    to: '',
  },
  { what: 'the key of a link is not compared', from: 'if (recovered == claimKey) return;', to: 'return;' },
  { what: 'only contracts are keys of links', from: 'if (recovered == claimKey) return;', to: '' },
  {
    what: 'no contract is the key of a link',
    from: 'if (!SignatureChecker.isValidERC1271SignatureNowCalldata(claimKey',
    to: 'if (true || !SignatureChecker.isValidERC1271SignatureNowCalldata(claimKey',
  },
  {
    what: 'any contract is the key of a link',
    from: 'if (!SignatureChecker.isValidERC1271SignatureNowCalldata(claimKey',
    to: 'if (claimKey.code.length == 0 && !SignatureChecker.isValidERC1271SignatureNowCalldata(claimKey',
  },
  {
    what: 'a key names nobody',
    from: 'CLAIM_TYPEHASH, structHash, recipient',
    to: 'CLAIM_TYPEHASH, structHash, claimKey',
  },
  {
    what: 'a key names for any payout',
    from: 'CLAIM_TYPEHASH, structHash, recipient',
    to: 'CLAIM_TYPEHASH, bytes32(0), recipient',
  },
  { what: 'a payout to a recipient is one to a key', from: '_hash(KEY_PAYOUT_TYPEHASH', to: '_hash(PAYOUT_TYPEHASH' },
  {
    what: 'a key may name anybody at all',
    from: '        _checkRecipient(payout.vault, payout.token, recipient);\n        bytes32 structHash = _hash(KEY',
    to: '        bytes32 structHash = _hash(KEY',
  },
  {
    what: 'the key is paid itself',
    from: '_checkKey(claimKey, structHash, recipient, keySignature);\n        _pay(payout, structHash, recipient,',
    to: '_checkKey(claimKey, structHash, recipient, keySignature);\n        _pay(payout, structHash, claimKey,',
  },
];

const ids: Mutant[] = [
  {
    what: 'words and guardians share a place',
    from: '1 << 255 | uint256(uint160(vault))',
    to: 'uint256(uint160(vault))',
  },
  { what: 'all words of a vault are one', from: 'mstore(0x20, word)', to: 'mstore(0x20, 0)' },
  { what: 'all vaults share their words', from: 'mstore(0x00, tagged)', to: 'mstore(0x00, shl(255, 1))' },
  { what: 'a claim uses up nothing', from: 'word.bits = bits | bit;', to: '' },
  { what: 'a used id is paid again', from: 'if (bits & bit != 0) revert', to: 'if (false) revert' },
  { what: 'an order overlooks used ids', from: 'if (word.bits & mask != 0) revert', to: 'if (false) revert' },
  { what: 'cancelling frees other ids', from: '.bits |= mask;\n        emit', to: '.bits = mask;\n        emit' },
];

export const mutants: readonly Mutant[] = [
  ...boundaries,
  ...limits,
  ...orders,
  ...signatures,
  ...faults,
  ...batches,
  ...keys,
  ...ids,
];
