// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// Costs about what USDC does, and is not its code: behind a proxy that looks who its admin is, with a pause, with balance
/// and blacklist in one word, and an allowance that is always written, an endless one, too.
contract FiatLikeCode {
    address private admin;
    address private code;
    bool private paused;
    mapping(address => uint256) private states;
    mapping(address => mapping(address => uint256)) private allowed;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    modifier whenNotPaused() {
        require(!paused, "Pausable: paused");
        _;
    }

    modifier notBlacklisted(address account) {
        require(states[account] >> 255 == 0, "Blacklistable: account is blacklisted");
        _;
    }

    function mint(address to, uint256 value) external {
        states[to] += value;
        emit Transfer(address(0), to, value);
    }

    function balanceOf(address account) external view returns (uint256) {
        return balanceIn(account);
    }

    function approve(address spender, uint256 value)
        external
        whenNotPaused
        notBlacklisted(msg.sender)
        notBlacklisted(spender)
        returns (bool)
    {
        allowed[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    function transfer(address to, uint256 value)
        external
        whenNotPaused
        notBlacklisted(msg.sender)
        notBlacklisted(to)
        returns (bool)
    {
        move(msg.sender, to, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value)
        external
        whenNotPaused
        notBlacklisted(msg.sender)
        notBlacklisted(from)
        notBlacklisted(to)
        returns (bool)
    {
        require(value <= allowed[from][msg.sender], "ERC20: transfer amount exceeds allowance");
        move(from, to, value);
        allowed[from][msg.sender] -= value;
        return true;
    }

    function move(address from, address to, uint256 value) private {
        require(from != address(0) && to != address(0), "ERC20: transfer from or to the zero address");
        require(value <= balanceIn(from), "ERC20: transfer amount exceeds balance");
        states[from] = balanceIn(from) - value;
        states[to] = balanceIn(to) + value;
        emit Transfer(from, to, value);
    }

    function balanceIn(address account) private view returns (uint256) {
        return states[account] & (type(uint256).max >> 1);
    }
}

contract FiatLike {
    address private admin = msg.sender;
    address private code = address(new FiatLikeCode());

    fallback() external {
        require(msg.sender != admin, "Cannot call fallback function from the proxy admin");
        address to = code;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), to, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(ok) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}
