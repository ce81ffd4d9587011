"""Intel's library or threads: not from here."""


def is_available():
    return False
