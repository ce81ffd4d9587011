# Regions of feature maps, distances of boxes, and the blocks of torchvision.ops.
import torch, torch.nn as nn
from torchvision import ops


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


torch.manual_seed(0)
b = torch.tensor([[0.0, 0, 10, 10], [1, 1, 11, 11], [20, 20, 30, 35]])
x = torch.arange(2 * 2 * 9 * 8.0).reshape(2, 2, 9, 8).requires_grad_()
r = [torch.tensor([[0.0, 0, 4, 4], [1.3, 2.2, 7.7, 6.1]]), torch.tensor([[-3.0, -2, 3, 20]])]
show("c", lambda: ops.complete_box_iou(b, b))
show("d", lambda: ops.distance_box_iou(b, b[:2]))
for kw in (
    {},
    dict(spatial_scale=0.5),
    dict(sampling_ratio=2),
    dict(aligned=True),
    dict(aligned=True, sampling_ratio=1, spatial_scale=0.7),
):
    show(kw, lambda: ops.roi_align(x, r, (2, 3), **kw))
show("p", lambda: ops.roi_pool(x, r, 2))
show("p", lambda: ops.roi_pool(x, r, (2, 3), 0.5))
show("t", lambda: ops.roi_align(x, torch.tensor([[1.0, 0, 0, 4, 4]]), 2))
show("e", lambda: ops.roi_align(x, r[:1][0], 2))
show("e", lambda: ops.roi_align(x, [torch.zeros(0, 4)] * 2, 2).shape)
show("e", lambda: ops.roi_align(x, [torch.ones(2, 3)], 2))
ops.roi_align(x, r, 2).sum().backward()
print(x.grad[0, 0])
x.grad = None
ops.roi_pool(x, r, 2).sum().backward()
print(x.grad[0, 0])
print(ops.RoIAlign(2, 1.0, 2), ops.RoIPool((2, 2), 0.5), ops.RoIAlign(2, 1.0, 2)(x, r).shape)
m = ops.Conv2dNormActivation(1, 2)
print(m, m.out_channels, m(torch.ones(1, 1, 3, 3)).shape)
print(
    ops.Conv2dNormActivation(1, 2, 5, stride=2, norm_layer=None, activation_layer=nn.SiLU, dilation=2, inplace=None),
    ops.Conv2dNormActivation(1, 2, (3, 5), activation_layer=None),
    ops.Conv3dNormActivation(1, 2),
)
s = ops.SqueezeExcitation(4, 2, scale_activation=nn.Hardsigmoid)
print(s, s(torch.ones(1, 4, 2, 2)).sum())
print(
    ops.StochasticDepth(0.5, "row"),
    ops.stochastic_depth(torch.ones(4, 2), 0.5, "row"),
    ops.stochastic_depth(torch.ones(4, 2), 0.5, "batch"),
    ops.stochastic_depth(torch.ones(4, 2), 1.0, "row"),
    ops.StochasticDepth(0.5, "batch").eval()(torch.ones(2)),
)
show("sd", lambda: ops.stochastic_depth(b, 2.0, "row"))
show("sd", lambda: ops.stochastic_depth(b, 0.5, "foo"))
show("sd", lambda: ops.StochasticDepth(0.5, "foo")(b))
f = ops.FrozenBatchNorm2d(2)
print(f, list(f.state_dict()), f(torch.ones(1, 2, 1, 1)))
