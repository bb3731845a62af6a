// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IDrawbridge} from "./IDrawbridge.sol";

/// @title Drawbridge: see IDrawbridge for what each function promises
contract Drawbridge is IDrawbridge, EIP712, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// One slot per (vault, signer, token): permission, expiry, ceiling and rolling limit are one read and one write.
    /// The limit is a bucket that leaks empty over a day. Its level is kept as a time: `busyUntil` (in ticks) is when
    /// everything that was spent will have leaked out.
    struct Signer {
        uint96 capacity; // 0: not a signer
        uint72 feeCeiling;
        uint32 expiry;
        uint56 busyUntil;
    }

    bytes32 private constant PAYOUT_TYPEHASH = keccak256(
        "Payout(address vault,address token,address recipient,uint256 amount,uint256 fee,address feeCollector,uint256 payoutId,uint256 deadline)"
    );
    bytes32 private constant ORDER_TYPEHASH = keccak256(
        "Order(address vault,address token,uint256 fee,address feeCollector,uint256 firstId,uint256 deadline,uint256[] items)"
    );
    uint256 private constant TICK = 1 << 24; // ticks of a second
    uint256 private constant DAY = 1 days * TICK;

    mapping(address vault => mapping(uint256 word => uint256)) public used;
    mapping(address vault => mapping(address signer => mapping(address token => Signer))) private _signers;
    mapping(address vault => address) public guardianOf;

    constructor() EIP712("Drawbridge", "1") {}

    // ---------------------------------------------------------------------------------------------- paying

    function claim(Payout calldata payout, bytes calldata signature) external nonReentrant {
        _checkDeadline(payout.deadline);
        _checkRecipient(payout.vault, payout.token, payout.recipient);
        _checkFee(payout.fee, payout.feeCollector);
        if (payout.fee >= payout.amount) revert FeeNotBelowAmount(payout.fee, payout.amount);
        bytes32 structHash = keccak256(abi.encode(PAYOUT_TYPEHASH, payout));
        _authorise(payout.vault, payout.token, payout.amount, payout.fee, structHash, signature);

        _use(payout.vault, payout.payoutId, 1);

        IERC20(payout.token).safeTransferFrom(payout.vault, payout.recipient, payout.amount - payout.fee);
        _payFee(payout.token, payout.vault, payout.feeCollector, payout.fee);
        emit PayoutClaimed(
            payout.payoutId, payout.vault, payout.recipient, payout.token, payout.amount, payout.fee
        );
    }

    function claimBatch(Payout[] calldata payouts, bytes[] calldata signatures) external {
        if (payouts.length != signatures.length) revert LengthMismatch(payouts.length, signatures.length);
        for (uint256 i; i < payouts.length; ++i) {
            Payout calldata payout = payouts[i];
            if (isUsed(payout.vault, payout.payoutId)) continue;
            // A call of its own: a claim that fails is undone as a whole, and no relayer can burn an id.
            try this.claim(payout, signatures[i]) {}
            catch (bytes memory reason) {
                emit ClaimSkipped(payout.payoutId, payout.vault, reason);
            }
        }
    }

    function push(Order calldata order, uint256[] calldata items, bytes calldata signature) external nonReentrant {
        bytes32 structHash = keccak256(abi.encode(ORDER_TYPEHASH, order, keccak256(abi.encodePacked(items))));
        uint256 total;
        for (uint256 i; i < items.length; ++i) {
            total += uint96(items[i]);
        }
        _authorise(order.vault, order.token, total, order.fee, structHash, signature);
        _payOrder(order, items);
    }

    function disperse(Order calldata order, uint256[] calldata items) external nonReentrant {
        if (order.vault != msg.sender) revert NotVault(order.vault, msg.sender);
        _payOrder(order, items);
    }

    // ------------------------------------------------------------------------- what a vault and its guardian may do

    function setSigner(address signer, address token, uint96 capacity, uint72 feeCeiling, uint32 expiry) external {
        if (signer == address(0) || signer == msg.sender) revert SignerRefused(signer);
        if (capacity == 0) revert CapacityMissing();
        if (expiry < block.timestamp) revert ExpiryPassed(expiry);
        _signers[msg.sender][signer][token] = Signer(capacity, feeCeiling, expiry, 0);
        emit SignerSet(msg.sender, signer, token, capacity, feeCeiling, expiry);
    }

    function revokeSigner(address vault, address signer, address[] calldata tokens) external {
        _checkVaultOrGuardian(vault);
        for (uint256 i; i < tokens.length; ++i) {
            delete _signers[vault][signer][tokens[i]];
            emit SignerRevoked(vault, signer, tokens[i]);
        }
    }

    function setGuardian(address guardian) external {
        guardianOf[msg.sender] = guardian;
        emit GuardianSet(msg.sender, guardian);
    }

    function cancel(address vault, uint256 word, uint256 mask) external {
        _checkVaultOrGuardian(vault);
        used[vault][word] |= mask;
        emit PayoutsCancelled(vault, word, mask);
    }

    // ---------------------------------------------------------------------------------------------- reading

    function isUsed(address vault, uint256 payoutId) public view returns (bool) {
        return used[vault][payoutId >> 8] & (1 << (payoutId & 255)) != 0;
    }

    function signerOf(address vault, address signer, address token)
        external
        view
        returns (uint256 capacity, uint256 feeCeiling, uint256 expiry, uint256 available)
    {
        Signer memory s = _signers[vault][signer][token];
        return (s.capacity, s.feeCeiling, s.expiry, block.timestamp > s.expiry ? 0 : _available(s));
    }

    // ---------------------------------------------------------------------------------------------- checks

    function _checkDeadline(uint256 deadline) private view {
        if (block.timestamp > deadline) revert DeadlinePassed(deadline);
    }

    function _checkRecipient(address vault, address token, address recipient) private view {
        if (recipient == address(0) || recipient == vault || recipient == token || recipient == address(this)) {
            revert RecipientRefused(recipient);
        }
    }

    function _checkFee(uint256 fee, address feeCollector) private pure {
        if (fee != 0 && feeCollector == address(0)) revert FeeCollectorMissing();
    }

    function _checkVaultOrGuardian(address vault) private view {
        if (msg.sender != vault && msg.sender != guardianOf[vault]) revert NotVaultOrGuardian(vault, msg.sender);
    }

    // ---------------------------------------------------------------------------------------------- effects

    /// Recovering first is cheaper than asking for code, and lets keys with an EIP-7702 delegation sign.
    function _authorise(
        address vault,
        address token,
        uint256 amount,
        uint256 fee,
        bytes32 structHash,
        bytes calldata signature
    ) private {
        bytes32 digest = _hashTypedDataV4(structHash);
        (address recovered, ECDSA.RecoverError error,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (error == ECDSA.RecoverError.NoError) {
            if (recovered == vault) return;
            if (_spend(vault, recovered, token, amount, fee)) return;
        }
        if (SignatureChecker.isValidERC1271SignatureNowCalldata(vault, digest, signature)) return;
        revert NotAuthorised(vault, recovered);
    }

    /// False when `signer` is none of this vault and token; reverts when it is one and may not pay this.
    function _spend(address vault, address signer, address token, uint256 amount, uint256 fee) private returns (bool) {
        Signer storage slot = _signers[vault][signer][token];
        Signer memory s = slot;
        if (s.capacity == 0) return false;
        if (block.timestamp > s.expiry) revert SignerExpired(signer, s.expiry);
        if (fee > s.feeCeiling) revert FeeAboveCeiling(fee, s.feeCeiling);
        if (amount > s.capacity) revert OverCapacity(amount, _available(s));
        uint256 nowTicks = block.timestamp * TICK;
        uint256 busyUntil = Math.max(s.busyUntil, nowTicks) + Math.ceilDiv(amount * DAY, s.capacity);
        if (busyUntil > nowTicks + DAY) revert OverCapacity(amount, _available(s));
        slot.busyUntil = uint56(busyUntil);
        return true;
    }

    function _available(Signer memory s) private view returns (uint256) {
        uint256 fullAt = block.timestamp * TICK + DAY;
        if (s.busyUntil >= fullAt) return 0;
        return Math.min(s.capacity, (fullAt - s.busyUntil) * s.capacity / DAY);
    }

    /// Uses up `count` ids from `first`, all of them or none.
    function _use(address vault, uint256 first, uint256 count) private {
        mapping(uint256 => uint256) storage words = used[vault];
        uint256 end = first + count;
        while (first < end) {
            uint256 bit = first & 255;
            uint256 inWord = Math.min(256 - bit, end - first);
            uint256 mask = (type(uint256).max >> (256 - inWord)) << bit;
            uint256 word = words[first >> 8];
            if (word & mask != 0) revert PayoutUsed(vault, first);
            words[first >> 8] = word | mask;
            first += inWord;
        }
    }

    // ---------------------------------------------------------------------------------------------- interactions

    function _payOrder(Order calldata order, uint256[] calldata items) private {
        _checkDeadline(order.deadline);
        _checkFee(order.fee, order.feeCollector);
        if (items.length == 0) revert OrderEmpty();
        (address vault, address token, uint256 fee) = (order.vault, order.token, order.fee);
        _use(vault, order.firstId, items.length);

        uint256 paid;
        uint256 payments;
        for (uint256 i; i < items.length; ++i) {
            address recipient = address(uint160(items[i] >> 96));
            uint256 amount = uint96(items[i]);
            _checkRecipient(vault, token, recipient);
            if (fee >= amount) revert FeeNotBelowAmount(fee, amount);
            if (IERC20(token).trySafeTransferFrom(vault, recipient, amount - fee)) {
                paid += amount;
                ++payments;
            } else {
                emit PayoutFailed(order.firstId + i, vault, recipient, token, amount);
            }
        }
        uint256 fees = fee * payments;
        _payFee(token, vault, order.feeCollector, fees);
        emit OrderExecuted(order.firstId, vault, token, items.length, paid, fees);
    }

    function _payFee(address token, address vault, address feeCollector, uint256 fee) private {
        if (fee != 0) IERC20(token).safeTransferFrom(vault, feeCollector, fee);
    }
}
