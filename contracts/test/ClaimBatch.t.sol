// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {stdError} from "forge-std/StdError.sol";
import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Base} from "./Base.sol";
import {PlainToken} from "./tokens/PlainToken.sol";
import {BlockingToken, SlowToken} from "./tokens/HostileTokens.sol";

contract ClaimBatchTest is Base {
    function test_pays_every_claim() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(5);
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        assertEq(token.balanceOf(recipient), 5 * (AMOUNT - FEE));
        assertEq(token.balanceOf(collector), 5 * FEE);
        assertEq(bridge.used(vault, 0), 31);
    }

    function test_pays_across_vaults_and_tokens() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(2);
        PlainToken other = new PlainToken();
        address otherVault = vm.addr(strangerKey);
        other.mint(otherVault, AMOUNT);
        vm.startPrank(otherVault);
        other.approve(address(bridge), AMOUNT);
        bridge.setSigner(signer, address(other), CAPACITY, CEILING, EXPIRY);
        vm.stopPrank();
        (payouts[1].vault, payouts[1].token) = (otherVault, address(other));
        signatures[1] = sign(signerKey, payouts[1]);
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        assertEq(token.balanceOf(recipient), AMOUNT - FEE);
        assertEq(other.balanceOf(recipient), AMOUNT - FEE);
    }

    function test_skips_used_id_silently() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(3);
        bridge.claim(payouts[1], signatures[1]);
        vm.recordLogs();
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        // Two claims with two transfers and one event each.
        assertEq(vm.getRecordedLogs().length, 6);
        assertEq(token.balanceOf(recipient), 3 * (AMOUNT - FEE));
    }

    function test_pays_a_repeated_id_once() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(2);
        (payouts[1], signatures[1]) = (payouts[0], signatures[0]);
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        assertEq(token.balanceOf(vault), FUNDS - AMOUNT);
    }

    function test_failing_claim_stays_payable() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(3);
        BlockingToken blocking = new BlockingToken();
        blocking.mint(vault, FUNDS);
        prepare(address(blocking));
        blocking.block_(recipient, true);
        payouts[1].token = address(blocking);
        signatures[1] = sign(signerKey, payouts[1]);

        vm.expectEmit(address(bridge));
        emit IDrawbridge.ClaimSkipped(1, vault);
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        assertEq(token.balanceOf(recipient), 2 * (AMOUNT - FEE));
        assertEq(bridge.used(vault, 0), 5);
        (,,, uint256 available) = bridge.signerOf(vault, signer, address(blocking));
        assertEq(available, CAPACITY);

        blocking.block_(recipient, false);
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        assertEq(blocking.balanceOf(recipient), AMOUNT - FEE);
    }

    function test_failing_fee_undoes_the_claim() public {
        BlockingToken blocking = new BlockingToken();
        blocking.mint(vault, FUNDS);
        prepare(address(blocking));
        blocking.block_(collector, true);
        token = PlainToken(address(blocking));
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(2);
        payouts[1].feeCollector = makeAddr("another collector");
        signatures[1] = sign(signerKey, payouts[1]);
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        assertEq(blocking.balanceOf(recipient), AMOUNT - FEE);
        assertEq(bridge.used(vault, 0), 2);
    }

    function test_forged_claim_burns_nothing() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(1);
        bytes memory good = signatures[0];
        signatures[0] = sign(strangerKey, payouts[0]);
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        assertFalse(bridge.isUsed(vault, 0));
        bridge.claim(payouts[0], good);
    }

    /// With any gas of the submitter: all three are paid, or the call is refused and nothing changed.
    function test_little_gas_is_refused() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(3);
        bytes memory call = abi.encodeCall(bridge.claimBatch, (payouts, signatures, 100_000));
        uint256 refusals;
        for (uint256 gas = 5_000; gas < 300_000; gas += 1_000) {
            uint256 state = vm.snapshotState();
            (bool ok,) = address(bridge).call{gas: gas}(call);
            assertEq(bridge.used(vault, 0), ok ? 7 : 0);
            assertEq(token.balanceOf(recipient), ok ? 3 * (AMOUNT - FEE) : 0);
            if (!ok) ++refusals;
            vm.revertToState(state);
        }
        assertGt(refusals, 100);
        assertLt(refusals, 290);
    }

    /// The same with a claim that needs all that was promised to it: every unit that is missing would skip it, and the
    /// 64th part that a call leaves behind is enough to go on.
    function test_no_unit_of_the_promised_gas_is_missing() public {
        SlowToken slow = new SlowToken();
        slow.mint(vault, FUNDS);
        prepare(address(slow));
        token = PlainToken(address(slow));
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(1);
        uint256 state = vm.snapshotState();
        // Once for all, so that every slot is as warm in each of the calls below.
        bridge.claimBatch(payouts, signatures, 3_000_000);
        vm.revertToState(state);
        uint256 least = 600_000;
        while (true) {
            bridge.claimBatch(payouts, signatures, least);
            if (bridge.isUsed(vault, 0)) break;
            vm.revertToState(state);
            least += 1_000;
        }
        bytes memory call = abi.encodeCall(bridge.claimBatch, (payouts, signatures, least));
        for (uint256 gas = least; gas < least + 60_000; gas += 1_000) {
            vm.revertToState(state);
            (bool ok,) = address(bridge).call{gas: gas}(call);
            assertEq(bridge.isUsed(vault, 0), ok);
        }
        assertTrue(bridge.isUsed(vault, 0));
    }

    function test_refuses_gas_that_no_claim_can_do_with() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(1);
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.GasTooLittle.selector, 49_999, 50_000));
        bridge.claimBatch(payouts, signatures, 49_999);
    }

    function test_refuses_more_gas_than_there_is() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(1);
        vm.expectPartialRevert(IDrawbridge.GasTooLittle.selector);
        bridge.claimBatch{gas: 1_000_000}(payouts, signatures, 1_000_000);
        vm.expectRevert(stdError.arithmeticError);
        bridge.claimBatch(payouts, signatures, type(uint256).max);
    }

    /// One byte of the second item is wrong: high bits of an address, where its signature lies, or how long it is.
    function test_malformed_item_stops_nothing() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(3);
        bytes memory good = abi.encodeCall(bridge.claimBatch, (payouts, signatures, GAS_EACH));
        uint256 item = 4 + 3 * 32 + 32 + 256;
        uint256 places = item + 2 * 256 + 32;
        uint256 length = places + 3 * 32 + 128;
        uint256[9] memory at =
            [item, item + 11, item + 32, item + 64, item + 160, places + 32, places + 32 + 29, length, length + 29];
        for (uint256 i; i < at.length; ++i) {
            bytes memory bad = bytes.concat(good);
            bad[at[i]] = 0xff;
            uint256 state = vm.snapshotState();
            (bool ok,) = address(bridge).call(bad);
            assertTrue(ok);
            assertEq(bridge.used(vault, 0), 5);
            assertEq(token.balanceOf(recipient), 2 * (AMOUNT - FEE));
            vm.revertToState(state);
        }
    }

    /// So long that its end would lie before its beginning.
    function test_endless_signature_stops_nothing() public {
        (IDrawbridge.Payout[] memory payouts, bytes[] memory signatures) = batchOf(3);
        bytes memory bad = abi.encodeCall(bridge.claimBatch, (payouts, signatures, GAS_EACH));
        uint256 length = 4 + 3 * 32 + 32 + 3 * 256 + 32 + 3 * 32 + 128;
        for (uint256 i; i < 32; ++i) {
            bad[length + i] = 0xff;
        }
        (bool ok,) = address(bridge).call(bad);
        assertTrue(ok);
        assertEq(bridge.used(vault, 0), 5);
    }

    function test_empty_batch() public {
        bridge.claimBatch(new IDrawbridge.Payout[](0), new bytes[](0), GAS_EACH);
    }

    function test_refuses_different_lengths() public {
        (IDrawbridge.Payout[] memory payouts,) = batchOf(2);
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.LengthMismatch.selector, 2, 1));
        bridge.claimBatch(payouts, new bytes[](1), GAS_EACH);
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.LengthMismatch.selector, 2, 3));
        bridge.claimBatch(payouts, new bytes[](3), GAS_EACH);
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
}
