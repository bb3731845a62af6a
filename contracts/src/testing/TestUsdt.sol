// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title A worthless stand-in for Tether USD, for local chains and testnets
/// @notice Behaves like the token on Ethereum where that hurts: no return values, an allowance must be set to 0 before
/// it is changed, senders can be blacklisted, transfers can be paused and charged. Anyone may mint.
contract TestUsdt {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    error NotOwner(address caller);
    error Paused();
    error Blacklisted(address account);
    error AllowanceNotZero(uint256 current);
    error AllowanceTooLow(uint256 allowed, uint256 value);
    error BalanceTooLow(uint256 balance, uint256 value);
    error FeeTooHigh();

    string public constant name = "Tether USD (test)";
    string public constant symbol = "USDT";
    uint8 public constant decimals = 6;
    /// The first account of the development mnemonic: its key is public, as befits a test token.
    address public constant owner = 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266;

    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    mapping(address => bool) public isBlackListed;
    bool public paused;
    uint256 public basisPointsRate;
    uint256 public maximumFee;

    modifier onlyOwner() {
        if (msg.sender != owner) revert NotOwner(msg.sender);
        _;
    }

    function mint(address to, uint256 value) external {
        totalSupply += value;
        balanceOf[to] += value;
        emit Transfer(address(0), to, value);
    }

    function transfer(address to, uint256 value) external {
        _transfer(msg.sender, to, value);
    }

    function transferFrom(address from, address to, uint256 value) external {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed != type(uint256).max) {
            if (allowed < value) revert AllowanceTooLow(allowed, value);
            allowance[from][msg.sender] = allowed - value;
        }
        _transfer(from, to, value);
    }

    function approve(address spender, uint256 value) external {
        uint256 current = allowance[msg.sender][spender];
        if (value != 0 && current != 0) revert AllowanceNotZero(current);
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
    }

    function setPaused(bool value) external onlyOwner {
        paused = value;
    }

    function setBlackListed(address account, bool value) external onlyOwner {
        isBlackListed[account] = value;
    }

    /// Same bounds as the original: under 20 basis points, under 50 whole tokens.
    function setParams(uint256 newBasisPoints, uint256 newMaxFee) external onlyOwner {
        if (newBasisPoints >= 20 || newMaxFee >= 50) revert FeeTooHigh();
        basisPointsRate = newBasisPoints;
        maximumFee = newMaxFee * 10 ** decimals;
    }

    function _transfer(address from, address to, uint256 value) private {
        if (paused) revert Paused();
        if (isBlackListed[from]) revert Blacklisted(from);
        uint256 balance = balanceOf[from];
        if (balance < value) revert BalanceTooLow(balance, value);
        uint256 fee = value * basisPointsRate / 10_000;
        if (fee > maximumFee) fee = maximumFee;
        balanceOf[from] = balance - value;
        balanceOf[to] += value - fee;
        emit Transfer(from, to, value - fee);
        if (fee != 0) {
            balanceOf[owner] += fee;
            emit Transfer(from, owner, fee);
        }
    }
}
