// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Test} from "forge-std/Test.sol";
import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Payer} from "./Payer.sol";
import {PlainToken} from "./tokens/PlainToken.sol";

contract InvariantsTest is Test {
    uint256 private constant FUNDS = 1e15;

    Payer private payer;
    IDrawbridge private bridge;
    PlainToken private token;
    address private vault;
    address private collector;

    function setUp() public {
        payer = new Payer();
        (bridge, token, vault, collector) = payer.parties();
        bytes4[] memory selectors = new bytes4[](8);
        (selectors[0], selectors[1]) = (Payer.claim.selector, Payer.claim.selector);
        (selectors[2], selectors[3]) = (Payer.claimBatch.selector, Payer.order.selector);
        (selectors[4], selectors[5]) = (Payer.cancel.selector, Payer.forge.selector);
        (selectors[6], selectors[7]) = (Payer.setSigner.selector, Payer.claimByKey.selector);
        targetSelector(FuzzSelector(address(payer), selectors));
        targetContract(address(payer));
    }

    function invariant_each_id_once() public view {
        assertEq(payer.timesPaidTwice(), 0);
        for (uint256 word; word < 4; ++word) {
            assertEq(bridge.used(vault, word), payer.usedBits(word));
        }
    }

    function invariant_vault_outflow_is_what_was_paid() public view {
        assertEq(token.balanceOf(vault), FUNDS - payer.paid());
    }

    function invariant_everything_arrives() public view {
        uint256 received;
        for (uint256 i; i < 4; ++i) {
            received += token.balanceOf(payer.recipients(i));
        }
        assertEq(received, payer.paid() - payer.fees());
        assertEq(token.balanceOf(collector), payer.fees());
        assertEq(token.balanceOf(address(bridge)), 0);
    }

    function invariant_signer_within_twice_capacity() public view {
        assertLe(payer.signerPaidToday(), 2e18);
        assertEq(payer.timesRefilled(), 0);
    }

    function test_every_path_happens() public {
        payer.claim(0, 5e11, 1, 0, false, 0);
        payer.claim(1, 5e11, 1, 1, true, 0);
        payer.claim(1, 5e11, 1, 1, true, 0);
        payer.claim(2, 5e11, 1, 3, true, 0);
        payer.claimBatch(300, 1e6, 0);
        payer.order(400, 10, 1e6, 0, true, 0);
        payer.order(500, 10, 1e6, 0, false, 0);
        payer.order(505, 10, 1e6, 0, false, 0);
        payer.order(600, 4, 1e6, 504, true, 0);
        payer.setSigner(2e12, false, 0);
        payer.setSigner(1e12, true, 0);
        payer.claim(3, 5e11, 1, 0, false, 0);
        payer.claimByKey(10, 1e6, 0, false);
        payer.claimByKey(10, 1e6, 0, false);
        payer.claimByKey(11, 1e6, 0, true);
        payer.cancel(3, type(uint256).max);
        payer.forge(9, 1e6);
        string[12] memory once = [
            "claim by signer",
            "claim by vault",
            "claim used",
            "claim blocked",
            "claim over capacity",
            "disperse",
            "push",
            "cancel",
            "forged",
            "signer set",
            "claim by key",
            "signer revoked and set"
        ];
        for (uint256 i; i < once.length; ++i) {
            assertEq(payer.count(once[i]), 1, once[i]);
        }
        assertEq(payer.count("batch"), 4);
        assertEq(payer.count("order refused"), 2);
        assertEq(payer.count("claim by key refused"), 2);
    }

    /// Of that many claims and orders some must have been paid, or the invariants say nothing.
    function afterInvariant() public view {
        if (payer.calls() < 10) return;
        assertGt(payer.paid(), 0);
    }
}
