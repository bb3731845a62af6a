// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Base} from "./Base.sol";

contract FuzzTest is Base {
    /// A signature is worth nothing for any other vault, token, recipient, amount, fee, collector, id, deadline, chain.
    function testFuzz_any_changed_field_is_refused(uint8 field, uint256 change) public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        bytes memory signature = sign(signerKey, payout);
        change = bound(change, 1, 90_000);
        field = uint8(bound(field, 0, 8));
        if (field == 0) payout.vault = address(uint160(payout.vault) ^ uint160(change));
        else if (field == 1) payout.token = address(uint160(payout.token) ^ uint160(change));
        else if (field == 2) payout.recipient = address(uint160(payout.recipient) ^ uint160(change));
        else if (field == 3) payout.amount += change;
        else if (field == 4) payout.fee -= change;
        else if (field == 5) payout.feeCollector = address(uint160(payout.feeCollector) ^ uint160(change));
        else if (field == 6) payout.payoutId += change;
        else if (field == 7) payout.deadline += change;
        else vm.chainId(31337 + change);
        vm.expectPartialRevert(IDrawbridge.NotAuthorised.selector);
        bridge.claim(payout, signature);
    }

    function testFuzz_any_changed_signature_is_refused(uint256 bit, uint256 id) public {
        IDrawbridge.Payout memory payout = payoutOf(id);
        bytes memory signature = sign(signerKey, payout);
        bit = bound(bit, 0, 65 * 8 - 1);
        signature[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        vm.expectPartialRevert(IDrawbridge.NotAuthorised.selector);
        bridge.claim(payout, signature);
    }

    /// Nor is a key's signature: it counts for one recipient of one payout, with the signer's good signature beside it.
    function testFuzz_key_names_one_recipient_of_one_payout(uint8 field, uint256 change) public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        bytes memory keySignature = sign(linkKey, claimDigestOf(payout, recipient));
        address to = recipient;
        change = bound(change, 1, 90_000);
        field = uint8(bound(field, 0, 5));
        if (field == 0) to = address(uint160(to) ^ uint160(change));
        else if (field == 1) payout.amount += change;
        else if (field == 2) payout.fee -= change;
        else if (field == 3) payout.feeCollector = address(uint160(payout.feeCollector) ^ uint160(change));
        else if (field == 4) payout.payoutId += change;
        else payout.deadline += change;
        bytes memory signature = sign(signerKey, digestOf(payout));
        vm.expectPartialRevert(IDrawbridge.NotClaimKey.selector);
        bridge.claimByKey(payout, to, signature, keySignature);
    }

    /// Every id is paid once, and none stands in another's way.
    function testFuzz_each_id_once(uint256 first, uint256 second) public {
        claimBy(signerKey, payoutOf(first));
        assertTrue(bridge.isUsed(vault, first));
        assertEq(bridge.isUsed(vault, second), first == second);
        assertRefused(signerKey, payoutOf(first), usedError(first));
        if (first == second) return;
        claimBy(signerKey, payoutOf(second));
        assertRefused(signerKey, payoutOf(second), usedError(second));
    }

    /// Neighbours are where a bitmap goes wrong.
    function testFuzz_neighbouring_ids_are_apart(uint256 id, uint8 distance) public {
        id = bound(id, 0, type(uint256).max - 256);
        testFuzz_each_id_once(id, id + distance);
    }

    function testFuzz_amounts_add_up(uint256 amount, uint256 fee, uint256 id) public {
        token.mint(vault, type(uint96).max - FUNDS);
        vm.prank(vault);
        bridge.setSigner(signer, address(token), type(uint96).max, type(uint72).max, EXPIRY);
        IDrawbridge.Payout memory payout = payoutOf(id);
        payout.amount = bound(amount, 1, type(uint96).max);
        payout.fee = bound(fee, 0, payout.amount > type(uint72).max ? type(uint72).max : payout.amount - 1);
        claimBy(signerKey, payout);
        assertEq(token.balanceOf(recipient), payout.amount - payout.fee);
        assertEq(token.balanceOf(collector), payout.fee);
        assertEq(token.balanceOf(vault), type(uint96).max - payout.amount);
    }

    /// An order uses its own ids and no other.
    function testFuzz_order_uses_its_ids(uint256 firstId, uint256 count) public {
        count = bound(count, 1, 520);
        firstId = bound(firstId, 0, type(uint256).max - count);
        IDrawbridge.Order memory order = orderOf(firstId);
        order.fee = 0;
        uint256[] memory items = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            items[i] = itemOf(recipient, 1);
        }
        vm.prank(vault);
        bridge.disperse(order, items);
        assertEq(token.balanceOf(recipient), count);
        for (uint256 i; i < count; ++i) {
            assertTrue(bridge.isUsed(vault, firstId + i));
        }
        if (firstId > 0) assertFalse(bridge.isUsed(vault, firstId - 1));
        assertFalse(bridge.isUsed(vault, firstId + count));
    }

    /// With any limits and at any time: in 24 hours never more than twice the capacity, and never above it at
    /// once; and what `signerOf` calls available can be paid.
    function testFuzz_signer_stays_within_capacity(uint96 capacity, uint96[16] memory amounts, uint32[16] memory gaps)
        public
    {
        capacity = uint96(bound(capacity, 1, type(uint96).max / 64));
        token.mint(vault, type(uint96).max);
        vm.prank(vault);
        bridge.setSigner(signer, address(token), capacity, 0, type(uint32).max);
        uint256 end = vm.getBlockTimestamp() + 1 days;
        uint256 paid;
        for (uint256 i; i < amounts.length; ++i) {
            uint256 time = vm.getBlockTimestamp() + bound(gaps[i], 0, 4 hours);
            if (time > end) break;
            vm.warp(time);
            uint256 available = availableToSigner();
            assertLe(available, capacity);
            IDrawbridge.Payout memory payout = payoutOf(i);
            (payout.fee, payout.amount) = (0, bound(amounts[i], 1, uint256(capacity) * 2));
            if (payout.amount <= available) {
                claimBy(signerKey, payout);
                paid += payout.amount;
            } else {
                bytes4 error = IDrawbridge.OverCapacity.selector;
                assertRefused(signerKey, payout, abi.encodeWithSelector(error, payout.amount, available));
            }
        }
        assertLe(paid, uint256(capacity) * 2);
    }

    function testFuzz_revoked_or_expired_signer_pays_nothing(uint256 id, uint256 time, bool revoke) public {
        time = bound(time, revoke ? START : uint256(EXPIRY) + 1, type(uint40).max);
        vm.warp(time);
        if (revoke) {
            vm.prank(guardian);
            bridge.revokeSigner(vault, signer, toList(address(token)));
        }
        bytes memory signature = sign(signerKey, payoutOf(id));
        vm.expectPartialRevert(revoke ? IDrawbridge.NotAuthorised.selector : IDrawbridge.SignerExpired.selector);
        bridge.claim(payoutOf(id), signature);
    }

    function testFuzz_cancel_uses_exactly_the_mask(uint256 word, uint256 mask, uint256 earlier, uint8 bit) public {
        word = bound(word, 0, type(uint256).max >> 8);
        vm.startPrank(vault);
        bridge.cancel(vault, word, earlier);
        bridge.cancel(vault, word, mask);
        vm.stopPrank();
        assertEq(bridge.used(vault, word), earlier | mask);
        uint256 id = word << 8 | bit;
        if ((earlier | mask) >> bit & 1 == 1) assertRefused(signerKey, payoutOf(id), usedError(id));
        else claimBy(signerKey, payoutOf(id));
    }

    function usedError(uint256 id) private view returns (bytes memory) {
        return abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, id);
    }
}
