"""Nvidia's GPUs: not from here."""


def is_built():
    return False


def flash_sdp_enabled():
    """Whether attention may be computed that way; the values are the same."""
    return True


math_sdp_enabled = mem_efficient_sdp_enabled = cudnn_sdp_enabled = flash_sdp_enabled


def _setting(enabled):
    """Says whether attention may be computed some way: there is one way here."""


enable_flash_sdp = enable_math_sdp = enable_mem_efficient_sdp = enable_cudnn_sdp = _setting


class sdp_kernel:
    """Inside it PyTorch computes attention some of these ways."""

    def __init__(self, enable_flash=True, enable_math=True, enable_mem_efficient=True, enable_cudnn=True):
        pass

    def __enter__(self):
        return None

    def __exit__(self, *raised):
        return False


class _Products:
    """Settings of products of matrices on such a GPU."""

    allow_tf32 = False


matmul = _Products()
