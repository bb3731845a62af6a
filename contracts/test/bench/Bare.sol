// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// The floor that claims are measured against: it moves tokens and checks nothing. Never approve it.
contract Bare {
    using SafeERC20 for IERC20;

    function one(IERC20 token, address from, address to, uint256 amount) external {
        token.safeTransferFrom(from, to, amount);
    }

    function two(IERC20 token, address from, address to, uint256 amount, address collector, uint256 fee) external {
        token.safeTransferFrom(from, to, amount);
        token.safeTransferFrom(from, collector, fee);
    }

    function many(IERC20 token, address from, uint256[] calldata items) external {
        for (uint256 i; i < items.length; ++i) {
            token.safeTransferFrom(from, address(uint160(items[i] >> 96)), uint96(items[i]));
        }
    }
}
