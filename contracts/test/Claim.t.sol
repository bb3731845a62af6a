// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Base} from "./Base.sol";
import {PlainToken} from "./tokens/PlainToken.sol";

contract ClaimTest is Base {
    function test_signer_pays_net_and_fee() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        vm.expectEmit(address(bridge));
        emit IDrawbridge.PayoutClaimed(7, vault, recipient, address(token), AMOUNT, FEE);
        claimBy(signerKey, payout);
        assertEq(token.balanceOf(recipient), AMOUNT - FEE);
        assertEq(token.balanceOf(collector), FEE);
        assertEq(token.balanceOf(vault), FUNDS - AMOUNT);
        assertEq(token.balanceOf(address(bridge)), 0);
        assertTrue(bridge.isUsed(vault, 7));
        assertEq(bridge.used(vault, 0), 1 << 7);
    }

    function test_anyone_may_submit() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        bytes memory signature = sign(signerKey, payout);
        vm.prank(makeAddr("anyone"));
        bridge.claim(payout, signature);
        assertEq(token.balanceOf(recipient), AMOUNT - FEE);
    }

    function test_contract_vault_pays_without_limits() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.vault = contractVault();
        (payout.amount, payout.fee) = (uint256(CAPACITY) * 3, uint256(CEILING) + 1);
        claimBy(vaultKey, payout);
        assertEq(token.balanceOf(recipient), payout.amount - payout.fee);
        assertEq(token.balanceOf(payout.vault), FUNDS - payout.amount);
    }

    function test_no_fee_needs_no_collector() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        (payout.fee, payout.feeCollector) = (0, address(0));
        claimBy(signerKey, payout);
        assertEq(token.balanceOf(recipient), AMOUNT);
    }

    function test_last_second_counts() public {
        vm.warp(EXPIRY);
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.deadline = EXPIRY;
        claimBy(signerKey, payout);
        assertEq(token.balanceOf(recipient), AMOUNT - FEE);
    }

    function test_refuses_passed_deadline() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        vm.warp(payout.deadline + 1);
        assertRefused(signerKey, payout, abi.encodeWithSelector(IDrawbridge.DeadlinePassed.selector, payout.deadline));
    }

    function test_refuses_recipients() public {
        address[4] memory refused = [address(0), vault, address(token), address(bridge)];
        for (uint256 i; i < refused.length; ++i) {
            IDrawbridge.Payout memory payout = payoutOf(7);
            payout.recipient = refused[i];
            assertRefused(signerKey, payout, abi.encodeWithSelector(IDrawbridge.RecipientRefused.selector, refused[i]));
        }
    }

    function test_refuses_fee_not_below_amount() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.fee = AMOUNT;
        bytes4 error = IDrawbridge.FeeNotBelowAmount.selector;
        assertRefused(signerKey, payout, abi.encodeWithSelector(error, AMOUNT, AMOUNT));
        payout.fee = AMOUNT + 1;
        assertRefused(signerKey, payout, abi.encodeWithSelector(error, AMOUNT + 1, AMOUNT));
        (payout.fee, payout.amount) = (0, 0);
        assertRefused(signerKey, payout, abi.encodeWithSelector(error, 0, 0));
    }

    function test_refuses_itself_as_collector() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.feeCollector = address(bridge);
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.CollectorRefused.selector, address(bridge));
        assertRefused(signerKey, payout, expected);
        payout.fee = 0;
        assertRefused(signerKey, payout, expected);
    }

    /// The high bits of vault, token, recipient and collector, at their places in the calldata.
    function test_refuses_words_that_are_no_addresses() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        bytes memory good = abi.encodeCall(bridge.claim, (payout, sign(signerKey, payout)));
        uint256[4] memory at = [uint256(4), 4 + 32, 4 + 64, 4 + 160];
        for (uint256 i; i < 2 * at.length; ++i) {
            bytes memory bad = bytes.concat(good);
            bad[at[i / 2] + i % 2 * 11] = 0x01;
            (bool ok, bytes memory answer) = address(bridge).call(bad);
            assertFalse(ok);
            assertEq(answer.length, 0);
            assertFalse(bridge.isUsed(vault, 7));
        }
        (bool paid,) = address(bridge).call(good);
        assertTrue(paid);
    }

    function test_refuses_used_id() public {
        claimBy(signerKey, payoutOf(7));
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, 7);
        assertRefused(signerKey, payoutOf(7), expected);
    }

    function test_refuses_cancelled_id() public {
        vm.prank(vault);
        bridge.cancel(vault, 0, 1 << 7);
        assertRefused(signerKey, payoutOf(7), abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, 7));
        claimBy(signerKey, payoutOf(8));
    }

    function test_refuses_stranger() public {
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, vm.addr(strangerKey));
        assertRefused(strangerKey, payoutOf(7), expected);
    }

    function test_refuses_the_vaults_own_key() public {
        assertRefused(vaultKey, payoutOf(7), abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, vault));
        vm.prank(guardian);
        bridge.revokeSigner(vault, signer, toList(address(token)));
        assertRefused(vaultKey, payoutOf(7), abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, vault));
    }

    function test_refuses_malformed_signatures() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        bytes memory good = sign(signerKey, payout);
        bytes[3] memory bad =
            [bytes(""), abi.encodePacked(good, uint8(0)), abi.encodePacked(bytes32(0), bytes32(0), uint8(27))];
        for (uint256 i; i < bad.length; ++i) {
            payout.vault = vault;
            vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, address(0)));
            bridge.claim(payout, bad[i]);
            payout.vault = address(0);
            vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, address(0), address(0)));
            bridge.claim(payout, bad[i]);
        }
    }

    function test_refuses_malleable_signature() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(signerKey, digestOf(payout));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes memory twin = abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, address(0)));
        bridge.claim(payout, twin);
    }

    function test_refuses_stranger_for_contract_vault() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.vault = contractVault();
        address stranger = vm.addr(strangerKey);
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, payout.vault, stranger);
        assertRefused(strangerKey, payout, expected);
    }

    function test_refuses_signer_of_another_vault() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.vault = makeAddr("another vault");
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, payout.vault, signer);
        assertRefused(signerKey, payout, expected);
    }

    function test_refuses_signer_of_another_token() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.token = address(new PlainToken());
        assertRefused(signerKey, payout, abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, signer));
    }

    function test_refuses_other_chain() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        bytes memory signature = sign(signerKey, payout);
        vm.chainId(1);
        vm.expectPartialRevert(IDrawbridge.NotAuthorised.selector);
        bridge.claim(payout, signature);
        claimBy(signerKey, payout);
    }

    function test_refuses_other_deployment() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        bytes memory signature = sign(signerKey, payout);
        IDrawbridge other = IDrawbridge(deployCommitted("drawbridge"));
        vm.expectPartialRevert(IDrawbridge.NotAuthorised.selector);
        other.claim(payout, signature);
    }

    function test_refuses_expired_signer() public {
        vm.warp(uint256(EXPIRY) + 1);
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.SignerExpired.selector, signer, EXPIRY);
        assertRefused(signerKey, payoutOf(7), expected);
        assertEq(availableToSigner(), 0);
    }

    function test_refuses_fee_above_ceiling() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.fee = uint256(CEILING) + 1;
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.FeeAboveCeiling.selector, payout.fee, CEILING);
        assertRefused(signerKey, payout, expected);
        payout.fee = CEILING;
        claimBy(signerKey, payout);
    }

    function test_refuses_over_capacity() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.amount = uint256(CAPACITY) + 1;
        assertRefused(signerKey, payout, overCapacity(payout.amount, CAPACITY));
        payout.amount = CAPACITY;
        claimBy(signerKey, payout);
        assertEq(availableToSigner(), 0);
        assertRefused(signerKey, payoutOf(8), overCapacity(AMOUNT, 0));
    }

    function test_capacity_leaks_back() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.amount = CAPACITY;
        claimBy(signerKey, payout);
        vm.warp(START + 6 hours);
        assertEq(availableToSigner(), CAPACITY / 4);
        payout = payoutOf(8);
        payout.amount = CAPACITY / 4 + 1;
        assertRefused(signerKey, payout, overCapacity(payout.amount, CAPACITY / 4));
        payout.amount = CAPACITY / 4;
        claimBy(signerKey, payout);
        vm.warp(START + 6 hours + 1 days);
        assertEq(availableToSigner(), CAPACITY);
    }

    function test_refuses_absurd_amount() public {
        IDrawbridge.Payout memory payout = payoutOf(7);
        payout.amount = type(uint256).max;
        assertRefused(signerKey, payout, overCapacity(type(uint256).max, CAPACITY));
    }

    function test_without_allowance_stays_payable() public {
        vm.prank(vault);
        token.approve(address(bridge), 0);
        bytes4 error = IERC20Errors.ERC20InsufficientAllowance.selector;
        assertRefused(signerKey, payoutOf(7), abi.encodeWithSelector(error, bridge, 0, AMOUNT - FEE));
        assertEq(availableToSigner(), CAPACITY);
        vm.prank(vault);
        token.approve(address(bridge), AMOUNT);
        claimBy(signerKey, payoutOf(7));
    }

    function test_without_balance_stays_payable() public {
        vm.prank(vault);
        token.transfer(relayer, FUNDS - AMOUNT + 1);
        bytes4 error = IERC20Errors.ERC20InsufficientBalance.selector;
        // The net amount is still there; the fee is not, and so nothing moves.
        assertRefused(signerKey, payoutOf(7), abi.encodeWithSelector(error, vault, FEE - 1, FEE));
        token.mint(vault, 1);
        claimBy(signerKey, payoutOf(7));
    }

    function overCapacity(uint256 amount, uint256 available) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IDrawbridge.OverCapacity.selector, amount, available);
    }
}

/// The same cases with a token of 18 decimals: amounts beyond 2^64, limits beyond 2^88.
contract ClaimOf18DecimalsTest is ClaimTest {
    function scale() internal pure override returns (uint256) {
        return 1e15;
    }
}
