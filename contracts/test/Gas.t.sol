// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IDrawbridge} from "../src/IDrawbridge.sol";
import {TestUsdt} from "../src/testing/TestUsdt.sol";
import {Base} from "./Base.sol";
import {PlainToken} from "./tokens/PlainToken.sol";

/// Writes contracts/snapshots/Drawbridge.json, which is committed and compared. Each call is a transaction of its own,
/// as on a chain: storage starts cold, and 21,000 and calldata are included. The token is the committed test USDT, so
/// that only what is shipped counts, not how the tests are compiled. bench/gas.ts compares with bare transfers.
/// forge-config: default.isolate = true
contract GasTest is Base {
    function setUp() public override {
        super.setUp();
        token = PlainToken(deployCommitted("testUsdt"));
        token.mint(vault, FUNDS);
        prepare(address(token));
        token.mint(collector, 1);
        token.mint(recipient, 1);
        for (uint256 i; i < 100; ++i) {
            token.mint(itemRecipient(i), 1);
        }
        claimBy(signerKey, payoutOf(0));
    }

    function test_gas_claim_later_id() public {
        claimAndSnapshot("claim, later id", signerKey, payoutOf(1));
    }

    function test_gas_claim_new_recipient() public {
        IDrawbridge.Payout memory payout = payoutOf(1);
        payout.recipient = makeAddr("new");
        claimAndSnapshot("claim, later id, new recipient", signerKey, payout);
    }

    function test_gas_claim_first_id() public {
        claimAndSnapshot("claim, first id of its word", signerKey, payoutOf(256));
    }

    /// 64 random bits above a sequence, as the portal issues its ids, and an allowance that has an end.
    function test_gas_claim_as_the_portal_has_it() public {
        uint256 namespace = 0xa1b2c3d4e5f60718 << 64;
        claimBy(signerKey, payoutOf(namespace));
        approve(0);
        approve(FUNDS);
        claimAndSnapshot("claim, later id of the portal, finite allowance", signerKey, payoutOf(namespace + 1));
    }

    function test_gas_claim_by_key() public {
        claimByKey(signerKey, keyPayoutOf(1), recipient);
        vm.snapshotGasLastCall("Drawbridge", "claimByKey, later id");
    }

    function test_gas_claim_batch() public {
        IDrawbridge.Payout[] memory payouts = new IDrawbridge.Payout[](10);
        bytes[] memory signatures = new bytes[](10);
        for (uint256 i; i < 10; ++i) {
            payouts[i] = payoutOf(i + 1);
            payouts[i].recipient = itemRecipient(i);
            signatures[i] = sign(signerKey, payouts[i]);
        }
        vm.prank(relayer);
        bridge.claimBatch(payouts, signatures, GAS_EACH);
        vm.snapshotGasLastCall("Drawbridge", "claimBatch, 10 claims");
    }

    function test_gas_push() public {
        bytes memory signature = sign(signerKey, digestOf(orderOf(1), itemsOf(100)));
        vm.prank(relayer);
        bridge.push(orderOf(1), itemsOf(100), signature);
        vm.snapshotGasLastCall("Drawbridge", "push, 100 items");
    }

    function test_gas_disperse() public {
        vm.prank(vault);
        bridge.disperse(orderOf(1), itemsOf(100));
        vm.snapshotGasLastCall("Drawbridge", "disperse, 100 items");
    }

    function test_gas_of_the_vaults_calls() public {
        vm.startPrank(vault);
        bridge.setSigner(relayer, address(token), CAPACITY, CEILING, EXPIRY);
        vm.snapshotGasLastCall("Drawbridge", "setSigner, new");
        bridge.revokeSigner(vault, relayer, toList(address(token)));
        vm.snapshotGasLastCall("Drawbridge", "revokeSigner, one token");
        bridge.cancel(vault, 9, type(uint256).max);
        vm.snapshotGasLastCall("Drawbridge", "cancel, 256 ids");
        bridge.setGuardian(relayer);
        vm.snapshotGasLastCall("Drawbridge", "setGuardian, changed");
    }

    /// Like the original, this token answers nothing.
    function approve(uint256 allowance) private {
        vm.prank(vault);
        TestUsdt(address(token)).approve(address(bridge), allowance);
    }

    function claimAndSnapshot(string memory name, uint256 key, IDrawbridge.Payout memory payout) private {
        claimBy(key, payout);
        vm.snapshotGasLastCall("Drawbridge", name);
        assertEq(token.balanceOf(address(bridge)), 0);
    }
}
