"""Layers that few programs use."""

from torch.nn import functional as F
from torch.nn.modules.dropout import _DropoutNd
from torch.nn.modules.loss import _WeightedLoss
from torch.nn.modules.module import Module
from torch.nn.modules.sparse import Embedding
from torch.nn.modules.upsampling import Upsample


class Softmax2d(Module):
    """Softmax over the channels, at each place of an image."""

    def forward(self, input):
        if input.dim() not in (3, 4):
            raise ValueError(f"Softmax2d: expected input to be 3D or 4D, got {input.dim()}D instead")
        return input.softmax(-3)


class LocalResponseNorm(Module):
    """Divided by a power of the mean square of channels near by."""

    def __init__(self, size, alpha=1e-4, beta=0.75, k=1.0):
        super().__init__()
        self.size = size
        self.alpha = alpha
        self.beta = beta
        self.k = k

    def forward(self, input):
        return F.local_response_norm(input, self.size, self.alpha, self.beta, self.k)

    def extra_repr(self):
        return f"{self.size}, alpha={self.alpha}, beta={self.beta}, k={self.k}"


class AlphaDropout(_DropoutNd):
    """Dropout that keeps mean 0 and variance 1, for SELU."""

    def forward(self, input):
        return F.alpha_dropout(input, self.p, self.training, self.inplace)


class UpsamplingNearest2d(Upsample):
    """Images scaled, each new place with the value of the nearest old one before it."""

    def __init__(self, size=None, scale_factor=None):
        super().__init__(size, scale_factor, mode="nearest")


class MultiLabelSoftMarginLoss(_WeightedLoss):
    """Binary cross entropy of logits, the mean over the classes."""

    def forward(self, input, target):
        return F.multilabel_soft_margin_loss(input, target, weight=self.weight, reduction=self.reduction)


class EmbeddingBag(Embedding):
    """The sums, means or largest values of bags of rows of `weight`."""

    def __init__(self, num_embeddings, embedding_dim, max_norm=None, norm_type=2.0, scale_grad_by_freq=False,
                 mode="mean", sparse=False, _weight=None, include_last_offset=False, padding_idx=None, device=None,
                 dtype=None):
        super().__init__(
            num_embeddings, embedding_dim, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, _weight,
            device=device, dtype=dtype
        )
        self.mode = mode
        self.include_last_offset = include_last_offset

    @classmethod
    def from_pretrained(cls, embeddings, freeze=True, max_norm=None, norm_type=2.0, scale_grad_by_freq=False,
                        mode="mean", sparse=False, include_last_offset=False, padding_idx=None):
        """Bags of these rows, which are trained only if `freeze` is False."""
        assert embeddings.dim() == 2, "Embeddings parameter is expected to be 2-dimensional"
        bag = cls(
            *embeddings.shape, max_norm, norm_type, scale_grad_by_freq, mode, sparse, embeddings, include_last_offset,
            padding_idx
        )
        bag.weight.requires_grad = not freeze
        return bag

    def forward(self, input, offsets=None, per_sample_weights=None):
        return F.embedding_bag(
            input, self.weight, offsets, self.max_norm, self.norm_type, self.scale_grad_by_freq, self.mode, self.sparse,
            per_sample_weights, self.include_last_offset, self.padding_idx
        )

    # The way of combining is always shown.
    _shown = {"max_norm": None, "norm_type": 2.0, "scale_grad_by_freq": False, "mode": "", "padding_idx": None}


class DataParallel(Module):
    """A model on several GPUs; without any, PyTorch's too is the model alone."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        if device_ids:
            raise AssertionError("Torch not compiled with CUDA enabled")
        self.dim = dim
        self.module = module
        self.device_ids = []
        self.output_device = output_device

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)
