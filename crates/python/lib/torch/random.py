"""The state of the random number generator."""

import _torch
from _torch import _default_generator as default_generator
from _torch import initial_seed, seed


def manual_seed(seed):
    """Sets where the default generator starts, which it returns."""
    return _torch.manual_seed(seed)


def get_rng_state():
    """The state of the default generator, as a tensor of bytes."""
    return default_generator.get_state()


def set_rng_state(new_state):
    """Takes up a state that get_rng_state gave."""
    default_generator.set_state(new_state)


class fork_rng:
    """Random numbers drawn inside the with statement leave no trace outside."""

    def __init__(self, devices=None, enabled=True, *_ignored, **_options):
        self._enabled = enabled

    def __enter__(self):
        if self._enabled:
            self._state = get_rng_state()

    def __exit__(self, *raised):
        if self._enabled:
            set_rng_state(self._state)
