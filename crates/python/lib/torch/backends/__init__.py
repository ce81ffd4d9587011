"""Which libraries compute."""

from torch.backends import cuda, cudnn, mps


def __getattr__(name):
    if name in ("mkl", "mkldnn", "openmp"):
        return __import__(f"torch.backends.{name}", fromlist=(name,))
    raise AttributeError(f"module 'torch.backends' has no attribute '{name}'")
