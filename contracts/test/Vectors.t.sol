// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Base} from "./Base.sol";
import {Wallet1271} from "./Wallet1271.sol";

/// vectors/eip712.json was made with viem and is read by the portal's tests too.
contract VectorsTest is Base {
    uint256 private constant PAYOUTS = 5;
    uint256 private constant KEY_PAYOUTS = 2;
    uint256 private constant ORDERS = 2;
    string private json;

    /// The contract stands where the vectors say, with any bytecode.
    function setUp() public override {
        super.setUp();
        json = vm.readFile("contracts/test/vectors/eip712.json");
        address place = vm.parseJsonAddress(json, ".domain.verifyingContract");
        bytes memory code =
            vm.parseJsonBytes(vm.readFile("contracts/deployments/bytecode.json"), ".drawbridge.bytecode");
        vm.etch(place, code);
        (bool ok, bytes memory runtime) = place.call("");
        require(ok);
        vm.etch(place, runtime);
        bridge = IDrawbridge(place);
        // The vault is a contract that accepts the vectors' key, which so has no limits.
        address owner = vm.parseJsonAddress(json, ".signer.address");
        vm.etch(vm.parseJsonAddress(json, ".payouts[0].message.vault"), address(new Wallet1271(owner)).code);
    }

    function test_hashes_agree() public {
        for (uint256 i; i < PAYOUTS; ++i) {
            string memory at = enter("payouts", i);
            assertEq(digestOf(payoutAt(at)), readBytes32(at, ".digest"));
        }
        for (uint256 i; i < KEY_PAYOUTS; ++i) {
            string memory at = enter("keyPayouts", i);
            IDrawbridge.KeyPayout memory payout = keyPayoutAt(at);
            assertEq(digestOf(payout), readBytes32(at, ".digest"));
            assertEq(claimDigestOf(payout, readAddress(at, ".claim.recipient")), readBytes32(at, ".claim.digest"));
        }
        for (uint256 i; i < ORDERS; ++i) {
            string memory at = enter("orders", i);
            (IDrawbridge.Order memory order, uint256[] memory items) = orderAt(at);
            assertEq(digestOf(order, items), readBytes32(at, ".digest"));
        }
    }

    /// The token of the vectors has no code here, so that an accepted signature leads to the failure of its transfer.
    function test_signatures_are_accepted() public {
        for (uint256 i; i < PAYOUTS; ++i) {
            string memory at = enter("payouts", i);
            bytes memory signature = vm.parseJsonBytes(json, string.concat(at, ".signature"));
            IDrawbridge.Payout memory payout = payoutAt(at);
            vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, payout.token));
            bridge.claim(payout, signature);
        }
        for (uint256 i; i < KEY_PAYOUTS; ++i) {
            string memory at = enter("keyPayouts", i);
            bytes memory signature = vm.parseJsonBytes(json, string.concat(at, ".signature"));
            bytes memory keySignature = vm.parseJsonBytes(json, string.concat(at, ".claim.signature"));
            IDrawbridge.KeyPayout memory payout = keyPayoutAt(at);
            address to = readAddress(at, ".claim.recipient");
            vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, payout.token));
            bridge.claimByKey(payout, to, signature, keySignature);
        }
        for (uint256 i; i < ORDERS; ++i) {
            string memory at = enter("orders", i);
            bytes memory signature = vm.parseJsonBytes(json, string.concat(at, ".signature"));
            (IDrawbridge.Order memory order, uint256[] memory items) = orderAt(at);
            vm.expectRevert(IDrawbridge.NothingPaid.selector);
            bridge.push(order, items, signature);
        }
    }

    function enter(string memory list, uint256 index) private returns (string memory at) {
        at = string.concat(".", list, "[", vm.toString(index), "]");
        vm.chainId(readUint(at, ".chainId"));
    }

    function payoutAt(string memory at) private view returns (IDrawbridge.Payout memory) {
        return IDrawbridge.Payout({
            vault: readAddress(at, ".message.vault"),
            token: readAddress(at, ".message.token"),
            recipient: readAddress(at, ".message.recipient"),
            amount: readUint(at, ".message.amount"),
            fee: readUint(at, ".message.fee"),
            feeCollector: readAddress(at, ".message.feeCollector"),
            payoutId: readUint(at, ".message.payoutId"),
            deadline: readUint(at, ".message.deadline")
        });
    }

    function keyPayoutAt(string memory at) private view returns (IDrawbridge.KeyPayout memory) {
        return IDrawbridge.KeyPayout({
            vault: readAddress(at, ".message.vault"),
            token: readAddress(at, ".message.token"),
            claimKey: readAddress(at, ".message.claimKey"),
            amount: readUint(at, ".message.amount"),
            fee: readUint(at, ".message.fee"),
            feeCollector: readAddress(at, ".message.feeCollector"),
            payoutId: readUint(at, ".message.payoutId"),
            deadline: readUint(at, ".message.deadline")
        });
    }

    function orderAt(string memory at) private view returns (IDrawbridge.Order memory, uint256[] memory items) {
        items = vm.parseJsonUintArray(json, string.concat(at, ".message.items"));
        IDrawbridge.Order memory order = IDrawbridge.Order({
            vault: readAddress(at, ".message.vault"),
            token: readAddress(at, ".message.token"),
            fee: readUint(at, ".message.fee"),
            feeCollector: readAddress(at, ".message.feeCollector"),
            firstId: readUint(at, ".message.firstId"),
            minimum: readUint(at, ".message.minimum"),
            deadline: readUint(at, ".message.deadline")
        });
        return (order, items);
    }

    function readUint(string memory at, string memory key) private view returns (uint256) {
        return vm.parseJsonUint(json, string.concat(at, key));
    }

    function readAddress(string memory at, string memory key) private view returns (address) {
        return vm.parseJsonAddress(json, string.concat(at, key));
    }

    function readBytes32(string memory at, string memory key) private view returns (bytes32) {
        return vm.parseJsonBytes32(json, string.concat(at, key));
    }
}
