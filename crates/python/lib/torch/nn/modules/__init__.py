"""The layers, a file a kind."""

from torch.nn.modules.activation import (
    CELU, ELU, GELU, GLU, Hardshrink, Hardsigmoid, Hardswish, Hardtanh, LeakyReLU, LogSigmoid, LogSoftmax, Mish, PReLU,
    ReLU, ReLU6, SELU, Sigmoid, SiLU, Softmax, Softmin, Softplus, Softshrink, Softsign, Tanh, Tanhshrink, Threshold,
)
from torch.nn.modules.batchnorm import BatchNorm1d, BatchNorm2d, BatchNorm3d
from torch.nn.modules.conv import Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d
from torch.nn.modules.container import ModuleDict, ModuleList, ParameterDict, ParameterList, Sequential
from torch.nn.modules.distance import CosineSimilarity, PairwiseDistance
from torch.nn.modules.dropout import Dropout, Dropout1d, Dropout2d, Dropout3d
from torch.nn.modules.linear import Bilinear, Identity, Linear
from torch.nn.modules.loss import (
    BCELoss, BCEWithLogitsLoss, CosineEmbeddingLoss, CrossEntropyLoss, GaussianNLLLoss, HingeEmbeddingLoss, HuberLoss,
    KLDivLoss, L1Loss, MarginRankingLoss, MSELoss, MultiMarginLoss, NLLLoss, PoissonNLLLoss, SmoothL1Loss,
    SoftMarginLoss, TripletMarginLoss,
)
from torch.nn.modules.module import Module
from torch.nn.modules.normalization import GroupNorm, LayerNorm, RMSNorm
from torch.nn.modules.pooling import (
    AdaptiveAvgPool1d, AdaptiveAvgPool2d, AdaptiveAvgPool3d, AdaptiveMaxPool1d, AdaptiveMaxPool2d, AdaptiveMaxPool3d,
    AvgPool1d, AvgPool2d, AvgPool3d, MaxPool1d, MaxPool2d, MaxPool3d,
)
from torch.nn.modules.flatten import Flatten, Unflatten
from torch.nn.modules.sparse import Embedding
from torch.nn.modules.upsampling import Upsample

# What `torch.nn` has from the start.
__all__ = [name for name in dir() if name[0].isupper()]

# Rare in first lessons: these come when they are asked for.
_LATER = {
    **dict.fromkeys(("GRU", "LSTM", "RNN", "RNNBase"), "rnn"),
    **{
        f"{kind}Pad{dims}d": "padding"
        for kind in ("Constant", "Zero", "Reflection", "Replication", "Circular")
        for dims in (1, 2, 3)
    },
    "MultiheadAttention": "attention",
    **{f"Transformer{part}": "transformer" for part in ("", "Encoder", "Decoder", "EncoderLayer", "DecoderLayer")},
    **dict.fromkeys(("InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d"), "instancenorm"),
    **dict.fromkeys(("ChannelShuffle", "Fold", "PixelShuffle", "PixelUnshuffle", "Unfold"), "rearrange"),
    **dict.fromkeys(
        (
            "AlphaDropout",
            "DataParallel",
            "EmbeddingBag",
            "LocalResponseNorm",
            "MultiLabelSoftMarginLoss",
            "Softmax2d",
            "UpsamplingNearest2d",
        ),
        "rare",
    ),
    **dict.fromkeys(
        (
            "CTCLoss",
            "LPPool1d",
            "LPPool2d",
            "LPPool3d",
            "MaxUnpool1d",
            "MaxUnpool2d",
            "MultiLabelMarginLoss",
            "RReLU",
            "TripletMarginWithDistanceLoss",
            "UpsamplingBilinear2d",
        ),
        "rarer",
    ),
    **dict.fromkeys(
        "AdaptiveLogSoftmaxWithLoss FeatureAlphaDropout FractionalMaxPool2d FractionalMaxPool3d MaxUnpool3d NLLLoss2d".split(), "rarest"
    ),
    "LazyLinear": "lazy",
    "SyncBatchNorm": "syncbatchnorm",
    **{f"Lazy{kind}{dims}d": "lazy" for kind in ("Conv", "ConvTranspose", "BatchNorm", "InstanceNorm") for dims in (1, 2, 3)},
    **dict.fromkeys(("GRUCell", "LSTMCell", "RNNCell", "RNNCellBase"), "rnn_cell"),
}


def __getattr__(name):
    if name == "utils":
        return __import__("torch.nn.modules.utils", fromlist=("utils",))
    if name in _LATER:
        return getattr(__import__(f"torch.nn.modules.{_LATER[name]}", fromlist=(name,)), name)
    raise AttributeError(f"module 'torch.nn.modules' has no attribute '{name}'")
