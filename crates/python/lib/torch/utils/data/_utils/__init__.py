"""What the loader is made of, by the names under which programs ask for it."""

_LATER = ("collate", "worker")


def __getattr__(name):
    if name in _LATER:
        return __import__(f"torch.utils.data._utils.{name}", fromlist=(name,))
    raise AttributeError(f"module 'torch.utils.data._utils' has no attribute '{name}'")
