// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {TestUsdt} from "../src/testing/TestUsdt.sol";
import {Base} from "./Base.sol";

contract TestUsdtTest is Base {
    address private constant OWNER = 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266;
    TestUsdt private usdt;

    function setUp() public override {
        super.setUp();
        usdt = TestUsdt(deployCommitted("testUsdt"));
        usdt.mint(vault, FUNDS);
    }

    function test_address_is_the_committed_one() public {
        string memory json = vm.readFile("contracts/deployments/bytecode.json");
        string memory bindings = vm.readFile("lib/chains/addresses-without-salt.ts");
        string[2] memory names = ["drawbridge", "testUsdt"];
        for (uint256 i; i < 2; ++i) {
            bytes32 salt = vm.parseJsonBytes32(json, string.concat(".", names[i], ".salt"));
            bytes memory code = vm.parseJsonBytes(json, string.concat(".", names[i], ".bytecode"));
            (bool ok, bytes memory answer) = CREATE2_FACTORY.call(abi.encodePacked(salt, code));
            assertTrue(ok);
            assertLt(vm.indexOf(bindings, vm.toString(address(bytes20(answer)))), bytes(bindings).length);
        }
    }

    function test_looks_like_usdt() public view {
        assertEq(usdt.name(), "Tether USD (test)");
        assertEq(usdt.symbol(), "USDT");
        assertEq(usdt.decimals(), 6);
        assertEq(usdt.owner(), OWNER);
        assertEq(usdt.totalSupply(), FUNDS);
    }

    function test_anyone_mints() public {
        vm.prank(makeAddr("anyone"));
        usdt.mint(recipient, 5);
        assertEq(usdt.balanceOf(recipient), 5);
        assertEq(usdt.totalSupply(), FUNDS + 5);
    }

    function test_returns_nothing() public {
        vm.startPrank(vault);
        bytes[3] memory calls = [
            abi.encodeCall(usdt.transfer, (recipient, 1)),
            abi.encodeCall(usdt.approve, (vault, 1)),
            abi.encodeCall(usdt.transferFrom, (vault, recipient, 1))
        ];
        for (uint256 i; i < calls.length; ++i) {
            (bool ok, bytes memory answer) = address(usdt).call(calls[i]);
            assertTrue(ok);
            assertEq(answer.length, 0);
        }
        assertEq(usdt.balanceOf(recipient), 2);
    }

    function test_allowances() public {
        vm.prank(vault);
        usdt.approve(relayer, type(uint256).max);
        vm.prank(relayer);
        usdt.transferFrom(vault, recipient, 5);
        assertEq(usdt.allowance(vault, relayer), type(uint256).max);
        vm.startPrank(vault);
        usdt.approve(relayer, 0);
        usdt.approve(relayer, 7);
        vm.stopPrank();
        vm.prank(relayer);
        usdt.transferFrom(vault, recipient, 5);
        assertEq(usdt.allowance(vault, relayer), 2);
    }

    function test_approve_refuses_non_zero_to_non_zero() public {
        vm.startPrank(vault);
        usdt.approve(relayer, 5);
        vm.expectRevert(abi.encodeWithSelector(TestUsdt.AllowanceNotZero.selector, 5));
        usdt.approve(relayer, 6);
    }

    function test_refuses_too_much() public {
        vm.prank(vault);
        usdt.approve(relayer, 5);
        vm.expectRevert(abi.encodeWithSelector(TestUsdt.AllowanceTooLow.selector, 5, 6));
        vm.prank(relayer);
        usdt.transferFrom(vault, recipient, 6);
        vm.expectRevert(abi.encodeWithSelector(TestUsdt.BalanceTooLow.selector, 0, 1));
        vm.prank(relayer);
        usdt.transfer(recipient, 1);
    }

    function test_blacklist_stops_the_sender() public {
        vm.startPrank(OWNER);
        usdt.setBlackListed(vault, true);
        usdt.setBlackListed(recipient, true);
        vm.stopPrank();
        vm.prank(vault);
        vm.expectRevert(abi.encodeWithSelector(TestUsdt.Blacklisted.selector, vault));
        usdt.transfer(recipient, 1);
        vm.prank(OWNER);
        usdt.setBlackListed(vault, false);
        vm.prank(vault);
        usdt.transfer(recipient, 1);
        assertEq(usdt.balanceOf(recipient), 1);
    }

    function test_pause_stops_transfers() public {
        vm.prank(OWNER);
        usdt.setPaused(true);
        vm.prank(vault);
        vm.expectRevert(TestUsdt.Paused.selector);
        usdt.transfer(recipient, 1);
        vm.prank(OWNER);
        usdt.setPaused(false);
        vm.prank(vault);
        usdt.transfer(recipient, 1);
    }

    function test_fee_switch() public {
        vm.prank(OWNER);
        usdt.setParams(10, 40);
        vm.startPrank(vault);
        usdt.transfer(recipient, 1_000e6);
        assertEq(usdt.balanceOf(recipient), 999e6);
        assertEq(usdt.balanceOf(OWNER), 1e6);
        usdt.transfer(collector, 100_000e6);
        assertEq(usdt.balanceOf(collector), 99_960e6);
        assertEq(usdt.balanceOf(vault), FUNDS - 101_000e6);
    }

    function test_fee_bounds() public {
        vm.startPrank(OWNER);
        vm.expectRevert(TestUsdt.FeeTooHigh.selector);
        usdt.setParams(20, 1);
        vm.expectRevert(TestUsdt.FeeTooHigh.selector);
        usdt.setParams(1, 50);
    }

    function test_only_owner() public {
        bytes memory expected = abi.encodeWithSelector(TestUsdt.NotOwner.selector, vault);
        vm.startPrank(vault);
        vm.expectRevert(expected);
        usdt.setPaused(true);
        vm.expectRevert(expected);
        usdt.setBlackListed(recipient, true);
        vm.expectRevert(expected);
        usdt.setParams(1, 1);
    }
}
