// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// Everybody holds and allows plenty of it; how it refuses is set from outside, as real tokens do it.
contract RefusingToken {
    enum How {
        Not,
        /// As Tether: a switch that can be read, and no word.
        SilentlyPaused,
        /// As Circle and OpenZeppelin before version 5: a word, and nothing to read.
        PausedInWords,
        /// As Tether: a list that can be read, and no word.
        SilentlyBlocksSender,
        /// As Circle: a word that does not say whom.
        BlocksInWords,
        Unnamed,
        SaysNo
    }

    error Moody(uint256 day);

    How public how;
    mapping(address => bool) public isBlackListed;
    mapping(address => bool) private _blocked;

    function set(How how_, address account, bool blocked) external {
        how = how_;
        _blocked[account] = blocked;
        isBlackListed[account] = blocked && how_ == How.SilentlyBlocksSender;
    }

    function paused() external view returns (bool) {
        require(how != How.PausedInWords);
        return how == How.SilentlyPaused;
    }

    function balanceOf(address) external pure returns (uint256) {
        return 1e30;
    }

    function allowance(address, address) external pure returns (uint256) {
        return 1e30;
    }

    function transferFrom(address from, address to, uint256) external view returns (bool) {
        require(how != How.SilentlyPaused);
        require(how != How.PausedInWords, "Pausable: paused");
        require(how != How.SilentlyBlocksSender || !_blocked[from]);
        require(how != How.BlocksInWords || (!_blocked[from] && !_blocked[to]), "Blacklistable: account is blacklisted");
        if (how == How.Unnamed) revert Moody(5);
        return how != How.SaysNo;
    }
}
