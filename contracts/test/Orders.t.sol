// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {stdError} from "forge-std/StdError.sol";
import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Base} from "./Base.sol";
import {PlainToken} from "./tokens/PlainToken.sol";
import {BlockingToken, ReenteringToken} from "./tokens/HostileTokens.sol";

contract OrdersTest is Base {
    function test_push_pays_items_and_fees() public {
        vm.expectEmit(address(bridge));
        emit IDrawbridge.OrderExecuted(10, vault, address(token), 3, 3 * AMOUNT, 3 * FEE);
        push(signerKey, orderOf(10), itemsOf(3));
        for (uint256 i; i < 3; ++i) {
            assertEq(token.balanceOf(itemRecipient(i)), AMOUNT - FEE);
        }
        assertEq(token.balanceOf(collector), 3 * FEE);
        assertEq(token.balanceOf(vault), FUNDS - 3 * AMOUNT);
        assertEq(token.balanceOf(address(bridge)), 0);
    }

    function test_push_by_contract_vault() public {
        IDrawbridge.Order memory order = orderOf(0);
        (order.vault, order.fee) = (contractVault(), uint256(CEILING) + 1);
        uint256[] memory items = itemsOf(2);
        items[0] = itemOf(recipient, CAPACITY * 2);
        push(vaultKey, order, items);
        assertEq(token.balanceOf(recipient), uint256(CAPACITY) * 2 - order.fee);
    }

    function test_push_refuses_the_vaults_own_key() public {
        bytes memory signature = sign(vaultKey, digestOf(orderOf(0), itemsOf(2)));
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, vault));
        bridge.push(orderOf(0), itemsOf(2), signature);
    }

    function test_push_charges_what_was_paid() public {
        blockingToken().block_(itemRecipient(1), true);
        push(signerKey, orderOf(0), itemsOf(3));
        assertSpent(2 * AMOUNT);
    }

    function test_push_refuses_a_signer_revoked_meanwhile() public {
        ReenteringToken reentering = new ReenteringToken();
        reentering.mint(vault, FUNDS);
        prepare(address(reentering));
        token = PlainToken(address(reentering));
        vm.prank(vault);
        bridge.setGuardian(address(reentering));
        reentering.arm(address(bridge), abi.encodeCall(bridge.revokeSigner, (vault, signer, toList(address(token)))));
        expectPushRefused(orderOf(0), itemsOf(2), abi.encodeWithSelector(IDrawbridge.SignerExpired.selector, signer, 0));
    }

    function test_push_and_a_claim_within_it_share_the_capacity() public {
        ReenteringToken reentering = new ReenteringToken();
        reentering.mint(vault, FUNDS);
        prepare(address(reentering));
        token = PlainToken(address(reentering));
        IDrawbridge.Payout memory payout = payoutOf(9);
        payout.amount = CAPACITY - 2 * AMOUNT - AMOUNT / 2;
        bytes memory signature = sign(signerKey, payout);
        reentering.arm(address(bridge), abi.encodeCall(bridge.claim, (payout, signature)));
        // Two items fit beside the claim, three do not.
        uint256 state = vm.snapshotState();
        push(signerKey, orderOf(0), itemsOf(2));
        assertTrue(reentering.succeeded());
        assertLe(availableToSigner(), AMOUNT / 2);
        vm.revertToState(state);
        bytes memory push3 = sign(signerKey, digestOf(orderOf(0), itemsOf(3)));
        vm.expectPartialRevert(IDrawbridge.OverCapacity.selector);
        bridge.push(orderOf(0), itemsOf(3), push3);
    }

    function test_push_counts_against_capacity() public {
        uint256[] memory items = itemsOf(2);
        items[0] = itemOf(recipient, CAPACITY);
        uint256 total = CAPACITY + AMOUNT;
        expectPushRefused(orderOf(0), items, abi.encodeWithSelector(IDrawbridge.OverCapacity.selector, total, CAPACITY));
        push(signerKey, orderOf(0), itemsOf(2));
        assertSpent(2 * AMOUNT);
    }

    function test_push_refuses_fee_above_ceiling() public {
        IDrawbridge.Order memory order = orderOf(0);
        order.fee = uint256(CEILING) + 1;
        expectPushRefused(
            order, itemsOf(2), abi.encodeWithSelector(IDrawbridge.FeeAboveCeiling.selector, order.fee, CEILING)
        );
    }

    function test_push_refuses_changed_items() public {
        IDrawbridge.Order memory order = orderOf(0);
        uint256[] memory items = itemsOf(2);
        bytes memory signature = sign(signerKey, digestOf(order, items));
        items[1] += 1;
        vm.expectPartialRevert(IDrawbridge.NotAuthorised.selector);
        bridge.push(order, items, signature);
    }

    function test_push_refuses_stranger() public {
        bytes memory signature = sign(strangerKey, digestOf(orderOf(0), itemsOf(2)));
        vm.expectPartialRevert(IDrawbridge.NotAuthorised.selector);
        bridge.push(orderOf(0), itemsOf(2), signature);
    }

    function test_push_refuses_replay() public {
        push(signerKey, orderOf(0), itemsOf(2));
        expectPushRefused(orderOf(0), itemsOf(2), abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, 0));
    }

    function test_disperse_pays_from_caller() public {
        vm.expectEmit(address(bridge));
        emit IDrawbridge.OrderExecuted(5, vault, address(token), 4, 4 * AMOUNT, 4 * FEE);
        disperse(orderOf(5), itemsOf(4));
        assertEq(token.balanceOf(itemRecipient(3)), AMOUNT - FEE);
        assertEq(token.balanceOf(collector), 4 * FEE);
        assertEq(availableToSigner(), CAPACITY);
    }

    function test_disperse_refuses_another_vault() public {
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotVault.selector, vault, relayer));
        vm.prank(relayer);
        bridge.disperse(orderOf(0), itemsOf(1));
    }

    function test_disperse_refuses_replay() public {
        disperse(orderOf(0), itemsOf(2));
        expectDisperseRefused(orderOf(0), itemsOf(2), abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, 0));
    }

    function test_uses_exactly_its_ids() public {
        claimBy(signerKey, payoutOf(3));
        disperse(orderOf(250), itemsOf(300));
        assertEq(bridge.used(vault, 0), uint256(63) << 250 | 8);
        assertEq(bridge.used(vault, 1), type(uint256).max);
        assertEq(bridge.used(vault, 2), (1 << 38) - 1);
        assertEq(bridge.used(vault, 3), 0);
    }

    function test_one_used_id_refuses_the_order() public {
        claimBy(signerKey, payoutOf(300));
        // The error names the first id in the word of the used one.
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, 256);
        expectDisperseRefused(orderOf(250), itemsOf(60), expected);
        assertEq(bridge.used(vault, 0), 0);
    }

    function test_claim_refuses_an_items_id() public {
        push(signerKey, orderOf(10), itemsOf(3));
        assertRefused(signerKey, payoutOf(11), abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, 11));
    }

    function test_refuses_ids_beyond_the_last() public {
        expectDisperseRefused(orderOf(type(uint256).max), itemsOf(2), stdError.arithmeticError);
    }

    function test_skips_and_logs_failing_items() public {
        BlockingToken blocking = blockingToken();
        blocking.block_(itemRecipient(1), true);
        vm.expectEmit(address(bridge));
        emit IDrawbridge.PayoutFailed(11, vault, itemRecipient(1), address(token), AMOUNT);
        vm.expectEmit(address(bridge));
        emit IDrawbridge.OrderExecuted(10, vault, address(token), 3, 2 * AMOUNT, 2 * FEE);
        disperse(orderOf(10), itemsOf(3));
        assertEq(token.balanceOf(itemRecipient(2)), AMOUNT - FEE);
        assertEq(token.balanceOf(vault), FUNDS - 2 * AMOUNT);
        assertTrue(bridge.isUsed(vault, 11));
    }

    function test_refuses_order_that_pays_nobody() public {
        vm.prank(vault);
        token.approve(address(bridge), 0);
        expectPushRefused(orderOf(10), itemsOf(3), abi.encodeWithSelector(IDrawbridge.NothingPaid.selector));
        assertEq(bridge.used(vault, 0), 0);
        assertEq(availableToSigner(), CAPACITY);
    }

    function test_refuses_less_than_the_minimum() public {
        vm.prank(vault);
        token.approve(address(bridge), 2 * AMOUNT);
        IDrawbridge.Order memory order = orderOf(10);
        order.minimum = 2 * AMOUNT + 1;
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.BelowMinimum.selector, 2 * AMOUNT, 2 * AMOUNT + 1);
        expectPushRefused(order, itemsOf(3), expected);
        expectDisperseRefused(order, itemsOf(3), expected);
        assertEq(bridge.used(vault, 0), 0);
        assertEq(availableToSigner(), CAPACITY);
        order.minimum = 2 * AMOUNT;
        push(signerKey, order, itemsOf(3));
        assertSpent(2 * AMOUNT);
    }

    function test_all_or_none() public {
        BlockingToken blocking = blockingToken();
        blocking.block_(itemRecipient(2), true);
        IDrawbridge.Order memory order = orderOf(10);
        order.minimum = 3 * AMOUNT;
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.BelowMinimum.selector, 2 * AMOUNT, 3 * AMOUNT);
        expectPushRefused(order, itemsOf(3), expected);
        blocking.block_(itemRecipient(2), false);
        push(signerKey, order, itemsOf(3));
    }

    function test_refuses_passed_deadline() public {
        IDrawbridge.Order memory order = orderOf(0);
        vm.warp(order.deadline);
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.DeadlinePassed.selector, order.deadline);
        disperse(order, itemsOf(1));
        vm.warp(order.deadline + 1);
        order.firstId = 1;
        expectPushRefused(order, itemsOf(1), expected);
        expectDisperseRefused(order, itemsOf(1), expected);
    }

    function test_refuses_empty_order() public {
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.OrderEmpty.selector);
        expectPushRefused(orderOf(0), itemsOf(0), expected);
        expectDisperseRefused(orderOf(0), itemsOf(0), expected);
    }

    function test_refuses_recipients() public {
        address[4] memory refused = [address(0), vault, address(token), address(bridge)];
        for (uint256 i; i < refused.length; ++i) {
            uint256[] memory items = itemsOf(2);
            items[1] = itemOf(refused[i], uint96(AMOUNT));
            bytes memory expected = abi.encodeWithSelector(IDrawbridge.RecipientRefused.selector, refused[i]);
            expectDisperseRefused(orderOf(0), items, expected);
        }
    }

    function test_refuses_fee_not_below_amount() public {
        uint256[] memory items = itemsOf(2);
        items[1] = itemOf(recipient, uint96(FEE));
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.FeeNotBelowAmount.selector, FEE, FEE);
        expectDisperseRefused(orderOf(0), items, expected);
    }

    function test_refuses_itself_as_collector() public {
        IDrawbridge.Order memory order = orderOf(0);
        order.feeCollector = address(bridge);
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.CollectorRefused.selector, address(bridge));
        expectPushRefused(order, itemsOf(2), expected);
        expectDisperseRefused(order, itemsOf(2), expected);
    }

    function test_pays_without_fee() public {
        IDrawbridge.Order memory order = orderOf(0);
        (order.fee, order.feeCollector) = (0, address(0));
        disperse(order, itemsOf(2));
        assertEq(token.balanceOf(itemRecipient(0)), AMOUNT);
    }

    function test_blocked_collector_fails_the_order() public {
        blockingToken().block_(collector, true);
        bytes memory expected = abi.encodeWithSelector(BlockingToken.Blocked.selector, collector);
        expectPushRefused(orderOf(0), itemsOf(2), expected);
        IDrawbridge.Order memory order = orderOf(0);
        order.feeCollector = makeAddr("another collector");
        push(signerKey, order, itemsOf(2));
    }

    function blockingToken() private returns (BlockingToken blocking) {
        blocking = new BlockingToken();
        blocking.mint(vault, FUNDS);
        prepare(address(blocking));
        token = PlainToken(address(blocking));
    }

    function push(uint256 key, IDrawbridge.Order memory order, uint256[] memory items) private {
        bytes memory signature = sign(key, digestOf(order, items));
        vm.prank(relayer);
        bridge.push(order, items, signature);
    }

    function disperse(IDrawbridge.Order memory order, uint256[] memory items) private {
        vm.prank(vault);
        bridge.disperse(order, items);
    }

    function expectPushRefused(IDrawbridge.Order memory order, uint256[] memory items, bytes memory expected) private {
        bytes memory signature = sign(signerKey, digestOf(order, items));
        uint256 before = token.balanceOf(vault);
        vm.expectRevert(expected);
        bridge.push(order, items, signature);
        assertEq(token.balanceOf(vault), before);
    }

    function expectDisperseRefused(IDrawbridge.Order memory order, uint256[] memory items, bytes memory expected)
        private
    {
        uint256 before = token.balanceOf(vault);
        vm.expectRevert(expected);
        vm.prank(vault);
        bridge.disperse(order, items);
        assertEq(token.balanceOf(vault), before);
    }
}

/// The same cases with a token of 18 decimals: amounts beyond 2^64, limits beyond 2^88.
contract OrdersOf18DecimalsTest is OrdersTest {
    function scale() internal pure override returns (uint256) {
        return 1e15;
    }
}
