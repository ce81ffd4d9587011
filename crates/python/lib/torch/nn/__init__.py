"""Building blocks of neural networks."""

from torch.nn.parameter import Buffer, Parameter
from torch.nn.modules.module import Module
from torch.nn.modules.container import ModuleDict, ModuleList, ParameterDict, ParameterList, Sequential
from torch.nn.modules.linear import Bilinear, Identity, Linear
from torch.nn.modules.activation import *
from torch.nn.modules.shape import Flatten, Unflatten
from torch.nn.modules.dropout import AlphaDropout, Dropout, Dropout1d, Dropout2d, Dropout3d
from torch.nn.modules.sparse import Embedding
from torch.nn.modules.normalization import BatchNorm1d, BatchNorm2d, BatchNorm3d, GroupNorm, LayerNorm
from torch.nn.modules.distance import CosineSimilarity, PairwiseDistance
from torch.nn.modules.loss import *
from torch.nn import functional, init, utils

_NOT_BUILT = frozenset(
    "Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d "
    "AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveMaxPool2d RNN LSTM GRU RNNCell LSTMCell GRUCell Transformer "
    "TransformerEncoder TransformerEncoderLayer TransformerDecoder TransformerDecoderLayer MultiheadAttention Upsample "
    "InstanceNorm1d InstanceNorm2d EmbeddingBag PixelShuffle DataParallel Fold Unfold RMSNorm CTCLoss quantized "
    "ConstantPad1d ConstantPad2d ReflectionPad1d ReflectionPad2d ZeroPad2d LazyLinear Softmax2d RReLU".split()
)


def __getattr__(name):
    if name in _NOT_BUILT:
        raise NotImplementedError(f"torch.nn.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.nn' has no attribute '{name}'")
