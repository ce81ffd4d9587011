"""`torch.hub`: models and weights from the net, which cannot be fetched from here.

What it is not: a way to get them. Start reading at `load`.
"""

import os

_dir = [None]


def get_dir():
    """Where downloads would lie."""
    return _dir[0] or os.path.join(os.path.expanduser("~/.cache"), "torch", "hub")


def set_dir(d):
    """Says where downloads would lie."""
    _dir[0] = str(d)


def _refused(name, instead):
    def call(*args, **kwargs):
        raise NotImplementedError(f"torch.hub.{name} would fetch from the net, which this page does not: {instead}")

    call.__name__ = name
    return call


load = _refused("load", "build the model, as torchvision.models does")
list = _refused("list", "see torchvision.models")
help = _refused("help", "see torchvision.models")
load_state_dict_from_url = _refused("load_state_dict_from_url", "put the file beside the notebook, and torch.load it")
download_url_to_file = _refused("download_url_to_file", "put the file beside the notebook")
