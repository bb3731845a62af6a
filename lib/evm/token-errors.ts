import { parseAbi } from 'viem';

/** Errors by which well-known tokens refuse: OpenZeppelin, Circle, Paxos, and our stand-in for Tether. Revert strings need no list. */
export const tokenErrors = parseAbi([
  'error EnforcedPause()',
  'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
  'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
  'error ERC20InvalidReceiver(address receiver)',
  'error ERC20InvalidSender(address sender)',
  'error ERC20Blocked(address user)',
  'error ERC20Restricted(address user)',
  'error SafeERC20FailedOperation(address token)',
  'error ContractPaused()',
  'error AddressFrozen()',
  'error AccountFrozen(address account)',
  'error Paused()',
  'error Blacklisted(address account)',
  'error Blocked(address account)',
  'error AllowanceTooLow(uint256 allowed, uint256 value)',
  'error BalanceTooLow(uint256 balance, uint256 value)',
]);
