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

    /// A struct only so that its place in storage is computed once.
    struct Word {
        uint256 bits;
    }

    /// busyUntil:56 | expiry:32 | feeCeiling:72 | capacity:96, or 0: no signer. One slot, so that permission, expiry,
    /// ceiling and limit are one read and one write. The limit is a bucket that leaks empty over a day; its level is
    /// kept as a time: at `busyUntil`, in ticks, all that was spent has leaked.
    struct Signer {
        uint256 packed;
    }

    bytes32 private constant PAYOUT_TYPEHASH = keccak256(
        "Payout(address vault,address token,address recipient,uint256 amount,uint256 fee,address feeCollector,uint256 payoutId,uint256 deadline)"
    );
    bytes32 private constant ORDER_TYPEHASH = keccak256(
        "Order(address vault,address token,uint256 fee,address feeCollector,uint256 firstId,uint256 deadline,uint256[] items)"
    );
    uint256 private constant TICK = 1 << 23; // ticks of a second
    uint256 private constant DAY = 1 days * TICK;

    mapping(address vault => mapping(uint256 word => Word)) public used;
    mapping(address vault => mapping(address signer => mapping(address token => Signer))) private _signers;
    mapping(address vault => address) public guardianOf;

    constructor() EIP712("Drawbridge", "1") {}

    // ---------------------------------------------------------------------------------------- paying

    /// Needs no guard: nothing is read or written after the first transfer, and a re-entering token finds the id used.
    function claim(Payout calldata payout, bytes calldata signature) external {
        (address vault, address token, address recipient) = (payout.vault, payout.token, payout.recipient);
        (uint256 amount, uint256 fee) = (payout.amount, payout.fee);
        _checkDeadline(payout.deadline);
        _checkRecipient(vault, token, recipient);
        if (fee >= amount) revert FeeNotBelowAmount(fee, amount);
        _authorise(vault, token, amount, fee, _hash(payout), signature);

        _use(vault, payout.payoutId);

        unchecked {
            IERC20(token).safeTransferFrom(vault, recipient, amount - fee);
        }
        if (fee != 0) IERC20(token).safeTransferFrom(vault, payout.feeCollector, fee);
        emit PayoutClaimed(payout.payoutId, vault, recipient, token, amount, fee);
    }

    function claimBatch(Payout[] calldata payouts, bytes[] calldata signatures) external {
        if (payouts.length != signatures.length) revert LengthMismatch(payouts.length, signatures.length);
        for (uint256 i; i < payouts.length; ++i) {
            Payout calldata payout = payouts[i];
            if (isUsed(payout.vault, payout.payoutId)) continue;
            // A call of its own: a claim that fails is undone as a whole, and no relayer can burn an id.
            try this.claim(payout, signatures[i]) {}
            catch {
                emit ClaimSkipped(payout.payoutId, payout.vault);
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

    // ---------------------------------------------------------------- what a vault and its guardian may do

    function setSigner(address signer, address token, uint96 capacity, uint72 feeCeiling, uint32 expiry) external {
        if (signer == address(0) || signer == msg.sender) revert SignerRefused(signer);
        if (capacity == 0) revert CapacityMissing();
        if (expiry < block.timestamp) revert ExpiryPassed(expiry);
        _signers[msg.sender][signer][token].packed =
            uint256(expiry) << 168 | uint256(feeCeiling) << 96 | uint256(capacity);
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
        used[vault][word].bits |= mask;
        emit PayoutsCancelled(vault, word, mask);
    }

    // ---------------------------------------------------------------------------------------- reading

    function isUsed(address vault, uint256 payoutId) public view returns (bool) {
        return used[vault][payoutId >> 8].bits & (1 << (payoutId & 255)) != 0;
    }

    function signerOf(address vault, address signer, address token)
        external
        view
        returns (uint256 capacity, uint256 feeCeiling, uint256 expiry, uint256 available)
    {
        uint256 slot = _signers[vault][signer][token].packed;
        (capacity, feeCeiling, expiry) = (uint96(slot), uint72(slot >> 96), uint32(slot >> 168));
        available = block.timestamp > expiry ? 0 : _available(slot);
    }

    // ---------------------------------------------------------------------------------------- checks

    function _checkDeadline(uint256 deadline) private view {
        if (block.timestamp > deadline) revert DeadlinePassed(deadline);
    }

    function _checkRecipient(address vault, address token, address recipient) private view {
        if (recipient == address(0)) revert RecipientRefused(recipient);
        if (recipient == vault) revert RecipientRefused(recipient);
        if (recipient == token) revert RecipientRefused(recipient);
        if (recipient == address(this)) revert RecipientRefused(recipient);
    }

    function _checkVaultOrGuardian(address vault) private view {
        if (msg.sender != vault && msg.sender != guardianOf[vault]) revert NotVaultOrGuardian(vault, msg.sender);
    }

    /// keccak256(abi.encode(PAYOUT_TYPEHASH, payout)), without the copies that the compiler would make.
    function _hash(Payout calldata payout) private pure returns (bytes32 structHash) {
        bytes32 typehash = PAYOUT_TYPEHASH;
        assembly ("memory-safe") {
            let start := mload(0x40)
            mstore(start, typehash)
            calldatacopy(add(start, 0x20), payout, 0x100)
            structHash := keccak256(start, 0x120)
        }
    }

    // ---------------------------------------------------------------------------------------- effects

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
        (address recovered,,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (recovered != vault) {
            Signer storage entry = _signers[vault][recovered][token];
            uint256 packed = entry.packed;
            if (packed != 0) {
                entry.packed = _spend(packed, recovered, amount, fee);
            } else if (!SignatureChecker.isValidERC1271SignatureNowCalldata(vault, digest, signature)) {
                revert NotAuthorised(vault, recovered);
            }
        } else if (recovered == address(0)) {
            revert NotAuthorised(vault, recovered);
        }
    }

    /// The signer's slot after it paid out `amount`.
    function _spend(uint256 packed, address signer, uint256 amount, uint256 fee) private view returns (uint256) {
        uint256 capacity = uint96(packed);
        if (block.timestamp > uint32(packed >> 168)) revert SignerExpired(signer, uint32(packed >> 168));
        if (fee > uint72(packed >> 96)) revert FeeAboveCeiling(fee, uint72(packed >> 96));
        if (amount > capacity) revert OverCapacity(amount, _available(packed));
        unchecked {
            // No overflow: 33 + 23 bits of time, at most 96 + 40 bits of amount. Rounded up, against the signer.
            uint256 nowTicks = block.timestamp * TICK;
            uint256 busyUntil = packed >> 200;
            if (busyUntil < nowTicks) busyUntil = nowTicks;
            busyUntil += (amount * DAY + capacity - 1) / capacity;
            if (busyUntil > nowTicks + DAY) revert OverCapacity(amount, _available(packed));
            return busyUntil << 200 | uint200(packed);
        }
    }

    function _available(uint256 slot) private view returns (uint256) {
        uint256 fullAt = block.timestamp * TICK + DAY;
        if (slot >> 200 >= fullAt) return 0;
        return Math.min(uint96(slot), (fullAt - (slot >> 200)) * uint96(slot) / DAY);
    }

    function _use(address vault, uint256 payoutId) private {
        Word storage word = used[vault][payoutId >> 8];
        uint256 bits = word.bits;
        uint256 bit = 1 << (payoutId & 255);
        if (bits & bit != 0) revert PayoutUsed(vault, payoutId);
        word.bits = bits | bit;
    }

    /// Uses up `count` ids from `first`, all of them or none.
    function _useRange(address vault, uint256 first, uint256 count) private {
        uint256 end = first + count;
        while (first < end) {
            uint256 bit = first & 255;
            uint256 inWord = Math.min(256 - bit, end - first);
            uint256 mask = (type(uint256).max >> (256 - inWord)) << bit;
            Word storage word = used[vault][first >> 8];
            if (word.bits & mask != 0) revert PayoutUsed(vault, first);
            word.bits |= mask;
            first += inWord;
        }
    }

    // ---------------------------------------------------------------------------------------- interactions

    function _payOrder(Order calldata order, uint256[] calldata items) private {
        _checkDeadline(order.deadline);
        if (items.length == 0) revert OrderEmpty();
        (address vault, address token, uint256 fee) = (order.vault, order.token, order.fee);
        _useRange(vault, order.firstId, items.length);

        uint256 paid;
        uint256 payments;
        for (uint256 i; i < items.length; ++i) {
            uint256 item = items[i];
            address recipient = address(uint160(item >> 96));
            uint256 amount = uint96(item);
            _checkRecipient(vault, token, recipient);
            if (fee >= amount) revert FeeNotBelowAmount(fee, amount);
            unchecked {
                if (IERC20(token).trySafeTransferFrom(vault, recipient, amount - fee)) {
                    paid += amount;
                    ++payments;
                } else {
                    emit PayoutFailed(order.firstId + i, vault, recipient, token, amount);
                }
            }
        }
        if (payments == 0) revert NothingPaid();
        uint256 fees = fee * payments;
        if (fees != 0) IERC20(token).safeTransferFrom(vault, order.feeCollector, fees);
        emit OrderExecuted(order.firstId, vault, token, items.length, paid, fees);
    }
}
