// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// What a wallet's account delegates to (EIP-7702), so that several calls become one transfer of its own, all or none.
contract BatchingAccount {
    struct Call {
        address to;
        uint256 value;
        bytes data;
    }

    function execute(Call[] calldata calls) external {
        require(msg.sender == address(this));
        for (uint256 i; i < calls.length; ++i) {
            (bool ok,) = calls[i].to.call{value: calls[i].value}(calls[i].data);
            require(ok);
        }
    }
}
