"""Settings that programs make for Nvidia's library; they have no effect here."""

deterministic = False
benchmark = False
enabled = False


def is_available():
    return False


def version():
    return None
