// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Drawbridge: signed payouts, paid once, straight from the payer's own vault
/// @notice A vault is any address that has approved this contract for a token. The contract has no owner and holds
/// nothing: tokens move from the vault to the recipient, and to the collector of the fee, or not at all.
interface IDrawbridge {
    /// @notice What a signer that the vault named, or a vault that is a contract, signs (EIP-712). Anyone may submit it.
    /// @param amount gross, in the token's base units; the recipient gets `amount - fee`
    /// @param feeCollector who gets the fee; part of what is signed, so that one whom an issuer blocks can be replaced;
    /// never this contract
    /// @param payoutId unique per vault, for ever; bit `payoutId & 255` of word `payoutId >> 8`
    /// @param deadline the last second (Unix time) at which it can be paid
    struct Payout {
        address vault;
        address token;
        address recipient;
        uint256 amount;
        uint256 fee;
        address feeCollector;
        uint256 payoutId;
        uint256 deadline;
    }

    /// @notice What is signed where the recipient is not known yet: `claimKey` names it later, by its own signature of
    /// `Claim(bytes32 payout,address recipient)` with the struct hash of this as `payout`. The signer of this cannot pay
    /// anybody without the key, and the key pays nobody without this.
    /// @param claimKey address of a key, such as one inside a link, or a contract that judges by ERC-1271; never the
    /// vault, the token or this contract
    struct KeyPayout {
        address vault;
        address token;
        address claimKey;
        uint256 amount;
        uint256 fee;
        address feeCollector;
        uint256 payoutId;
        uint256 deadline;
    }

    /// @notice Many payouts of one vault and token under one signature, or none when the vault itself sends it.
    /// @param fee of each item
    /// @param firstId the items use `firstId`, `firstId + 1`, … in their order
    /// @param minimum the least, gross, that must be paid at once, or nothing is: the sum of all items for all or none
    struct Order {
        address vault;
        address token;
        uint256 fee;
        address feeCollector;
        uint256 firstId;
        uint256 minimum;
        uint256 deadline;
    }

    event PayoutClaimed(
        uint256 indexed payoutId,
        address indexed vault,
        address indexed recipient,
        address token,
        uint256 amount,
        uint256 fee
    );
    /// @notice One item of an order could not be paid. Its id is used up: pay it again under a new one.
    event PayoutFailed(
        uint256 indexed payoutId, address indexed vault, address indexed recipient, address token, uint256 amount
    );
    /// @notice One per order. `paid` is gross and counts only the items that were paid; each has a `Transfer` log.
    event OrderExecuted(
        uint256 indexed firstId, address indexed vault, address indexed token, uint256 count, uint256 paid, uint256 fees
    );
    /// @notice A claim inside a batch was refused and changed nothing. Anyone can cause this event for any id.
    event ClaimSkipped(uint256 indexed payoutId, address indexed vault);
    event PayoutsCancelled(address indexed vault, uint256 indexed word, uint256 mask);
    event SignerSet(
        address indexed vault,
        address indexed signer,
        address indexed token,
        uint256 capacity,
        uint256 feeCeiling,
        uint256 expiry
    );
    event SignerRevoked(address indexed vault, address indexed signer, address indexed token);
    event GuardianSet(address indexed vault, address indexed guardian);

    error DeadlinePassed(uint256 deadline);
    /// For an order, `payoutId` is the first id that it uses in the word where one is taken.
    error PayoutUsed(address vault, uint256 payoutId);
    error RecipientRefused(address recipient);
    error CollectorRefused(address collector);
    error FeeNotBelowAmount(uint256 fee, uint256 amount);
    error FeeAboveCeiling(uint256 fee, uint256 ceiling);
    error NotAuthorised(address vault, address recovered);
    error NotClaimKey(address claimKey, address recovered);
    error SignerExpired(address signer, uint256 expiry);
    error OverCapacity(uint256 amount, uint256 available);
    error NotVault(address vault, address caller);
    error NotVaultOrGuardian(address vault, address caller);
    error SignerRefused(address signer);
    error CapacityMissing();
    error ExpiryPassed(uint256 expiry);
    error LengthMismatch(uint256 payouts, uint256 signatures);
    error GasTooLittle(uint256 given, uint256 needed);
    error OrderEmpty();
    error NothingPaid();
    error BelowMinimum(uint256 paid, uint256 minimum);

    /// @notice Pays one payout. The signature is a registered signer's, or by ERC-1271 that of a vault with code. The key
    /// of a vault without code signs transactions only: a signature got from it by fraud is worth nothing here.
    function claim(Payout calldata payout, bytes calldata signature) external;

    /// @notice Pays one payout to whom its key names. Both signatures are made for each other: neither counts for another
    /// payout, and a copy of this call pays the same recipient. Ids are those of `claim`, and the event is the same.
    /// @param recipient whom `keySignature` names
    function claimByKey(
        KeyPayout calldata payout,
        address recipient,
        bytes calldata signature,
        bytes calldata keySignature
    ) external;

    /// @notice Pays each payout that can be paid and skips the others, which stay as they were. Used ones are skipped
    /// silently, so that another sender's claim in between fails nothing.
    /// @param gasEach what each claim may use, at least 50,000. A claim that burns it stops no other. When less is left
    /// for one of them, the whole batch is refused, so that none is skipped for want of the submitter's gas.
    function claimBatch(Payout[] calldata payouts, bytes[] calldata signatures, uint256 gasEach) external;

    /// @notice Pays an order signed by a registered signer or, by ERC-1271, by its vault. Items that fail are skipped and
    /// logged; when less than the order's minimum or nothing can be paid, or one of the ids is used, the whole order is
    /// refused and changes nothing. A signer is charged for what was paid.
    /// @param items recipient in the high 160 bits, gross amount in the low 96
    function push(Order calldata order, uint256[] calldata items, bytes calldata signature) external;

    /// @notice Pays an order from the caller's own wallet, which is its vault.
    function disperse(Order calldata order, uint256[] calldata items) external;

    /// @notice Lets `signer` pay out the caller's `token`. Replaces the limits that were set before. What the signer has
    /// used of its day stays used, also after it was revoked: a day half used is half used of the new capacity.
    /// @param capacity gross amount that refills over 24 hours; never more than twice of it leaves in any 24 hours
    /// @param feeCeiling the highest fee of one payout
    /// @param expiry the last second (Unix time) at which the signer's payouts are paid
    function setSigner(address signer, address token, uint96 capacity, uint72 feeCeiling, uint32 expiry) external;

    /// @notice Takes a signer away for the given tokens, at once. By the vault or its guardian.
    function revokeSigner(address vault, address signer, address[] calldata tokens) external;

    /// @notice Names who else may revoke signers and cancel ids of the caller's vault. 0 for nobody.
    function setGuardian(address guardian) external;

    /// @notice Uses up every id of `word` whose bit is set in `mask`, for ever. By the vault or its guardian.
    function cancel(address vault, uint256 word, uint256 mask) external;

    function isUsed(address vault, uint256 payoutId) external view returns (bool);

    /// @notice The 256 ids `word * 256 + bit`: a set bit is paid, failed or cancelled.
    function used(address vault, uint256 word) external view returns (uint256);

    function guardianOf(address vault) external view returns (address);

    /// @notice Limits of a signer, all 0 when it is none. `available` is what it may pay out now.
    function signerOf(address vault, address signer, address token)
        external
        view
        returns (uint256 capacity, uint256 feeCeiling, uint256 expiry, uint256 available);
}
