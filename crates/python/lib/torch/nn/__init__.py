"""`torch.nn`: layers, losses, parameters and what models are built from."""

from torch.nn.parameter import Parameter
from torch.nn import functional, init
from torch.nn.modules import *
from torch.nn import modules, utils

# Names that PyTorch has and this torch has not: an honest answer instead of "no attribute".
_NOT_BUILT = frozenset(
    "AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveLogSoftmaxWithLoss AdaptiveMaxPool1d "
    "AdaptiveMaxPool2d AdaptiveMaxPool3d AlphaDropout AvgPool1d AvgPool2d AvgPool3d Buffer CTCLoss "
    "ChannelShuffle CircularPad1d CircularPad2d CircularPad3d ConstantPad1d ConstantPad2d ConstantPad3d Conv1d Conv2d "
    "Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d DataParallel Dropout3d EmbeddingBag FeatureAlphaDropout "
    "Fold FractionalMaxPool2d FractionalMaxPool3d GRU GRUCell InstanceNorm1d InstanceNorm2d InstanceNorm3d LPPool1d "
    "LPPool2d LPPool3d LSTM LSTMCell LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d LazyConv1d LazyConv2d LazyConv3d "
    "LazyConvTranspose1d LazyConvTranspose2d LazyConvTranspose3d LazyLinear LocalResponseNorm MaxPool1d MaxPool2d "
    "MaxPool3d MaxUnpool1d MaxUnpool2d MaxUnpool3d MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiheadAttention "
    "PixelShuffle PixelUnshuffle RNN RNNBase RNNCell RReLU ReflectionPad1d ReflectionPad2d ReflectionPad3d "
    "ReplicationPad1d ReplicationPad2d ReplicationPad3d Softmax2d SyncBatchNorm Transformer TransformerDecoder "
    "TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer TripletMarginWithDistanceLoss Unfold "
    "UninitializedBuffer UninitializedParameter Upsample UpsamplingBilinear2d UpsamplingNearest2d ZeroPad1d ZeroPad2d "
    "ZeroPad3d attention parallel quantized".split()
)


def __getattr__(name):
    if name in _NOT_BUILT:
        raise NotImplementedError(f"torch.nn.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.nn' has no attribute '{name}'")
