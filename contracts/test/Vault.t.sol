// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Base} from "./Base.sol";

contract VaultTest is Base {
    address private other = makeAddr("other");

    function test_set_signer_names_it_for_caller_and_token() public {
        vm.expectEmit(address(bridge));
        emit IDrawbridge.SignerSet(other, signer, address(token), 1, 2, START + 3);
        vm.prank(other);
        bridge.setSigner(signer, address(token), 1, 2, uint32(START + 3));
        assertSigner(other, signer, address(token), 1, 2, START + 3, 1);
        assertSigner(vault, signer, address(token), CAPACITY, CEILING, EXPIRY, CAPACITY);
        assertSigner(other, signer, recipient, 0, 0, 0, 0);
        assertSigner(other, relayer, address(token), 0, 0, 0, 0);
    }

    function test_set_signer_keeps_largest_limits() public {
        vm.prank(other);
        bridge.setSigner(signer, address(token), type(uint96).max, type(uint72).max, type(uint32).max);
        assertSigner(
            other, signer, address(token), type(uint96).max, type(uint72).max, type(uint32).max, type(uint96).max
        );
    }

    function test_set_signer_again_keeps_the_level() public {
        IDrawbridge.Payout memory payout = payoutOf(1);
        payout.amount = CAPACITY / 4;
        claimBy(signerKey, payout);
        vm.prank(vault);
        bridge.setSigner(signer, address(token), CAPACITY / 2, CEILING / 2, EXPIRY + 1);
        uint96 rest = CAPACITY / 2 / 4 * 3;
        assertSigner(vault, signer, address(token), CAPACITY / 2, CEILING / 2, EXPIRY + 1, rest);
        vm.prank(vault);
        bridge.setSigner(signer, address(token), CAPACITY * 2, CEILING, EXPIRY);
        assertSigner(vault, signer, address(token), CAPACITY * 2, CEILING, EXPIRY, CAPACITY * 2 / 4 * 3);
    }

    function test_lowering_makes_nothing_available() public {
        IDrawbridge.Payout memory payout = payoutOf(1);
        payout.amount = CAPACITY;
        claimBy(signerKey, payout);
        vm.prank(vault);
        bridge.setSigner(signer, address(token), CAPACITY / 2, CEILING, EXPIRY);
        assertEq(availableToSigner(), 0);
        assertRefused(signerKey, payoutOf(2), abi.encodeWithSelector(IDrawbridge.OverCapacity.selector, AMOUNT, 0));
    }

    function test_revoking_keeps_the_level() public {
        IDrawbridge.Payout memory payout = payoutOf(1);
        payout.amount = CAPACITY;
        claimBy(signerKey, payout);
        vm.startPrank(vault);
        bridge.revokeSigner(vault, signer, toList(address(token)));
        assertSigner(vault, signer, address(token), 0, 0, 0, 0);
        bridge.setSigner(signer, address(token), CAPACITY, CEILING, EXPIRY);
        vm.stopPrank();
        assertEq(availableToSigner(), 0);
        vm.warp(START + 12 hours);
        assertEq(availableToSigner(), CAPACITY / 2);
    }

    function test_expiry_of_this_second_is_accepted_and_counts() public {
        vm.prank(other);
        bridge.setSigner(signer, address(token), CAPACITY, CEILING, uint32(START));
        assertSigner(other, signer, address(token), CAPACITY, CEILING, START, CAPACITY);
        vm.warp(START + 1);
        assertSigner(other, signer, address(token), CAPACITY, CEILING, START, 0);
    }

    function test_set_signer_refuses_zero_and_self() public {
        vm.startPrank(vault);
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.SignerRefused.selector, address(0)));
        bridge.setSigner(address(0), address(token), 1, 1, EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.SignerRefused.selector, vault));
        bridge.setSigner(vault, address(token), 1, 1, EXPIRY);
    }

    function test_set_signer_refuses_no_capacity() public {
        vm.expectRevert(IDrawbridge.CapacityMissing.selector);
        vm.prank(vault);
        bridge.setSigner(signer, address(token), 0, 1, EXPIRY);
    }

    function test_set_signer_refuses_passed_expiry() public {
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.ExpiryPassed.selector, START - 1));
        vm.prank(vault);
        bridge.setSigner(signer, address(token), 1, 1, uint32(START - 1));
    }

    function test_vault_revokes() public {
        revokeBy(vault);
    }

    function test_guardian_revokes() public {
        revokeBy(guardian);
    }

    function test_revoke_refuses_others() public {
        address[3] memory others = [relayer, signer, other];
        for (uint256 i; i < others.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotVaultOrGuardian.selector, vault, others[i]));
            vm.prank(others[i]);
            bridge.revokeSigner(vault, signer, toList(address(token)));
        }
    }

    function test_revoking_nobody() public {
        vm.startPrank(vault);
        bridge.revokeSigner(vault, relayer, toList(address(token)));
        bridge.revokeSigner(vault, signer, new address[](0));
        vm.stopPrank();
        claimBy(signerKey, payoutOf(1));
    }

    function test_set_guardian() public {
        assertEq(bridge.guardianOf(vault), guardian);
        vm.expectEmit(address(bridge));
        emit IDrawbridge.GuardianSet(vault, address(0));
        vm.prank(vault);
        bridge.setGuardian(address(0));
        assertEq(bridge.guardianOf(vault), address(0));
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotVaultOrGuardian.selector, vault, guardian));
        vm.prank(guardian);
        bridge.cancel(vault, 0, 1);
    }

    function test_guardian_can_only_take_away() public {
        vm.startPrank(guardian);
        bridge.setGuardian(other);
        bridge.setSigner(other, address(token), 1, 1, EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotVault.selector, vault, guardian));
        bridge.disperse(orderOf(0), itemsOf(1));
        vm.stopPrank();
        assertEq(bridge.guardianOf(vault), guardian);
        assertSigner(vault, other, address(token), 0, 0, 0, 0);
        (, uint256 guardianKey) = makeAddrAndKey("guardian");
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, guardian);
        assertRefused(guardianKey, payoutOf(1), expected);
    }

    function test_vault_cancels() public {
        cancelBy(vault);
    }

    function test_guardian_cancels() public {
        cancelBy(guardian);
    }

    function test_cancel_refuses_others() public {
        address[3] memory others = [relayer, signer, other];
        for (uint256 i; i < others.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotVaultOrGuardian.selector, vault, others[i]));
            vm.prank(others[i]);
            bridge.cancel(vault, 0, 1);
        }
    }

    function test_cancel_never_frees() public {
        claimBy(signerKey, payoutOf(1));
        vm.startPrank(vault);
        bridge.cancel(vault, 0, 0);
        bridge.cancel(vault, 0, 2);
        bridge.cancel(vault, 0, 4);
        vm.stopPrank();
        assertEq(bridge.used(vault, 0), 6);
    }

    function revokeBy(address caller) private {
        address second = makeAddr("second token");
        claimBy(signerKey, payoutOf(2));
        vm.prank(vault);
        bridge.setSigner(signer, second, CAPACITY, CEILING, EXPIRY);
        address[] memory tokens = new address[](2);
        (tokens[0], tokens[1]) = (address(token), second);

        vm.expectEmit(address(bridge));
        emit IDrawbridge.SignerRevoked(vault, signer, address(token));
        vm.expectEmit(address(bridge));
        emit IDrawbridge.SignerRevoked(vault, signer, second);
        vm.prank(caller);
        bridge.revokeSigner(vault, signer, tokens);
        assertSigner(vault, signer, address(token), 0, 0, 0, 0);
        assertSigner(vault, signer, second, 0, 0, 0, 0);
        assertRefused(signerKey, payoutOf(1), abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, signer));
    }

    function test_cancel_tells_the_mask_alone() public {
        claimBy(signerKey, payoutOf(1));
        vm.expectEmit(address(bridge));
        emit IDrawbridge.PayoutsCancelled(vault, 0, 4);
        vm.prank(vault);
        bridge.cancel(vault, 0, 4);
        assertEq(bridge.used(vault, 0), 6);
    }

    function cancelBy(address caller) private {
        uint256 mask = 1 << 255 | 1 << 3 | 1;
        vm.expectEmit(address(bridge));
        emit IDrawbridge.PayoutsCancelled(vault, 9, mask);
        vm.prank(caller);
        bridge.cancel(vault, 9, mask);
        assertEq(bridge.used(vault, 9), mask);
        assertTrue(bridge.isUsed(vault, 9 * 256 + 255));
        assertFalse(bridge.isUsed(vault, 9 * 256 + 1));
        assertFalse(bridge.isUsed(other, 9 * 256 + 3));
    }

    function assertSigner(
        address vault_,
        address signer_,
        address token_,
        uint256 capacity,
        uint256 ceiling,
        uint256 expiry,
        uint256 available
    ) private view {
        (uint256 a, uint256 b, uint256 c, uint256 d) = bridge.signerOf(vault_, signer_, token_);
        assertEq(a, capacity);
        assertEq(b, ceiling);
        assertEq(c, expiry);
        assertEq(d, available);
    }
}
