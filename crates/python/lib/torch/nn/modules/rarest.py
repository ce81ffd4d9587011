"""Layers of large vocabularies, of windows by chance and of volumes put back.

Start reading anywhere: each stands alone.
"""

import collections

import _torch
from _scalars import NUMBERS
from torch.nn import functional as F
from torch.nn.modules.container import ModuleList, Sequential
from torch.nn.modules.dropout import _DropoutNd
from torch.nn.modules.linear import Linear
from torch.nn.modules.loss import NLLLoss
from torch.nn.modules.module import Module, own
from torch.nn.modules.rarer import _MaxUnpool


class FeatureAlphaDropout(_DropoutNd):
    """Dropout of whole channels that keeps mean 0 and variance 1, for SELU."""

    def forward(self, input):
        return F.feature_alpha_dropout(input, self.p, self.training)


@own("__init__", "forward")
class MaxUnpool3d(_MaxUnpool):
    """The largest values of windows where they came from, zeros elsewhere."""

    _dims, _unpool = 3, staticmethod(F.max_unpool3d)


class _FractionalMaxPool(Module):
    def __init__(self, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None):
        super().__init__()
        name, dims = type(self).__name__, self._dims
        each = (lambda value: (value,) * dims if isinstance(value, NUMBERS) else tuple(value))
        self.kernel_size, self.return_indices = each(kernel_size), return_indices
        self.register_buffer("_random_samples", _random_samples)
        self.output_size = output_size if output_size is None else each(output_size)
        self.output_ratio = output_ratio if output_ratio is None else each(output_ratio)
        if output_size is None and output_ratio is None:
            raise ValueError(f"{name} requires specifying either an output size, or a pooling ratio")
        if output_size is not None and output_ratio is not None:
            raise ValueError("only one of output_size and output_ratio may be specified")
        if self.output_ratio is not None and not all(0 < ratio < 1 for ratio in self.output_ratio):
            raise ValueError(f"output_ratio must be between 0 and 1 (got {output_ratio})")

    def forward(self, input):
        return self._pool(
            input, self.kernel_size, self.output_size, self.output_ratio, self.return_indices, self._random_samples
        )


@own("__init__", "forward")
class FractionalMaxPool2d(_FractionalMaxPool):
    """The largest values of windows of height and width, which lie by chance."""

    _dims, _pool = 2, staticmethod(F.fractional_max_pool2d)


@own("__init__", "forward")
class FractionalMaxPool3d(_FractionalMaxPool):
    """The largest values of windows of depth, height and width, which lie by chance."""

    _dims, _pool = 3, staticmethod(F.fractional_max_pool3d)


_ASMoutput = collections.namedtuple("_ASMoutput", ["output", "loss"])


class AdaptiveLogSoftmaxWithLoss(Module):
    """A softmax of many classes (Grave et al., 2017): frequent ones at the head, the others in clusters behind it."""

    def __init__(self, in_features, n_classes, cutoffs, div_value=4.0, head_bias=False, device=None, dtype=None):
        super().__init__()
        cutoffs = list(cutoffs)
        if not cutoffs:
            raise ValueError("cutoffs should be a sequence of length larger than 0")
        is_rising = cutoffs == sorted(set(cutoffs)) and min(cutoffs) > 0
        if not (is_rising and max(cutoffs) <= n_classes - 1 and all(int(c) == c for c in cutoffs)):
            raise ValueError(
                "cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is "
                "between 1 and n_classes-1"
            )
        self.in_features, self.n_classes, self.div_value, self.head_bias = in_features, n_classes, div_value, head_bias
        self.cutoffs = cutoffs + [n_classes]
        self.shortlist_size = self.cutoffs[0]
        self.n_clusters = len(self.cutoffs) - 1
        self.head_size = self.shortlist_size + self.n_clusters
        where = dict(device=device, dtype=dtype)
        self.head = Linear(in_features, self.head_size, bias=head_bias, **where)
        self.tail = ModuleList()
        for at in range(self.n_clusters):
            width = int(in_features // div_value ** (at + 1))
            size = self.cutoffs[at + 1] - self.cutoffs[at]
            self.tail.append(Sequential(Linear(in_features, width, bias=False, **where), Linear(width, size, bias=False, **where)))

    def reset_parameters(self):
        self.head.reset_parameters()
        for first, second in self.tail:
            first.reset_parameters()
            second.reset_parameters()

    def forward(self, input, target):
        """The logarithm of the probability of each target, and their mean as a loss."""
        self._check(input, target)
        is_batched = target.dim() > 0
        input, target = (input, target) if is_batched else (input.unsqueeze(0), target.unsqueeze(0))
        if target.numel() and not (0 <= int(target.min()) and int(target.max()) < self.n_classes):
            raise RuntimeError(
                f"Target values should be in [0, {self.n_classes - 1}], but values in range "
                f"[{int(target.min())}, {int(target.max())}] were found. "
            )
        output, chosen = input.new_zeros((target.size(0),)), target.clone()
        for at in range(self.n_clusters):
            rows = ((target >= self.cutoffs[at]) & (target < self.cutoffs[at + 1])).nonzero().squeeze(1)
            if rows.numel():
                chosen = chosen.index_fill(0, rows, self.shortlist_size + at)
                local = F.log_softmax(self.tail[at](input.index_select(0, rows)), dim=1)
                found = local.gather(1, (target[rows] - self.cutoffs[at]).unsqueeze(1)).squeeze(1)
                output = output.index_copy(0, rows, found)
        head = F.log_softmax(self.head(input), dim=1)
        output = output + head.gather(1, chosen.unsqueeze(1)).squeeze()
        loss = (-output).mean()
        return _ASMoutput(output if is_batched else output.squeeze(0), loss)

    @staticmethod
    def _check(input, target):
        if target.dim() == 1:
            if input.size(0) != target.size(0):
                raise RuntimeError("Input and target should have the same size in the batch dimension.")
            if input.dim() != 2:
                raise RuntimeError(f"1D target tensor expects 2D input tensors, but found inputs with size {input.size()}")
        elif target.dim() == 0:
            if input.dim() != 1:
                raise RuntimeError(f"0D target tensor expects 1D input tensors, but found inputs with size {input.size()}")
        else:
            raise RuntimeError("0D or 1D target tensor expected, multi-target not supported")

    def log_prob(self, input):
        """The logarithms of the probabilities of all classes."""
        head = F.log_softmax(self.head(input), dim=1)
        parts = [head[:, : self.shortlist_size]]
        for at in range(self.n_clusters):
            cluster = F.log_softmax(self.tail[at](input), dim=1)
            parts.append(cluster + head[:, self.shortlist_size + at].unsqueeze(1))
        return _torch.cat(parts, 1)

    def predict(self, input):
        """The likeliest class of each."""
        return self.log_prob(input).argmax(dim=1)


@own("__init__")
class NLLLoss2d(NLLLoss):
    """The older name of `NLLLoss`, which takes pictures of classes, too."""

    def __init__(self, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
        import warnings

        warnings.warn(
            "`NLLLoss2d` has been deprecated. Please use `NLLLoss` instead as a drop-in replacement and see "
            "https://pytorch.org/docs/main/nn.html#torch.nn.NLLLoss for more details.",
            FutureWarning,
            stacklevel=2,
        )
        super().__init__(weight, size_average, ignore_index, reduce, reduction)
