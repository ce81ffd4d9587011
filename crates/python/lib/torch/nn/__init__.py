"""`torch.nn`: layers, losses, parameters and what models are built from."""

from torch.nn.parameter import Parameter
from torch.nn import functional, init
from torch.nn.modules import *
from torch.nn import modules, utils

# Names that PyTorch has and this torch has not: an honest answer instead of "no attribute".
_NOT_BUILT = frozenset(
    "AdaptiveLogSoftmaxWithLoss AlphaDropout Buffer CTCLoss ChannelShuffle CircularPad1d CircularPad2d "
    "CircularPad3d ConstantPad1d ConstantPad2d ConstantPad3d DataParallel EmbeddingBag "
    "FeatureAlphaDropout Fold FractionalMaxPool2d FractionalMaxPool3d GRUCell InstanceNorm1d InstanceNorm2d "
    "InstanceNorm3d LPPool1d LPPool2d LPPool3d LSTMCell LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d LazyConv1d "
    "LazyConv2d LazyConv3d LazyConvTranspose1d LazyConvTranspose2d LazyConvTranspose3d LazyLinear LocalResponseNorm "
    "MaxUnpool1d MaxUnpool2d MaxUnpool3d MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiheadAttention "
    "PixelShuffle PixelUnshuffle RNNCell RReLU ReflectionPad1d ReflectionPad2d ReflectionPad3d ReplicationPad1d "
    "ReplicationPad2d ReplicationPad3d Softmax2d SyncBatchNorm Transformer TransformerDecoder "
    "TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer TripletMarginWithDistanceLoss Unfold "
    "UninitializedBuffer UninitializedParameter UpsamplingBilinear2d UpsamplingNearest2d ZeroPad1d ZeroPad2d "
    "ZeroPad3d attention parallel quantized".split()
)


def __getattr__(name):
    if name in _NOT_BUILT:
        raise NotImplementedError(f"torch.nn.{name} is not built into this torch")
    if name in modules._RECURRENT:
        return getattr(modules, name)
    raise AttributeError(f"module 'torch.nn' has no attribute '{name}'")
