// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IDrawbridge} from "../src/IDrawbridge.sol";
import {TestUsdt} from "../src/testing/TestUsdt.sol";
import {Base} from "./Base.sol";
import {
    BlockingToken,
    BombToken,
    BurningWallet,
    FalseToken,
    FeeOnTransferToken,
    ReenteringToken
} from "./tokens/HostileTokens.sol";
import {PlainToken} from "./tokens/PlainToken.sol";

contract HostileTokensTest is Base {
    function test_no_return_value_pays() public {
        TestUsdt usdt = TestUsdt(deployCommitted("testUsdt"));
        usdt.mint(vault, FUNDS);
        use(address(usdt));
        claimBy(signerKey, payoutOf(1));
        vm.prank(vault);
        bridge.disperse(orderOf(2), itemsOf(2));
        assertEq(usdt.balanceOf(recipient), AMOUNT - FEE);
        assertEq(usdt.balanceOf(itemRecipient(1)), AMOUNT - FEE);
        assertEq(usdt.balanceOf(collector), 3 * FEE);
    }

    function test_false_fails_the_claim() public {
        address bad = address(new FalseToken());
        prepare(bad);
        expectClaimRefused(bad, abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, bad));
    }

    function test_false_fails_the_order() public {
        token = PlainToken(address(new FalseToken()));
        vm.expectRevert(IDrawbridge.NothingPaid.selector);
        vm.prank(vault);
        bridge.disperse(orderOf(2), itemsOf(2));
    }

    function test_no_code_fails_the_claim() public {
        address bad = makeAddr("no code");
        vm.prank(vault);
        bridge.setSigner(signer, bad, CAPACITY, CEILING, EXPIRY);
        expectClaimRefused(bad, abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, bad));
    }

    function test_fee_on_transfer_costs_the_vault_no_more() public {
        FeeOnTransferToken taking = new FeeOnTransferToken();
        taking.mint(vault, FUNDS);
        use(address(taking));
        claimBy(signerKey, payoutOf(1));
        assertEq(taking.balanceOf(vault), FUNDS - AMOUNT);
        assertEq(taking.balanceOf(recipient), (AMOUNT - FEE) * 99 / 100);
        assertEq(taking.balanceOf(address(bridge)), 0);
    }

    function test_blocked_recipient_stays_payable() public {
        BlockingToken blocking = blockingToken();
        blocking.block_(recipient, true);
        assertRefused(signerKey, payoutOf(1), abi.encodeWithSelector(BlockingToken.Blocked.selector, recipient));
        blocking.block_(recipient, false);
        claimBy(signerKey, payoutOf(1));
    }

    function test_blocked_collector_is_replaced() public {
        blockingToken().block_(collector, true);
        IDrawbridge.Payout memory payout = payoutOf(1);
        assertRefused(signerKey, payout, abi.encodeWithSelector(BlockingToken.Blocked.selector, collector));
        payout.feeCollector = makeAddr("another collector");
        claimBy(signerKey, payout);
        assertEq(token.balanceOf(payout.feeCollector), FEE);
    }

    function test_reentering_claim_finds_the_id_used() public {
        ReenteringToken reentering = reenteringToken();
        IDrawbridge.Payout memory payout = payoutOf(1);
        reentering.arm(address(bridge), abi.encodeCall(bridge.claim, (payout, sign(signerKey, payout))));
        claimBy(signerKey, payout);
        assertReentry(reentering, abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, 1));
        assertEq(reentering.balanceOf(vault), FUNDS - AMOUNT);
        assertSpent(AMOUNT);
    }

    function test_reentering_batch_pays_once() public {
        ReenteringToken reentering = reenteringToken();
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(2);
        bytes memory batch = abi.encodeCall(bridge.claimBatch, (payouts, signatures, GAS_EACH));
        reentering.arm(address(bridge), batch);
        bridge.claimBatch(payouts, signatures, 2_000_000);
        assertTrue(reentering.succeeded());
        assertEq(reentering.balanceOf(vault), FUNDS - 2 * AMOUNT);
        assertEq(reentering.balanceOf(recipient), 2 * (AMOUNT - FEE));
    }

    function test_reentering_order_is_refused() public {
        ReenteringToken reentering = reenteringToken();
        uint256[] memory items = itemsOf(2);
        bytes memory signature = sign(signerKey, digestOf(orderOf(9), items));
        reentering.arm(address(bridge), abi.encodeCall(bridge.push, (orderOf(9), items, signature)));
        vm.prank(vault);
        bridge.disperse(orderOf(1), items);
        assertReentry(
            reentering, abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
        assertEq(reentering.balanceOf(vault), FUNDS - 2 * AMOUNT);
        bridge.push(orderOf(9), items, signature);
    }

    function test_reentering_order_with_claim_of_its_id() public {
        ReenteringToken reentering = reenteringToken();
        IDrawbridge.Payout memory payout = payoutOf(2);
        reentering.arm(address(bridge), abi.encodeCall(bridge.claim, (payout, sign(signerKey, payout))));
        vm.prank(vault);
        bridge.disperse(orderOf(1), itemsOf(2));
        assertReentry(reentering, abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, 2));
    }

    /// Making the error costs 2 million gas, handing it on as much again; then too little is left to copy it once more.
    function test_huge_error_does_not_stop_a_batch() public {
        BombToken bomb = new BombToken(true);
        prepare(address(bomb));
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(2);
        payouts[1].token = address(bomb);
        signatures[1] = sign(signerKey, payouts[1]);
        bridge.claimBatch{gas: 4_750_000}(payouts, signatures, 4_500_000);
        assertEq(bridge.used(vault, 0), 1);
        assertEq(token.balanceOf(recipient), AMOUNT - FEE);
    }

    function test_gas_burners_do_not_stop_fifty() public {
        BombToken bomb = new BombToken(false);
        prepare(address(bomb));
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(50);
        payouts[0].token = address(bomb);
        signatures[0] = sign(signerKey, payouts[0]);
        payouts[20].vault = address(new BurningWallet());
        vm.expectEmit(address(bridge));
        emit IDrawbridge.ClaimSkipped(0, vault);
        bridge.claimBatch{gas: 8_000_000}(payouts, signatures, GAS_EACH);
        assertEq(token.balanceOf(recipient), 48 * (AMOUNT - FEE));
        assertEq(bridge.used(vault, 0), (1 << 50) - 1 - (1 << 20) - 1);
    }

    function batchOf(uint256 count)
        private
        view
        returns (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures)
    {
        payouts = new IDrawbridge.Payout[](count);
        signatures = new bytes[](count);
        for (uint256 i; i < count; ++i) {
            payouts[i] = payoutOf(i);
            signatures[i] = sign(signerKey, payouts[i]);
        }
    }

    function use(address token_) private {
        prepare(token_);
        token = PlainToken(token_);
    }

    function blockingToken() private returns (BlockingToken blocking) {
        blocking = new BlockingToken();
        blocking.mint(vault, FUNDS);
        use(address(blocking));
    }

    function reenteringToken() private returns (ReenteringToken reentering) {
        reentering = new ReenteringToken();
        reentering.mint(vault, FUNDS);
        use(address(reentering));
    }

    function assertReentry(ReenteringToken reentering, bytes memory expected) private view {
        assertTrue(reentering.entered());
        assertFalse(reentering.succeeded());
        assertEq(reentering.answer(), expected);
    }

    function expectClaimRefused(address bad, bytes memory expected) private {
        IDrawbridge.Payout memory payout = payoutOf(1);
        payout.token = bad;
        bytes memory signature = sign(signerKey, payout);
        vm.expectRevert(expected);
        bridge.claim(payout, signature);
        assertFalse(bridge.isUsed(vault, 1));
    }
}
