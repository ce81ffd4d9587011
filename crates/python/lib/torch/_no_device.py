"""What a kind of accelerator says of which there is none: `torch.mps`, `torch.mtia`, `torch.xpu`. Start reading anywhere."""


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
