// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// OpenZeppelin's token as it is, with an open mint.
contract PlainToken is ERC20("Plain", "PLAIN") {
    function mint(address to, uint256 value) external {
        _mint(to, value);
    }
}
