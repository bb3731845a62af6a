// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {PlainToken} from "./PlainToken.sol";

/// Says no instead of reverting, and moves nothing.
contract FalseToken {
    function transferFrom(address, address, uint256) external pure returns (bool) {
        return false;
    }
}

/// Keeps 1 % of each transfer.
contract FeeOnTransferToken is PlainToken {
    function _update(address from, address to, uint256 value) internal override {
        if (from != address(0) && to != address(0)) {
            super._update(from, address(0xFEE), value / 100);
            value -= value / 100;
        }
        super._update(from, to, value);
    }
}

/// Refuses to pay accounts that its issuer blocked.
contract BlockingToken is PlainToken {
    error Blocked(address account);

    mapping(address => bool) public blocked;

    function block_(address account, bool value) external {
        blocked[account] = value;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (blocked[to]) revert Blocked(to);
        super._update(from, to, value);
    }
}

/// Calls `target` in the middle of the first transfer after it was armed, and remembers how that ended.
contract ReenteringToken is PlainToken {
    address public target;
    bytes public data;
    bool public entered;
    bool public succeeded;
    bytes public answer;

    function arm(address target_, bytes calldata data_) external {
        (target, data, entered) = (target_, data_, false);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (target != address(0) && !entered) {
            entered = true;
            (succeeded, answer) = target.call(data);
        }
    }
}

/// Burns all the gas that it is given, or hands back a huge error.
contract BombToken {
    bool public immutable hugeError;

    constructor(bool hugeError_) {
        hugeError = hugeError_;
    }

    function transferFrom(address, address, uint256) external view returns (bool) {
        if (hugeError) {
            assembly {
                revert(0, 1000000)
            }
        }
        while (true) {}
        return true;
    }
}

/// A vault that burns all the gas that it is given when it is asked for its signature.
contract BurningWallet {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        while (true) {}
        return 0;
    }
}

/// Takes 300,000 gas more for each transfer than others.
contract SlowToken is PlainToken {
    function _update(address from, address to, uint256 value) internal override {
        uint256 end = gasleft() - 300_000;
        while (gasleft() > end) {}
        super._update(from, to, value);
    }
}
