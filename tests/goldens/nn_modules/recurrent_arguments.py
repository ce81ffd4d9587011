"""Recurrent layers: what they take and refuse, projections of LSTM, and whose `forward` misses its input."""
import torch
from torch import nn

torch.manual_seed(0)


def told(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


layer = nn.LSTM(3, 5, 2, proj_size=2, bidirectional=True)
print(layer, [(name, tuple(each.shape)) for name, each in layer.named_parameters()][:6])
output, (hidden, cell) = layer(torch.ones(4, 1, 3))
print(output[0], hidden.shape, cell.shape, [len(weights) for weights in layer.all_weights])
told(lambda: layer(torch.ones(4, 1, 3), (torch.zeros(4, 1, 2), torch.zeros(4, 1, 5)))[0].shape)
for make in (
    lambda: nn.GRU(2, 3, proj_size=1), lambda: nn.LSTM(2, 3, proj_size=4), lambda: nn.LSTM(2, 3, proj_size=-1),
    lambda: nn.RNN(2, 3, nonlinearity="sin"), lambda: nn.RNN(2, 3, 2, "relu"), lambda: nn.RNN(2, 3, 2, "relu", False),
    lambda: nn.LSTM(2), lambda: nn.GRU(), lambda: nn.RNN(), lambda: nn.LSTM(2, 3, other=1), lambda: nn.LSTM(0, 3),
    lambda: nn.LSTM(2.0, 3), lambda: nn.RNNBase("OTHER", 2, 3), lambda: nn.LSTM(2, 3).mode, lambda: nn.RNN(2, 3).mode,
):
    told(make)
x, one = torch.ones(2, 2, 2), torch.ones(1, 1, 3)
for given in ((x, (one, one)), (x, one), (x[0], (one, one)), (x, (one[0], one[0])), (x, (torch.ones(1, 2, 3), torch.ones(1, 2, 4))),
              (torch.ones(2, 2, 5),), (x.long(),), (x.double(),), (x[:0],), (torch.tensor(1.0),)):
    told(lambda: nn.LSTM(2, 3)(*given)[0].shape)
for given in ((x, one), (x[0], one), (x, one[0]), (torch.ones(1, 1, 1, 2),)):
    told(lambda: nn.GRU(2, 3)(*given)[0].shape)
told(lambda: nn.RNN(2, 3)(torch.ones(1, 1, 1, 2)))
for maker in (nn.GRU, nn.RNN):
    told(lambda: maker(2, 3)())
for layer in (nn.Conv2d(1, 1, 1), nn.MaxPool2d(2), nn.AdaptiveAvgPool2d(1), nn.ReLU(), nn.LeakyReLU(), nn.LogSoftmax(1),
              nn.ReflectionPad2d(1), nn.ZeroPad2d(1), nn.RMSNorm(3)):
    told(lambda: layer())
told(lambda: nn.Softmax("a"))
told(lambda: nn.LPPool2d(0, 2))
told(lambda: nn.PixelShuffle(2)([1.0]))
told(lambda: nn.RMSNorm(2)(torch.ones(2).long()))
told(lambda: nn.ChannelShuffle(2)(torch.ones(4)))
told(lambda: [each.shape for each in nn.MultiheadAttention(4, 2)(*[torch.ones(0, 4)] * 3)])
