"""Nvidia's GPUs: there are none here, and asking is fine."""


def is_available():
    return False


def device_count():
    return 0


def manual_seed(seed):
    """Without a GPU there is nothing to seed."""


manual_seed_all = manual_seed


def empty_cache():
    """Without a GPU there is nothing to free."""


def synchronize(device=None):
    """Without a GPU there is nothing to wait for."""
