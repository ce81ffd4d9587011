"""`torch.mps`: Apple's GPUs, which there are none of. Start reading anywhere."""


def is_available():
    return False


def device_count():
    return 0


def manual_seed(seed):
    """There is no stream to be seeded."""
    del seed


manual_seed_all = manual_seed


def empty_cache():
    """Nothing is kept."""


def synchronize(device=None):
    """Nothing is waited for."""
    del device
