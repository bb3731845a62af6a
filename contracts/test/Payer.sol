// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Base} from "./Base.sol";
import {Wallet1271} from "./Wallet1271.sol";
import {PlainToken} from "./tokens/PlainToken.sol";
import {BlockingToken} from "./tokens/HostileTokens.sol";

/// Makes the calls of the invariant runs. It knows beforehand how each must end, so that nothing fails unseen.
contract Payer is Base {
    uint256 private constant IDS = 1024;
    address[4] public recipients = [address(0xE1), address(0xE2), address(0xE3), address(0xB10C)];
    address private blocked = recipients[3];

    uint256 public calls;
    uint256 public paid;
    uint256 public fees;
    uint256 public timesPaidTwice;
    uint256 public timesRefilled;
    mapping(uint256 word => uint256) public usedBits;
    mapping(uint256 id => bool) private isPaid;
    mapping(string path => uint256) public count;
    uint96 private capacity = CAPACITY;
    uint256[] private signerTimes;
    uint256[] private signerShares;

    /// The vault is a contract, so that it can sign, too.
    constructor() {
        vault = address(new Wallet1271(vm.addr(vaultKey)));
        setUp();
        BlockingToken blocking = new BlockingToken();
        blocking.mint(vault, FUNDS);
        prepare(address(blocking));
        blocking.block_(blocked, true);
        token = PlainToken(address(blocking));
    }

    function claim(uint256 id, uint256 amount, uint256 fee, uint256 to, bool byVault, uint256 gap) external {
        pass(gap);
        IDrawbridge.Payout memory payout = payoutOf(bound(id, 0, IDS - 1));
        payout.amount = bound(amount, 2, uint256(CAPACITY) / 2);
        payout.fee = bound(fee, 0, min(payout.amount - 1, CEILING));
        payout.recipient = recipients[to % 4];
        bytes memory signature = sign(byVault ? vaultKey : signerKey, payout);
        if (isUsed(payout.payoutId)) return refuse("claim used", payout, signature);
        if (payout.recipient == blocked) return refuse("claim blocked", payout, signature);
        if (!byVault && payout.amount > availableToSigner()) return refuse("claim over capacity", payout, signature);
        bridge.claim(payout, signature);
        note(payout.payoutId, payout.amount, payout.fee);
        if (!byVault) noteSigner(payout.amount);
        ++count[byVault ? "claim by vault" : "claim by signer"];
    }

    /// A payout by the key of a link; now and then to another than whom the key names.
    function claimByKey(uint256 id, uint256 amount, uint256 to, bool redirected) external {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(bound(id, 0, IDS - 1));
        payout.amount = bound(amount, FEE + 1, uint256(CAPACITY) / 4);
        address named = recipients[to % 4];
        address paidTo = redirected ? recipients[(to % 4 + 1) % 4] : named;
        bytes memory signature = sign(signerKey, digestOf(payout));
        bytes memory keySignature = sign(linkKey, claimDigestOf(payout, named));
        bool tooMuch = payout.amount > availableToSigner();
        bool refused = redirected || isUsed(payout.payoutId) || named == blocked || tooMuch;
        if (refused) vm.expectRevert();
        bridge.claimByKey(payout, paidTo, signature, keySignature);
        ++count[refused ? "claim by key refused" : "claim by key"];
        if (refused) return;
        note(payout.payoutId, payout.amount, FEE);
        noteSigner(payout.amount);
    }

    function claimBatch(uint256 firstId, uint256 amount, uint256 to) external {
        firstId = bound(firstId, 0, IDS - 5);
        IDrawbridge.Payout[] memory payouts = new IDrawbridge.Payout[](5);
        bytes[] memory signatures = new bytes[](5);
        for (uint256 i; i < 5; ++i) {
            // The last id comes twice, to another recipient.
            payouts[i] = payoutOf(firstId + min(i, 3));
            (payouts[i].amount, payouts[i].fee) = (bound(amount, 10, 1e9), i);
            payouts[i].recipient = recipients[(to % 4 + i) % 4];
            signatures[i] = sign(vaultKey, payouts[i]);
        }
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        for (uint256 i; i < 5; ++i) {
            if (isUsed(payouts[i].payoutId) || payouts[i].recipient == blocked) continue;
            note(payouts[i].payoutId, payouts[i].amount, payouts[i].fee);
            ++count["batch"];
        }
    }

    function order(uint256 firstId, uint256 size, uint256 amount, uint256 to, bool byVault, uint256 gap) external {
        pass(gap);
        IDrawbridge.Order memory o = orderOf(bound(firstId, 0, IDS - 20));
        uint256[] memory items = new uint256[](bound(size, 1, 20));
        amount = bound(amount, FEE + 1, 1e10);
        uint256 good;
        uint256 taken;
        for (uint256 i; i < items.length; ++i) {
            items[i] = itemOf(recipients[(to % 4 + i) % 4], uint96(amount));
            if (recipients[(to % 4 + i) % 4] != blocked) ++good;
            if (isUsed(o.firstId + i)) ++taken;
        }
        o.minimum = to / 4 % 3 == 0 ? amount * items.length * (to % 101) / 100 : 0;
        bool tooMuch = !byVault && amount * good > availableToSigner();
        bytes memory signature = sign(signerKey, digestOf(o, items));
        bool refused = taken > 0 || good == 0 || amount * good < o.minimum || tooMuch;
        if (refused) vm.expectRevert();
        if (byVault) {
            vm.prank(vault);
            bridge.disperse(o, items);
        } else {
            bridge.push(o, items, signature);
        }
        if (refused) {
            ++count["order refused"];
            return;
        }
        for (uint256 i; i < items.length; ++i) {
            if (recipients[(to % 4 + i) % 4] != blocked) note(o.firstId + i, amount, FEE);
            else use(o.firstId + i);
        }
        if (!byVault) noteSigner(amount * good);
        ++count[byVault ? "disperse" : "push"];
    }

    /// Other limits for the same signer, now and then after it was revoked.
    function setSigner(uint256 newCapacity, bool revokeFirst, uint256 gap) external {
        pass(gap);
        uint96 before = capacity;
        uint256 availableBefore = availableToSigner();
        capacity = uint96(bound(newCapacity, CAPACITY / 4, uint256(CAPACITY) * 2));
        vm.startPrank(vault);
        if (revokeFirst) bridge.revokeSigner(vault, signer, toList(address(token)));
        bridge.setSigner(signer, address(token), capacity, CEILING, type(uint32).max);
        vm.stopPrank();
        if (availableToSigner() * before > (availableBefore + 1) * capacity) ++timesRefilled;
        ++count[revokeFirst ? "signer revoked and set" : "signer set"];
    }

    function cancel(uint256 word, uint256 mask) external {
        word = bound(word, 0, IDS / 256 - 1);
        mask &= mask >> 3 & mask >> 7 & mask >> 11;
        vm.prank(guardian);
        bridge.cancel(vault, word, mask);
        usedBits[word] |= mask;
        ++count["cancel"];
    }

    function forge(uint256 id, uint256 amount) external {
        IDrawbridge.Payout memory payout = payoutOf(bound(id, 0, IDS - 1));
        payout.amount = bound(amount, FEE + 1, FUNDS);
        refuse("forged", payout, sign(strangerKey, payout));
    }

    /// What the signer paid in the 24 hours that end now, each payment as a share (1e18 is all) of its capacity then.
    function signerPaidToday() external view returns (uint256 sum) {
        for (uint256 i; i < signerTimes.length; ++i) {
            if (signerTimes[i] + 1 days > vm.getBlockTimestamp()) sum += signerShares[i];
        }
    }

    function parties() external view returns (IDrawbridge, PlainToken, address, address) {
        return (bridge, token, vault, collector);
    }

    function refuse(string memory path, IDrawbridge.Payout memory payout, bytes memory signature) private {
        vm.expectRevert();
        bridge.claim(payout, signature);
        ++count[path];
    }

    function note(uint256 id, uint256 amount, uint256 fee) private {
        if (isPaid[id]) ++timesPaidTwice;
        isPaid[id] = true;
        use(id);
        paid += amount;
        fees += fee;
    }

    function noteSigner(uint256 amount) private {
        signerTimes.push(vm.getBlockTimestamp());
        signerShares.push(amount * 1e18 / capacity);
    }

    function use(uint256 id) private {
        usedBits[id >> 8] |= 1 << (id & 255);
    }

    function isUsed(uint256 id) private view returns (bool) {
        return usedBits[id >> 8] >> (id & 255) & 1 == 1;
    }

    function pass(uint256 gap) private {
        ++calls;
        vm.warp(vm.getBlockTimestamp() + bound(gap, 0, 4 hours));
    }

    function min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
