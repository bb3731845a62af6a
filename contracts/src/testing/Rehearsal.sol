// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Sends a token for a holder and tells what arrived, only ever in a simulated call
/// @notice Never deployed: the portal asks a node to run it in the place of a holder's own code and to forget all of it. So the
/// token takes it for the holder. It sends once by `transfer`; then the payout contract, whose place it takes, too, sends once by
/// `transferFrom`. The first receiver, who runs the same code, sends on what it got: a token may spare the holder what it takes from others.
contract Rehearsal {
    struct Sent {
        /// Whether the token took the call: it did not revert, nor answer no.
        bool taken;
        /// What the token said where it did not.
        bytes word;
        /// How much the holder lost and the other one got.
        uint256 lost;
        uint256 got;
    }

    /// `payer` is the payout contract: it runs this code as well.
    function rehearse(address token, address payer, address first, address second, uint256 amount)
        external
        returns (Sent memory plain, Sent memory pulled, Sent memory passed)
    {
        plain = _send(token, address(this), first, abi.encodeWithSignature("transfer(address,uint256)", first, amount));
        // Tokens like Tether's change an allowance only from nothing, and the holder may be a vault that has one.
        token.call(abi.encodeWithSignature("approve(address,uint256)", payer, 0));
        (bool allowed, bytes memory answer) =
            token.call(abi.encodeWithSignature("approve(address,uint256)", payer, amount));
        if (!_isYes(allowed, answer)) return (plain, Sent(false, answer, 0, 0), passed);
        bytes memory data =
            abi.encodeWithSignature("transferFrom(address,address,uint256)", address(this), second, amount);
        pulled = _send(token, payer, second, data);
        passed = Rehearsal(first).pass(token, second, plain.got);
    }

    function pass(address token, address to, uint256 amount) external returns (Sent memory) {
        return _send(token, address(this), to, abi.encodeWithSignature("transfer(address,uint256)", to, amount));
    }

    /// The token is called by the address that runs this.
    function ask(address token, bytes memory data) external returns (bool, bytes memory) {
        return token.call(data);
    }

    function _send(address token, address by, address to, bytes memory data) private returns (Sent memory sent) {
        (uint256 held, uint256 had) = (_balance(token, address(this)), _balance(token, to));
        (bool done, bytes memory answer) = Rehearsal(by).ask(token, data);
        sent.taken = _isYes(done, answer);
        if (!sent.taken) sent.word = answer;
        sent.lost = held - _balance(token, address(this));
        sent.got = _balance(token, to) - had;
    }

    function _isYes(bool done, bytes memory answer) private pure returns (bool) {
        return done && (answer.length == 0 || (answer.length >= 32 && abi.decode(answer, (uint256)) == 1));
    }

    function _balance(address token, address of_) private view returns (uint256) {
        (bool done, bytes memory answer) = token.staticcall(abi.encodeWithSignature("balanceOf(address)", of_));
        require(done && answer.length >= 32, "balanceOf");
        return abi.decode(answer, (uint256));
    }
}
