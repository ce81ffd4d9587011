"""What is no number stays so, and so does its gradient: a training that has gone astray is seen to be so."""

import torch
import torch.nn.functional as F

FUNCTIONS = dict(
    relu=F.relu,
    relu6=F.relu6,
    hardtanh=F.hardtanh,
    hardswish=F.hardswish,
    hardsigmoid=F.hardsigmoid,
    hardshrink=F.hardshrink,
    softshrink=F.softshrink,
    threshold=lambda x: F.threshold(x, 0.0, 5.0),
    amax=lambda x: x.amax(),
    amin=lambda x: x.amin(),
    max=lambda x: x.max(),
    elu=F.elu,
    selu=F.selu,
    celu=F.celu,
    leaky=F.leaky_relu,
    prelu=lambda x: F.prelu(x, torch.tensor([0.2])),
    softplus=F.softplus,
    silu=F.silu,
    gelu=F.gelu,
    mish=F.mish,
    abs=torch.abs,
    sign=torch.sign,
    clamp=lambda x: x.clamp(-1, 1),
    clampmin=lambda x: x.clamp(min=0),
    maximum=lambda x: torch.maximum(x, torch.zeros(3)),
    maxpool=lambda x: F.max_pool1d(x[None, None], 3),
    rrelu=lambda x: F.rrelu(x, training=False),
    logsig=F.logsigmoid,
    where=lambda x: torch.where(x > 0, x, 0.0),
    smooth=lambda x: F.smooth_l1_loss(x, torch.zeros(3)),
    huber=lambda x: F.huber_loss(x, torch.zeros(3)),
    l1=lambda x: F.l1_loss(x, torch.zeros(3)),
    norm=lambda x: x.norm(),
    soft=lambda x: x.softmax(0),
    glu=lambda x: F.glu(torch.cat([x, x])),
    fmax=lambda x: torch.fmax(x, torch.zeros(3)),
    median=lambda x: x.median(),
    hinge=lambda x: F.hinge_embedding_loss(x, torch.tensor([1.0, -1.0, 1.0])),
    mrl=lambda x: F.margin_ranking_loss(x, torch.zeros(3), torch.ones(3)),
    softsign=F.softsign,
    tanhshrink=F.tanhshrink,
    relu_=lambda x: (x * 1).relu_(),
)
for name, function in FUNCTIONS.items():
    x = torch.tensor([float("nan"), 1.0, -1.0], requires_grad=True)
    y = function(x)
    y.sum().backward()
    print(name, [round(v, 4) for v in y.detach().reshape(-1).tolist()], [round(v, 4) for v in x.grad.tolist()])
x = torch.zeros(1, requires_grad=True)
F.rrelu(x, training=False).backward()
print(x.grad)
