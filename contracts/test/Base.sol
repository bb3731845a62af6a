// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Test} from "forge-std/Test.sol";
import {IDrawbridge} from "../src/IDrawbridge.sol";
import {Wallet1271} from "./Wallet1271.sol";
import {PlainToken} from "./tokens/PlainToken.sol";

/// A vault with money and an allowance, a signer that it named, and the signing of payouts and orders. The type
/// strings are written out again here, so that the tests do not take the contract's word for them.
abstract contract Base is Test {
    bytes32 internal constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 internal constant PAYOUT_TYPEHASH = keccak256(
        "Payout(address vault,address token,address recipient,uint256 amount,uint256 fee,address feeCollector,uint256 payoutId,uint256 deadline)"
    );
    bytes32 internal constant KEY_PAYOUT_TYPEHASH = keccak256(
        "KeyPayout(address vault,address token,address claimKey,uint256 amount,uint256 fee,address feeCollector,uint256 payoutId,uint256 deadline)"
    );
    bytes32 internal constant CLAIM_TYPEHASH = keccak256("Claim(bytes32 payout,address recipient)");
    bytes32 internal constant ORDER_TYPEHASH = keccak256(
        "Order(address vault,address token,uint256 fee,address feeCollector,uint256 firstId,uint256 minimum,uint256 deadline,uint256[] items)"
    );

    uint256 internal constant START = 1_700_000_000;
    uint256 internal constant GAS_EACH = 300_000;
    /// In tokens of 6 decimals; a twin contract runs the same cases with other amounts.
    uint256 internal immutable FUNDS = 1e15 * scale();
    uint256 internal immutable AMOUNT = 25e6 * scale();
    uint256 internal immutable FEE = 1e5 * scale();
    uint96 internal immutable CAPACITY = uint96(1e12 * scale());
    uint72 internal immutable CEILING = uint72(2e5 * scale());
    uint32 internal constant EXPIRY = uint32(START + 30 days);

    uint256 internal vaultKey = 0xA11CE;
    uint256 internal signerKey = 0xB0B;
    uint256 internal strangerKey = 0xBAD;
    uint256 internal linkKey = 0x11C;
    address internal vault = vm.addr(vaultKey);
    address internal signer = vm.addr(signerKey);
    address internal guardian = makeAddr("guardian");
    address internal recipient = makeAddr("recipient");
    address internal collector = makeAddr("collector");
    address internal relayer = makeAddr("relayer");

    IDrawbridge internal bridge;
    PlainToken internal token;

    function scale() internal pure virtual returns (uint256) {
        return 1;
    }

    function setUp() public virtual {
        vm.warp(START);
        bridge = IDrawbridge(deployCommitted("drawbridge"));
        token = new PlainToken();
        token.mint(vault, FUNDS);
        prepare(address(token));
        vm.prank(vault);
        bridge.setGuardian(guardian);
    }

    /// What is tested is what is deployed: the committed bytecode, whose staleness the suite checks first.
    function deployCommitted(string memory name) internal returns (address deployed) {
        string memory json = vm.readFile("contracts/deployments/bytecode.json");
        bytes memory code = vm.parseJsonBytes(json, string.concat(".", name, ".bytecode"));
        assembly {
            deployed := create(0, add(code, 0x20), mload(code))
        }
        require(deployed != address(0), "not deployed");
    }

    /// The vault approves the token without limit and names the signer for it.
    function prepare(address token_) internal {
        vm.startPrank(vault);
        (bool ok,) = token_.call(abi.encodeCall(IERC20.approve, (address(bridge), type(uint256).max)));
        ok; // tokens without allowances are tested too
        bridge.setSigner(signer, token_, CAPACITY, CEILING, EXPIRY);
        vm.stopPrank();
    }

    function payoutOf(uint256 id) internal view returns (IDrawbridge.Payout memory) {
        return IDrawbridge.Payout({
            vault: vault,
            token: address(token),
            recipient: recipient,
            amount: AMOUNT,
            fee: FEE,
            feeCollector: collector,
            payoutId: id,
            deadline: vm.getBlockTimestamp() + 5 minutes
        });
    }

    /// The same payout to whom the key of the link names.
    function keyPayoutOf(uint256 id) internal view returns (IDrawbridge.KeyPayout memory) {
        return IDrawbridge.KeyPayout({
            vault: vault,
            token: address(token),
            claimKey: vm.addr(linkKey),
            amount: AMOUNT,
            fee: FEE,
            feeCollector: collector,
            payoutId: id,
            deadline: vm.getBlockTimestamp() + 5 minutes
        });
    }

    function orderOf(uint256 firstId) internal view returns (IDrawbridge.Order memory) {
        return IDrawbridge.Order({
            vault: vault,
            token: address(token),
            fee: FEE,
            feeCollector: collector,
            firstId: firstId,
            minimum: 0,
            deadline: vm.getBlockTimestamp() + 5 minutes
        });
    }

    function itemOf(address to, uint96 amount) internal pure returns (uint256) {
        return uint256(uint160(to)) << 96 | amount;
    }

    /// `count` items of AMOUNT to addresses that differ.
    function itemsOf(uint256 count) internal view returns (uint256[] memory items) {
        items = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            items[i] = itemOf(itemRecipient(i), uint96(AMOUNT));
        }
    }

    function itemRecipient(uint256 index) internal pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("item", index)))));
    }

    function digestOf(bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256("Drawbridge"), keccak256("1"), block.chainid, address(bridge))
        );
        return keccak256(abi.encodePacked("\x19\x01", domain, structHash));
    }

    function digestOf(IDrawbridge.Payout memory payout) internal view returns (bytes32) {
        return digestOf(keccak256(abi.encode(PAYOUT_TYPEHASH, payout)));
    }

    function digestOf(IDrawbridge.KeyPayout memory payout) internal view returns (bytes32) {
        return digestOf(keccak256(abi.encode(KEY_PAYOUT_TYPEHASH, payout)));
    }

    /// What the key of a link signs to name a recipient.
    function claimDigestOf(IDrawbridge.KeyPayout memory payout, address to) internal view returns (bytes32) {
        bytes32 structHash = keccak256(abi.encode(KEY_PAYOUT_TYPEHASH, payout));
        return digestOf(keccak256(abi.encode(CLAIM_TYPEHASH, structHash, to)));
    }

    function digestOf(IDrawbridge.Order memory order, uint256[] memory items) internal view returns (bytes32) {
        return digestOf(keccak256(abi.encode(ORDER_TYPEHASH, order, keccak256(abi.encodePacked(items)))));
    }

    function sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function sign(uint256 key, IDrawbridge.Payout memory payout) internal view returns (bytes memory) {
        return sign(key, digestOf(payout));
    }

    function claimBy(uint256 key, IDrawbridge.Payout memory payout) internal {
        bytes memory signature = sign(key, payout);
        vm.prank(relayer);
        bridge.claim(payout, signature);
    }

    /// Both signatures good: by this key for the vault, and by the link's for the recipient.
    function claimByKey(uint256 key, IDrawbridge.KeyPayout memory payout, address to) internal {
        bytes memory signature = sign(key, digestOf(payout));
        bytes memory keySignature = sign(linkKey, claimDigestOf(payout, to));
        vm.prank(relayer);
        bridge.claimByKey(payout, to, signature, keySignature);
    }

    /// The claim by this key fails with exactly this error, and neither money nor id moved.
    function assertRefused(uint256 key, IDrawbridge.Payout memory payout, bytes memory expected) internal {
        bytes memory signature = sign(key, payout);
        uint256 before = token.balanceOf(payout.vault);
        bool usedBefore = bridge.isUsed(payout.vault, payout.payoutId);
        vm.expectRevert(expected);
        bridge.claim(payout, signature);
        assertEq(token.balanceOf(payout.vault), before);
        assertEq(bridge.isUsed(payout.vault, payout.payoutId), usedBefore);
    }

    function availableToSigner() internal view returns (uint256 available) {
        (,,, available) = bridge.signerOf(vault, signer, address(token));
    }

    /// The signer's level is rounded up, by less than a tick.
    function assertSpent(uint256 amount) internal view {
        uint256 available = availableToSigner();
        assertLe(available, CAPACITY - amount);
        assertGe(available, CAPACITY - amount - 1 - CAPACITY / (1 days << 23));
    }

    /// A wallet that is a contract, with money and an allowance. What the vault's key signs is its signature (ERC-1271).
    function contractVault() internal returns (address wallet) {
        wallet = address(new Wallet1271(vault));
        token.mint(wallet, FUNDS);
        bytes memory approval = abi.encodeCall(token.approve, (address(bridge), type(uint256).max));
        vm.prank(vault);
        Wallet1271(wallet).execute(address(token), approval);
    }

    function toList(address one) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = one;
    }
}
