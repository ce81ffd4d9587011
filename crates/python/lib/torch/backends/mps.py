"""Apple's GPUs: not from here."""


def is_available():
    return False


def is_built():
    return False
