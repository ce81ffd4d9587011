"""Asks for a password, which the page does not show."""

import _kindling


def getpass(prompt="Password: ", stream=None):
    line = _kindling.read_line(prompt, True)
    if line is None:
        raise EOFError
    return line


def getuser():
    return "student"


class GetPassWarning(UserWarning):
    """Never given here."""
