// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// A Safe as others see it: proposals are hashed as a Safe hashes them, carried out one number after the other, and
/// logged under their hash as succeeded or failed, while the call itself succeeds. Its one owner signs for all.
contract SafeLike is IERC1271 {
    bytes32 private constant DOMAIN = keccak256("EIP712Domain(uint256 chainId,address verifyingContract)");
    bytes32 private constant PROPOSAL = keccak256(
        "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)"
    );

    address public immutable owner;
    uint256 public nonce;

    event ExecutionSuccess(bytes32 indexed txHash, uint256 payment);
    event ExecutionFailure(bytes32 indexed txHash, uint256 payment);

    constructor(address owner_) {
        owner = owner_;
    }

    function getTransactionHash(address to, bytes calldata data, uint256 number) public view returns (bytes32) {
        bytes32 domain = keccak256(abi.encode(DOMAIN, block.chainid, address(this)));
        bytes32 proposal = keccak256(abi.encode(PROPOSAL, to, 0, keccak256(data), 0, 0, 0, 0, 0, 0, number));
        return keccak256(abi.encodePacked(bytes2(0x1901), domain, proposal));
    }

    function execTransaction(address to, bytes calldata data) external {
        require(msg.sender == owner);
        bytes32 hash = getTransactionHash(to, data, nonce++);
        (bool ok,) = to.call(data);
        if (ok) emit ExecutionSuccess(hash, 0);
        else emit ExecutionFailure(hash, 0);
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address recovered,,) = ECDSA.tryRecoverCalldata(hash, signature);
        return recovered == owner ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}
