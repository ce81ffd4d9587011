"""Examples of activations and of what compares vectors: `torch.nn`. Start reading at `ReLU`."""

ENTRIES = r"""

ReLU: y = max(0, x)
(*) → (*)
>>> nn.ReLU()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([0., 0., 2.])

ReLU6: y = min(max(0, x), 6)
(*) → (*)
>>> nn.ReLU6()(torch.tensor([-1.0, 3.0, 8.0]))
tensor([0., 3., 6.])

LeakyReLU: y = x for x ≥ 0, negative_slope · x below
(*) → (*)
>>> nn.LeakyReLU(0.1)(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.1000,  0.0000,  2.0000])

PReLU: y = x for x ≥ 0, a · x below, where a is learned
(N, C, *) → the same
>>> nn.PReLU(init=0.25)(torch.tensor([-1.0, 0.0, 2.0])).detach()
tensor([-0.2500,  0.0000,  2.0000])

RReLU: y = x for x ≥ 0, a · x below, a drawn from [lower, upper]; in eval mode their mean
(*) → (*)
>>> nn.RReLU(lower=0.1, upper=0.3).eval()(torch.tensor([-1.0, 2.0]))
tensor([-0.2000,  2.0000])

ELU: y = x for x > 0, alpha · (eˣ − 1) below
(*) → (*)
>>> nn.ELU()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.6321,  0.0000,  2.0000])

CELU: y = max(0, x) + min(0, alpha · (e^(x / alpha) − 1))
(*) → (*)
>>> nn.CELU(alpha=2.0)(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.7869,  0.0000,  2.0000])

SELU: y = 1.0507 · (x for x > 0, 1.6733 · (eˣ − 1) below)
(*) → (*)
>>> nn.SELU()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-1.1113,  0.0000,  2.1014])

GELU: y = x · Φ(x), Φ is the normal distribution's cumulative function
(*) → (*)
>>> nn.GELU()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.1587,  0.0000,  1.9545])

SiLU: y = x · σ(x) = x / (1 + e⁻ˣ)
(*) → (*)
>>> nn.SiLU()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.2689,  0.0000,  1.7616])

Mish: y = x · tanh(ln(1 + eˣ))
(*) → (*)
>>> nn.Mish()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.3034,  0.0000,  1.9440])

Sigmoid: y = σ(x) = 1 / (1 + e⁻ˣ)
(*) → (*)
>>> nn.Sigmoid()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([0.2689, 0.5000, 0.8808])

LogSigmoid: y = ln(1 / (1 + e⁻ˣ))
(*) → (*)
>>> nn.LogSigmoid()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-1.3133, -0.6931, -0.1269])

Tanh: y = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)
(*) → (*)
>>> nn.Tanh()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.7616,  0.0000,  0.9640])

Tanhshrink: y = x − tanh(x)
(*) → (*)
>>> nn.Tanhshrink()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.2384,  0.0000,  1.0360])

Hardtanh: y = min(max(x, min_val), max_val)
(*) → (*)
>>> nn.Hardtanh()(torch.tensor([-3.0, 0.5, 2.0]))
tensor([-1.0000,  0.5000,  1.0000])

Hardsigmoid: y = min(max(x / 6 + 1/2, 0), 1)
(*) → (*)
>>> nn.Hardsigmoid()(torch.tensor([-4.0, 0.0, 1.5]))
tensor([0.0000, 0.5000, 0.7500])

Hardswish: y = x · min(max(x + 3, 0), 6) / 6
(*) → (*)
>>> nn.Hardswish()(torch.tensor([-4.0, 0.0, 3.0]))
tensor([-0., 0., 3.])

Hardshrink: y = x where |x| > lambd, else 0
(*) → (*)
>>> nn.Hardshrink(0.5)(torch.tensor([-1.0, 0.3, 2.0]))
tensor([-1.,  0.,  2.])

Softshrink: y = x − lambd above lambd, x + lambd below −lambd, else 0
(*) → (*)
>>> nn.Softshrink(0.5)(torch.tensor([-1.0, 0.3, 2.0]))
tensor([-0.5000,  0.0000,  1.5000])

Softplus: y = ln(1 + e^(beta · x)) / beta
(*) → (*)
>>> nn.Softplus()(torch.tensor([-1.0, 0.0, 2.0]))
tensor([0.3133, 0.6931, 2.1269])

Softsign: y = x / (1 + |x|)
(*) → (*)
>>> nn.Softsign()(torch.tensor([-1.0, 0.0, 3.0]))
tensor([-0.5000,  0.0000,  0.7500])

Threshold: y = x where x > threshold, else value
(*) → (*)
>>> nn.Threshold(0.5, -1.0)(torch.tensor([0.0, 0.5, 2.0]))
tensor([-1., -1.,  2.])

GLU: y = a · σ(b), where a and b are the two halves of x
(*, 2n, *) → (*, n, *)
>>> nn.GLU()(torch.tensor([1.0, 2.0, 0.0, 0.0]))
tensor([0.5000, 1.0000])

Softmax: yᵢ = e^xᵢ / Σⱼ e^xⱼ along dim
(*) → (*)
>>> nn.Softmax(dim=1)(torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]]))
tensor([[0.0900, 0.2447, 0.6652],
        [0.3333, 0.3333, 0.3333]])

Softmax2d: yᵢ = e^xᵢ / Σⱼ e^xⱼ over the channels of each place
(N, C, H, W) → the same
>>> nn.Softmax2d()(torch.zeros(1, 2, 1, 2))[0, :, 0]
tensor([[0.5000, 0.5000],
        [0.5000, 0.5000]])

Softmin: yᵢ = e^−xᵢ / Σⱼ e^−xⱼ along dim
(*) → (*)
>>> nn.Softmin(dim=0)(torch.tensor([1.0, 2.0, 3.0]))
tensor([0.6652, 0.2447, 0.0900])

LogSoftmax: yᵢ = xᵢ − ln Σⱼ e^xⱼ along dim
(*) → (*)
>>> nn.LogSoftmax(dim=0)(torch.tensor([1.0, 2.0, 3.0]))
tensor([-2.4076, -1.4076, -0.4076])

CosineSimilarity: y = x₁ · x₂ / max(‖x₁‖ ‖x₂‖, eps) along dim
(*, D, *), (*, D, *) → (*, *)
>>> nn.CosineSimilarity(dim=0)(torch.tensor([1.0, 0.0]), torch.tensor([1.0, 1.0]))
tensor(0.7071)

PairwiseDistance: y = ‖x₁ − x₂ + eps‖ₚ along the last dimension
(N, D), (N, D) → (N)
>>> nn.PairwiseDistance()(torch.tensor([[0.0, 0.0]]), torch.tensor([[3.0, 4.0]]))
tensor([5.0000])
"""
