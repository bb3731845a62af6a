// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Base} from "./Base.sol";
import {Wallet1271} from "./Wallet1271.sol";

contract ClaimByKeyTest is Base {
    function test_pays_whom_the_key_names() public {
        vm.expectEmit(address(bridge));
        emit IDrawbridge.PayoutClaimed(7, vault, recipient, address(token), AMOUNT, FEE);
        claimByKey(signerKey, keyPayoutOf(7), recipient);
        assertEq(token.balanceOf(recipient), AMOUNT - FEE);
        assertEq(token.balanceOf(collector), FEE);
        assertEq(token.balanceOf(vault), FUNDS - AMOUNT);
        assertEq(token.balanceOf(address(bridge)), 0);
        assertEq(token.balanceOf(vm.addr(linkKey)), 0);
    }

    function test_is_charged_to_the_signer() public {
        claimByKey(signerKey, keyPayoutOf(7), recipient);
        assertSpent(AMOUNT);
    }

    function test_shares_its_ids_with_claims() public {
        claimBy(signerKey, payoutOf(6));
        claimByKey(signerKey, keyPayoutOf(7), recipient);
        assertEq(bridge.used(vault, 0), 3 << 6);
        assertTrue(bridge.isUsed(vault, 7));
    }

    function test_contract_vault_pays_without_limits() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        payout.vault = contractVault();
        (payout.amount, payout.fee) = (uint256(CAPACITY) * 3, uint256(CEILING) + 1);
        claimByKey(vaultKey, payout, recipient);
        assertEq(token.balanceOf(recipient), payout.amount - payout.fee);
    }

    function test_contract_as_the_key() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        payout.claimKey = address(new Wallet1271(vm.addr(linkKey)));
        claimByKey(signerKey, payout, recipient);
        assertEq(token.balanceOf(recipient), AMOUNT - FEE);
    }

    function test_copied_call_pays_the_same() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        bytes memory signature = sign(signerKey, digestOf(payout));
        bytes memory keySignature = sign(linkKey, claimDigestOf(payout, recipient));
        vm.prank(vm.addr(strangerKey));
        bridge.claimByKey(payout, recipient, signature, keySignature);
        assertEq(token.balanceOf(recipient), AMOUNT - FEE);
    }

    function test_refuses_redirected_copy() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        bytes memory keySignature = sign(linkKey, claimDigestOf(payout, recipient));
        vm.expectPartialRevert(IDrawbridge.NotClaimKey.selector);
        this.call(payout, vm.addr(strangerKey), sign(signerKey, digestOf(payout)), keySignature);
        assertFalse(bridge.isUsed(vault, 7));
    }

    function test_refuses_strangers_name() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        assertNotNamed(payout, sign(strangerKey, claimDigestOf(payout, recipient)), vm.addr(strangerKey));
    }

    function test_refuses_signers_name() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        assertNotNamed(payout, sign(signerKey, claimDigestOf(payout, recipient)), signer);
    }

    function test_refuses_key_signature_of_another_payout() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        bytes memory keySignature = sign(linkKey, claimDigestOf(keyPayoutOf(8), recipient));
        vm.expectPartialRevert(IDrawbridge.NotClaimKey.selector);
        this.call(payout, recipient, sign(signerKey, digestOf(payout)), keySignature);
    }

    function test_refuses_key_signature_from_elsewhere() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        bytes memory keySignature = sign(linkKey, claimDigestOf(payout, recipient));
        vm.chainId(1);
        bytes memory signature = sign(signerKey, digestOf(payout));
        vm.expectPartialRevert(IDrawbridge.NotClaimKey.selector);
        this.call(payout, recipient, signature, keySignature);
        vm.chainId(31337);
        IDrawbridge first = bridge;
        bridge = IDrawbridge(deployCommitted("drawbridge"));
        prepare(address(token));
        signature = sign(signerKey, digestOf(payout));
        vm.expectPartialRevert(IDrawbridge.NotClaimKey.selector);
        this.call(payout, recipient, signature, keySignature);
        bridge = first;
        this.call(payout, recipient, sign(signerKey, digestOf(payout)), keySignature);
    }

    function test_refuses_malformed_key_signatures() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(linkKey, claimDigestOf(payout, recipient));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        assertNotNamed(payout, "", address(0));
        assertNotNamed(payout, abi.encodePacked(r, s, v, uint8(0)), address(0));
        assertNotNamed(payout, abi.encodePacked(bytes32(0), bytes32(0), uint8(27)), address(0));
        uint8 other = v == 27 ? 28 : 27;
        assertNotNamed(payout, abi.encodePacked(r, bytes32(order - uint256(s)), other), address(0));
    }

    function test_refuses_stranger_for_contract_key() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        payout.claimKey = address(new Wallet1271(vm.addr(linkKey)));
        assertNotNamed(payout, sign(strangerKey, claimDigestOf(payout, recipient)), vm.addr(strangerKey));
    }

    function test_refuses_strangers_payout() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        assertRefusedByKey(strangerKey, payout, notAuthorised(vm.addr(strangerKey)));
    }

    function test_refuses_payout_signed_by_the_key() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        assertRefusedByKey(linkKey, payout, notAuthorised(vm.addr(linkKey)));
    }

    /// The same words under the other type: each signature is worth nothing for the other kind.
    function test_kinds_are_apart() public {
        IDrawbridge.KeyPayout memory byKey = keyPayoutOf(7);
        IDrawbridge.Payout memory toKey = payoutOf(7);
        toKey.recipient = byKey.claimKey;
        bytes memory signature = sign(signerKey, digestOf(byKey));
        vm.expectPartialRevert(IDrawbridge.NotAuthorised.selector);
        bridge.claim(toKey, signature);
        signature = sign(signerKey, toKey);
        bytes memory keySignature = sign(linkKey, claimDigestOf(byKey, recipient));
        vm.expectPartialRevert(IDrawbridge.NotAuthorised.selector);
        bridge.claimByKey(byKey, recipient, signature, keySignature);
    }

    function test_refuses_revoked_signer() public {
        vm.prank(guardian);
        bridge.revokeSigner(vault, signer, toList(address(token)));
        assertRefusedByKey(signerKey, keyPayoutOf(7), notAuthorised(signer));
    }

    function test_refuses_passed_deadline() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        vm.warp(payout.deadline + 1);
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.DeadlinePassed.selector, payout.deadline);
        assertRefusedByKey(signerKey, payout, expected);
        vm.warp(payout.deadline);
        claimByKey(signerKey, payout, recipient);
    }

    function test_refuses_recipients() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        address[4] memory refused = [address(0), vault, address(token), address(bridge)];
        bytes memory signature = sign(signerKey, digestOf(payout));
        for (uint256 i; i < refused.length; ++i) {
            bytes memory keySignature = sign(linkKey, claimDigestOf(payout, refused[i]));
            vm.expectRevert(abi.encodeWithSelector(IDrawbridge.RecipientRefused.selector, refused[i]));
            bridge.claimByKey(payout, refused[i], signature, keySignature);
        }
    }

    function test_refuses_keys() public {
        address[4] memory refused = [address(0), vault, address(token), address(bridge)];
        for (uint256 i; i < refused.length; ++i) {
            IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
            payout.claimKey = refused[i];
            bytes memory expected = abi.encodeWithSelector(IDrawbridge.RecipientRefused.selector, refused[i]);
            assertRefusedByKey(signerKey, payout, expected);
        }
    }

    function test_refuses_beyond_limits() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        payout.fee = uint256(CEILING) + 1;
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.FeeAboveCeiling.selector, payout.fee, CEILING);
        assertRefusedByKey(signerKey, payout, expected);
        (payout.fee, payout.amount) = (FEE, uint256(CAPACITY) + 1);
        expected = abi.encodeWithSelector(IDrawbridge.OverCapacity.selector, payout.amount, CAPACITY);
        assertRefusedByKey(signerKey, payout, expected);
    }

    /// The high bits of vault, token, key and collector, and of the recipient behind them.
    function test_refuses_words_that_are_no_addresses() public {
        IDrawbridge.KeyPayout memory payout = keyPayoutOf(7);
        bytes memory keySignature = sign(linkKey, claimDigestOf(payout, recipient));
        bytes memory signature = sign(signerKey, digestOf(payout));
        bytes memory good = abi.encodeCall(bridge.claimByKey, (payout, recipient, signature, keySignature));
        uint256[5] memory at = [uint256(4), 4 + 32, 4 + 64, 4 + 160, 4 + 256];
        for (uint256 i; i < 2 * at.length; ++i) {
            bytes memory bad = bytes.concat(good);
            bad[at[i / 2] + i % 2 * 11] = 0x01;
            (bool ok, bytes memory answer) = address(bridge).call(bad);
            assertFalse(ok);
            assertEq(answer.length, 0);
        }
        (bool paid,) = address(bridge).call(good);
        assertTrue(paid);
    }

    function test_refuses_used_id() public {
        claimByKey(signerKey, keyPayoutOf(7), recipient);
        claimBy(signerKey, payoutOf(8));
        bytes4 used = IDrawbridge.PayoutUsed.selector;
        assertRefusedByKey(signerKey, keyPayoutOf(7), abi.encodeWithSelector(used, vault, 7));
        assertRefusedByKey(signerKey, keyPayoutOf(8), abi.encodeWithSelector(used, vault, 8));
        assertRefused(signerKey, payoutOf(7), abi.encodeWithSelector(used, vault, 7));
    }

    function test_refuses_cancelled_id() public {
        vm.prank(guardian);
        bridge.cancel(vault, 0, 1 << 7);
        bytes memory expected = abi.encodeWithSelector(IDrawbridge.PayoutUsed.selector, vault, 7);
        assertRefusedByKey(signerKey, keyPayoutOf(7), expected);
        claimByKey(signerKey, keyPayoutOf(8), recipient);
    }

    /// As a call of its own, so that what is signed for it is made before the error is waited for.
    function call(IDrawbridge.KeyPayout memory payout, address to, bytes memory signature, bytes memory keySignature)
        external
    {
        bridge.claimByKey(payout, to, signature, keySignature);
    }

    function notAuthorised(address by) private view returns (bytes memory) {
        return abi.encodeWithSelector(IDrawbridge.NotAuthorised.selector, vault, by);
    }

    /// A good payout with this signature in the key's place fails, and nothing moves.
    function assertNotNamed(IDrawbridge.KeyPayout memory payout, bytes memory keySignature, address by) private {
        bytes memory signature = sign(signerKey, digestOf(payout));
        vm.expectRevert(abi.encodeWithSelector(IDrawbridge.NotClaimKey.selector, payout.claimKey, by));
        bridge.claimByKey(payout, recipient, signature, keySignature);
        assertEq(token.balanceOf(vault), FUNDS);
        assertFalse(bridge.isUsed(vault, payout.payoutId));
        assertEq(availableToSigner(), CAPACITY);
    }

    /// A payout that this key signed, and whose recipient the link's key names, fails with exactly this error.
    function assertRefusedByKey(uint256 key, IDrawbridge.KeyPayout memory payout, bytes memory expected) private {
        bytes memory signature = sign(key, digestOf(payout));
        bytes memory keySignature = sign(linkKey, claimDigestOf(payout, recipient));
        uint256 before = token.balanceOf(payout.vault);
        vm.expectRevert(expected);
        bridge.claimByKey(payout, recipient, signature, keySignature);
        assertEq(token.balanceOf(payout.vault), before);
    }
}
