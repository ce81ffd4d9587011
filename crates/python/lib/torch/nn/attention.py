"""`torch.nn.attention`: which way attention is computed; there is one here, and the values are the same.

What it is not: attention itself, which is `torch.nn.functional.scaled_dot_product_attention`. Start reading at `sdpa_kernel`.
"""

from enum import Enum

SDPBackend = Enum(
    "SDPBackend",
    {"ERROR": -1, "MATH": 0, "FLASH_ATTENTION": 1, "EFFICIENT_ATTENTION": 2, "CUDNN_ATTENTION": 3, "OVERRIDEABLE": 4},
)


class sdpa_kernel:
    """Inside it PyTorch computes attention one of these ways."""

    def __init__(self, backends, set_priority=False):
        listed = backends if isinstance(backends, (list, tuple)) else [backends]
        assert all(isinstance(each, SDPBackend) for each in listed), (
            f"Backend must be an instance of SDPBackend or a list of SDPBackend instances, but got {backends}"
        )

    def __enter__(self):
        return None

    def __exit__(self, *raised):
        return False
