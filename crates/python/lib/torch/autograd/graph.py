"""`torch.autograd.graph`: what is kept for backward passes.

What it is not: a way to keep something else; the core keeps tensors itself. Start reading at `save_on_cpu`.
"""


class save_on_cpu:
    """Inside it PyTorch keeps what backward needs in the computer's own memory, where it is here in any case."""

    def __init__(self, pin_memory=False, device_type="cuda"):
        pass

    def __enter__(self):
        return None

    def __exit__(self, *raised):
        return False


class saved_tensors_hooks:
    """Functions for what is kept for backward, and how it comes back."""

    def __init__(self, pack_hook, unpack_hook):
        raise NotImplementedError("torch.autograd.graph.saved_tensors_hooks is not built into this torch")
