// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

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

    /// The 256 ids of one word. Found by `_wordOf`.
    struct Word {
        uint256 bits;
    }

    /// busyUntil:56 | expiry:32 | feeCeiling:72 | capacity:96; without a capacity it is no signer. One slot, so that
    /// permission, expiry, ceiling and limit are one read and one write. The limit is a bucket that leaks empty over a
    /// day; its level is kept as a time: at `busyUntil`, in ticks, all that was spent has leaked. Found by `_signerOf`.
    struct Signer {
        uint256 packed;
    }

    bytes32 private constant PAYOUT_TYPEHASH = keccak256(
        "Payout(address vault,address token,address recipient,uint256 amount,uint256 fee,address feeCollector,uint256 payoutId,uint256 deadline)"
    );
    bytes32 private constant KEY_PAYOUT_TYPEHASH = keccak256(
        "KeyPayout(address vault,address token,address claimKey,uint256 amount,uint256 fee,address feeCollector,uint256 payoutId,uint256 deadline)"
    );
    bytes32 private constant CLAIM_TYPEHASH = keccak256("Claim(bytes32 payout,address recipient)");
    bytes32 private constant ORDER_TYPEHASH = keccak256(
        "Order(address vault,address token,uint256 fee,address feeCollector,uint256 firstId,uint256 minimum,uint256 deadline,uint256[] items)"
    );
    uint256 private constant TICK = 1 << 23; // ticks of a second
    uint256 private constant DAY = 1 days * TICK;
    uint256 private constant LEVEL = type(uint256).max << 200; // the bits of busyUntil
    uint256 private constant LEAST_GAS_EACH = 50_000;
    uint256 private constant CALL_GAS = 500; // more than a call of this contract costs the caller beside what it hands on

    mapping(address vault => address) public guardianOf;

    constructor() EIP712("Drawbridge", "1") {}

    // ---------------------------------------------------------------------------------------- paying

    function claim(Payout calldata payout, bytes calldata signature) external {
        address recipient = _checked(payout);
        _pay(payout, _hash(PAYOUT_TYPEHASH, payout), recipient, signature);
    }

    function claimByKey(
        KeyPayout calldata keyPayout,
        address recipient,
        bytes calldata signature,
        bytes calldata keySignature
    ) external {
        // Both have their words in the same places, with the key where the recipient is.
        Payout calldata payout;
        assembly ("memory-safe") {
            payout := keyPayout
        }
        address claimKey = _checked(payout);
        _checkRecipient(payout.vault, payout.token, recipient);
        bytes32 structHash = _hash(KEY_PAYOUT_TYPEHASH, payout);
        _checkKey(claimKey, structHash, recipient, keySignature);
        _pay(payout, structHash, recipient, signature);
    }

    function claimBatch(Payout[] calldata payouts, bytes[] calldata signatures, uint256 gasEach) external {
        if (payouts.length != signatures.length) revert LengthMismatch(payouts.length, signatures.length);
        if (gasEach < LEAST_GAS_EACH) revert GasTooLittle(gasEach, LEAST_GAS_EACH);
        for (uint256 i; i < payouts.length; ++i) {
            // Read without checks: a word that is no address fails its own claim, not the batch.
            uint256 vault;
            uint256 payoutId;
            Payout calldata payout = payouts[i];
            assembly ("memory-safe") {
                vault := calldataload(payout)
                payoutId := calldataload(add(payout, 0xc0))
            }
            if (isUsed(address(uint160(vault)), payoutId)) continue;
            // A call of its own: a claim that fails is undone as a whole, and no relayer can burn an id.
            if (!_tryClaim(payout, _signatureAt(signatures, i), gasEach)) {
                emit ClaimSkipped(payoutId, address(uint160(vault)));
            }
        }
    }

    function push(Order calldata order, uint256[] calldata items, bytes calldata signature) external nonReentrant {
        bytes32 structHash = keccak256(abi.encode(ORDER_TYPEHASH, order, keccak256(abi.encodePacked(items))));
        (Signer storage entry, uint256 packed, address signer) =
            _authorise(order.vault, order.token, structHash, signature);
        uint256 paid = _payOrder(order, items);
        // Read once more: a token that calls others may have let this signer pay, or be revoked, meanwhile.
        if (packed != 0) entry.packed = _spend(entry.packed, signer, paid, order.fee);
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
        Signer storage entry = _signerOf(msg.sender, signer, token);
        entry.packed = (entry.packed & LEVEL) | uint256(expiry) << 168 | uint256(feeCeiling) << 96 | uint256(capacity);
        emit SignerSet(msg.sender, signer, token, capacity, feeCeiling, expiry);
    }

    function revokeSigner(address vault, address signer, address[] calldata tokens) external {
        _checkVaultOrGuardian(vault);
        for (uint256 i; i < tokens.length; ++i) {
            Signer storage entry = _signerOf(vault, signer, tokens[i]);
            entry.packed &= LEVEL;
            emit SignerRevoked(vault, signer, tokens[i]);
        }
    }

    function setGuardian(address guardian) external {
        guardianOf[msg.sender] = guardian;
        emit GuardianSet(msg.sender, guardian);
    }

    function cancel(address vault, uint256 word, uint256 mask) external {
        _checkVaultOrGuardian(vault);
        _wordOf(vault, word).bits |= mask;
        emit PayoutsCancelled(vault, word, mask);
    }

    // ---------------------------------------------------------------------------------------- reading

    function isUsed(address vault, uint256 payoutId) public view returns (bool) {
        return _wordOf(vault, payoutId >> 8).bits & (1 << (payoutId & 255)) != 0;
    }

    function used(address vault, uint256 word) external view returns (uint256) {
        return _wordOf(vault, word).bits;
    }

    function signerOf(address vault, address signer, address token)
        external
        view
        returns (uint256 capacity, uint256 feeCeiling, uint256 expiry, uint256 available)
    {
        uint256 slot = _signerOf(vault, signer, token).packed;
        (capacity, feeCeiling, expiry) = (uint96(slot), uint72(slot >> 96), uint32(slot >> 168));
        available = block.timestamp > expiry ? 0 : _available(slot);
    }

    // ---------------------------------------------------------------------------------------- storage

    /// Slots by one hash each, where nested mappings take two or three. What is hashed has 64 bytes that begin with a
    /// tag here, 96 bytes in `_signerOf`, and 64 bytes that begin with zeros in a mapping by address: never the same.
    function _wordOf(address vault, uint256 word) private pure returns (Word storage entry) {
        uint256 tagged = 1 << 255 | uint256(uint160(vault));
        assembly ("memory-safe") {
            mstore(0x00, tagged)
            mstore(0x20, word)
            entry.slot := keccak256(0x00, 0x40)
        }
    }

    function _signerOf(address vault, address signer, address token) private pure returns (Signer storage entry) {
        (uint256 a, uint256 b, uint256 c) = (uint160(vault), uint160(signer), uint160(token));
        assembly ("memory-safe") {
            let start := mload(0x40)
            mstore(start, a)
            mstore(add(start, 0x20), b)
            mstore(add(start, 0x40), c)
            entry.slot := keccak256(start, 0x60)
        }
    }

    // ---------------------------------------------------------------------------------------- checks

    /// The recipient, or in its place the key, of a payout that has no fault in itself. One branch for all faults: which it
    /// is, is looked for only then. Words that are no addresses are a fault, too.
    function _checked(Payout calldata payout) private view returns (address recipient) {
        uint256 fault;
        (address vault, address token, address collector) = _partiesOf(payout);
        assembly ("memory-safe") {
            recipient := calldataload(add(payout, 0x40))
            let amount := calldataload(add(payout, 0x60))
            let fee := calldataload(add(payout, 0x80))
            let deadline := calldataload(add(payout, 0xe0))
            let self := address()
            fault := or(or(iszero(recipient), eq(recipient, vault)), or(eq(recipient, token), eq(recipient, self)))
            fault := or(fault, or(eq(collector, self), shr(160, or(or(vault, token), or(recipient, collector)))))
            fault := or(fault, or(iszero(lt(fee, amount)), gt(timestamp(), deadline)))
        }
        if (fault != 0) _refuse(payout);
    }

    /// Read as they are: `_checked` refuses words that are no addresses.
    function _partiesOf(Payout calldata payout) private pure returns (address vault, address token, address collector) {
        assembly ("memory-safe") {
            vault := calldataload(payout)
            token := calldataload(add(payout, 0x20))
            collector := calldataload(add(payout, 0xa0))
        }
    }

    /// Reverts for a payout with a fault. Reading a word that is no address does so without a reason.
    function _refuse(Payout calldata payout) private view {
        _checkDeadline(payout.deadline);
        _checkRecipient(payout.vault, payout.token, payout.recipient);
        _checkCollector(payout.feeCollector);
        revert FeeNotBelowAmount(payout.fee, payout.amount);
    }

    function _checkDeadline(uint256 deadline) private view {
        if (block.timestamp > deadline) revert DeadlinePassed(deadline);
    }

    function _checkRecipient(address vault, address token, address recipient) private view {
        (uint256 to, uint256 a, uint256 b) = (uint160(recipient), uint160(vault), uint160(token));
        bool refused;
        assembly ("memory-safe") {
            refused := or(or(iszero(to), eq(to, a)), or(eq(to, b), eq(to, address())))
        }
        if (refused) revert RecipientRefused(recipient);
    }

    /// As the collector this contract would keep the fee for ever.
    function _checkCollector(address collector) private view {
        if (collector == address(this)) revert CollectorRefused(collector);
    }

    function _checkVaultOrGuardian(address vault) private view {
        if (msg.sender != vault && msg.sender != guardianOf[vault]) revert NotVaultOrGuardian(vault, msg.sender);
    }

    /// keccak256(abi.encode(typehash, payout)), without the copies that the compiler would make.
    function _hash(bytes32 typehash, Payout calldata payout) private pure returns (bytes32 structHash) {
        assembly ("memory-safe") {
            let start := mload(0x40)
            mstore(start, typehash)
            calldatacopy(add(start, 0x20), payout, 0x100)
            structHash := keccak256(start, 0x120)
        }
    }

    /// `signatures[i]`, or nothing where it points outside of the calldata: that fails its own claim, not the batch.
    function _signatureAt(bytes[] calldata signatures, uint256 i) private pure returns (bytes calldata signature) {
        assembly ("memory-safe") {
            let size := calldatasize()
            let place := calldataload(add(signatures.offset, shl(5, i)))
            let start := add(add(signatures.offset, place), 0x20)
            let length := calldataload(sub(start, 0x20))
            let inside := and(lt(place, size), and(lt(length, size), iszero(gt(add(start, length), size))))
            signature.offset := start
            signature.length := mul(inside, length)
        }
    }

    // ---------------------------------------------------------------------------------------- effects

    /// Who may have this paid: a registered signer, with its slot and what is in it, or `packed` 0 for the vault itself.
    /// Recovering first is cheaper than asking for code, and lets keys with an EIP-7702 delegation sign.
    function _authorise(address vault, address token, bytes32 structHash, bytes calldata signature)
        private
        view
        returns (Signer storage entry, uint256 packed, address recovered)
    {
        bytes32 digest = _hashTypedDataV4(structHash);
        (recovered,,) = ECDSA.tryRecoverCalldata(digest, signature);
        entry = _signerOf(vault, recovered, token);
        packed = entry.packed;
        if (uint96(packed) == 0) {
            if (!SignatureChecker.isValidERC1271SignatureNowCalldata(vault, digest, signature)) {
                revert NotAuthorised(vault, recovered);
            }
            packed = 0;
        }
    }

    /// Whether the key of a link, or the contract that stands in its place (ERC-1271), names this recipient for this
    /// payout. A key is never 0, which is what a signature of no shape recovers to.
    function _checkKey(address claimKey, bytes32 structHash, address recipient, bytes calldata signature) private view {
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(CLAIM_TYPEHASH, structHash, recipient)));
        (address recovered,,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (recovered == claimKey) return;
        if (!SignatureChecker.isValidERC1271SignatureNowCalldata(claimKey, digest, signature)) {
            revert NotClaimKey(claimKey, recovered);
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
        Word storage word = _wordOf(vault, payoutId >> 8);
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
            Word storage word = _wordOf(vault, first >> 8);
            if (word.bits & mask != 0) revert PayoutUsed(vault, first);
            word.bits |= mask;
            first += inWord;
        }
    }

    // ---------------------------------------------------------------------------------------- interactions

    /// Calls `claim` with this item just as it was given, and with exactly `gasEach`. What comes back is not copied.
    function _tryClaim(Payout calldata payout, bytes calldata signature, uint256 gasEach) private returns (bool ok) {
        uint256 needed = gasEach + CALL_GAS;
        uint256 given;
        bytes4 selector = IDrawbridge.claim.selector;
        assembly ("memory-safe") {
            let start := mload(0x40)
            mstore(start, selector)
            calldatacopy(add(start, 0x04), payout, 0x100)
            mstore(add(start, 0x104), 0x120)
            mstore(add(start, 0x124), signature.length)
            calldatacopy(add(start, 0x144), signature.offset, signature.length)
            given := gas()
            given := sub(given, shr(6, given)) // a call gets at most 63/64 of what is left
            if iszero(lt(given, needed)) {
                ok := call(gasEach, address(), 0, start, add(0x144, signature.length), 0, 0)
                given := needed
            }
        }
        if (given < needed) revert GasTooLittle(given, needed);
    }

    /// Needs no guard: nothing is read or written after the first transfer, and a re-entering token finds the id used.
    function _pay(Payout calldata payout, bytes32 structHash, address recipient, bytes calldata signature) private {
        (address vault, address token, address collector) = _partiesOf(payout);
        (uint256 amount, uint256 fee) = (payout.amount, payout.fee);
        (Signer storage entry, uint256 packed, address signer) = _authorise(vault, token, structHash, signature);
        if (packed != 0) entry.packed = _spend(packed, signer, amount, fee);

        _use(vault, payout.payoutId);

        unchecked {
            IERC20(token).safeTransferFrom(vault, recipient, amount - fee);
        }
        if (fee != 0) IERC20(token).safeTransferFrom(vault, collector, fee);
        emit PayoutClaimed(payout.payoutId, vault, recipient, token, amount, fee);
    }

    function _payOrder(Order calldata order, uint256[] calldata items) private returns (uint256 paid) {
        _checkDeadline(order.deadline);
        if (items.length == 0) revert OrderEmpty();
        (address vault, address token, address collector, uint256 fee) =
            (order.vault, order.token, order.feeCollector, order.fee);
        _checkCollector(collector);
        _useRange(vault, order.firstId, items.length);

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
        if (paid < order.minimum) revert BelowMinimum(paid, order.minimum);
        uint256 fees = fee * payments;
        if (fees != 0) IERC20(token).safeTransferFrom(vault, collector, fees);
        emit OrderExecuted(order.firstId, vault, token, items.length, paid, fees);
    }
}
