"""Examples of the functions that most networks call: `torch.nn.functional`. Start reading at `relu`."""

ENTRIES = r"""

relu: = torch.nn.ReLU
>>> F.relu(torch.tensor([-1.0, 0.0, 2.0]))
tensor([0., 0., 2.])

relu_: x becomes max(0, x)
(*) → (*)
>>> x = torch.tensor([-1.0, 2.0])
>>> F.relu_(x)
tensor([0., 2.])

relu6: = torch.nn.ReLU6
>>> F.relu6(torch.tensor([-1.0, 3.0, 8.0]))
tensor([0., 3., 6.])

leaky_relu: = torch.nn.LeakyReLU
>>> F.leaky_relu(torch.tensor([-1.0, 0.0, 2.0]), negative_slope=0.1)
tensor([-0.1000,  0.0000,  2.0000])

leaky_relu_: x becomes negative_slope · x where it is below 0
(*) → (*)
>>> F.leaky_relu_(torch.tensor([-1.0, 2.0]), 0.1)
tensor([-0.1000,  2.0000])

prelu: = torch.nn.PReLU
>>> F.prelu(torch.tensor([-1.0, 2.0]), torch.tensor([0.25]))
tensor([-0.2500,  2.0000])

rrelu: = torch.nn.RReLU
>>> F.rrelu(torch.tensor([-1.0, 2.0]), lower=0.1, upper=0.3)
tensor([-0.2000,  2.0000])

elu: = torch.nn.ELU
>>> F.elu(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.6321,  0.0000,  2.0000])

elu_: x becomes alpha · (eˣ − 1) where it is below 0
(*) → (*)
>>> F.elu_(torch.tensor([-1.0, 2.0]))
tensor([-0.6321,  2.0000])

celu: = torch.nn.CELU
>>> F.celu(torch.tensor([-1.0, 0.0, 2.0]), alpha=2.0)
tensor([-0.7869,  0.0000,  2.0000])

selu: = torch.nn.SELU
>>> F.selu(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-1.1113,  0.0000,  2.1014])

gelu: = torch.nn.GELU
>>> F.gelu(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.1587,  0.0000,  1.9545])

silu: = torch.nn.SiLU
>>> F.silu(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.2689,  0.0000,  1.7616])

mish: = torch.nn.Mish
>>> F.mish(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.3034,  0.0000,  1.9440])

sigmoid: = torch.nn.Sigmoid
>>> F.sigmoid(torch.tensor([-1.0, 0.0, 2.0]))
tensor([0.2689, 0.5000, 0.8808])

logsigmoid: = torch.nn.LogSigmoid
>>> F.logsigmoid(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-1.3133, -0.6931, -0.1269])

tanh: = torch.nn.Tanh
>>> F.tanh(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.7616,  0.0000,  0.9640])

tanhshrink: = torch.nn.Tanhshrink
>>> F.tanhshrink(torch.tensor([-1.0, 0.0, 2.0]))
tensor([-0.2384,  0.0000,  1.0360])

hardtanh: = torch.nn.Hardtanh
>>> F.hardtanh(torch.tensor([-3.0, 0.5, 2.0]))
tensor([-1.0000,  0.5000,  1.0000])

hardtanh_: x becomes min(max(x, min_val), max_val)
(*) → (*)
>>> F.hardtanh_(torch.tensor([-3.0, 0.5]))
tensor([-1.0000,  0.5000])

hardsigmoid: = torch.nn.Hardsigmoid
>>> F.hardsigmoid(torch.tensor([-4.0, 0.0, 1.5]))
tensor([0.0000, 0.5000, 0.7500])

hardswish: = torch.nn.Hardswish
>>> F.hardswish(torch.tensor([-4.0, 0.0, 3.0]))
tensor([-0., 0., 3.])

hardshrink: = torch.nn.Hardshrink
>>> F.hardshrink(torch.tensor([-1.0, 0.3, 2.0]))
tensor([-1.,  0.,  2.])

softshrink: = torch.nn.Softshrink
>>> F.softshrink(torch.tensor([-1.0, 0.3, 2.0]))
tensor([-0.5000,  0.0000,  1.5000])

softplus: = torch.nn.Softplus
>>> F.softplus(torch.tensor([-1.0, 0.0, 2.0]))
tensor([0.3133, 0.6931, 2.1269])

softsign: = torch.nn.Softsign
>>> F.softsign(torch.tensor([-1.0, 0.0, 3.0]))
tensor([-0.5000,  0.0000,  0.7500])

threshold: = torch.nn.Threshold
>>> F.threshold(torch.tensor([0.0, 0.5, 2.0]), 0.5, -1.0)
tensor([-1., -1.,  2.])

glu: = torch.nn.GLU
>>> F.glu(torch.tensor([1.0, 2.0, 0.0, 0.0]))
tensor([0.5000, 1.0000])

softmax: = torch.nn.Softmax
>>> F.softmax(torch.tensor([1.0, 2.0, 3.0]), dim=0)
tensor([0.0900, 0.2447, 0.6652])

softmin: = torch.nn.Softmin
>>> F.softmin(torch.tensor([1.0, 2.0, 3.0]), dim=0)
tensor([0.6652, 0.2447, 0.0900])

log_softmax: = torch.nn.LogSoftmax
>>> F.log_softmax(torch.tensor([1.0, 2.0, 3.0]), dim=0)
tensor([-2.4076, -1.4076, -0.4076])

gumbel_softmax: y = softmax((x + g) / tau), where g is drawn from Gumbel's distribution
(*) → (*)
>>> F.gumbel_softmax(torch.zeros(2, 3), hard=True).sum(dim=1)
tensor([1., 1.])

linear: y = x Wᵀ + b
(*, in_features), (out_features, in_features), (out_features) → (*, out_features)
>>> x, w = torch.tensor([[1.0, 2.0]]), torch.tensor([[1.0, 0.0], [1.0, 1.0]])
>>> F.linear(x, w, torch.tensor([0.0, 10.0]))
tensor([[ 1., 13.]])

bilinear: y[k] = x₁ᵀ A[k] x₂ + b[k]
(*, n), (*, m), (out, n, m), (out) → (*, out)
>>> F.bilinear(torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0]]), torch.ones(1, 2, 1))
tensor([[9.]])

conv1d: y[o, t] = b[o] + Σ W[o, c, k] · x[c, stride · t + k]
(N, C_in, L), (C_out, C_in / groups, K) → (N, C_out, L_out)
>>> F.conv1d(torch.tensor([[[1.0, 2.0, 4.0, 8.0]]]), torch.tensor([[[-1.0, 1.0]]]))
tensor([[[1., 2., 4.]]])

conv2d: y[o, i, j] = b[o] + Σ W[o, c, m, n] · x[c, stride · i + m, stride · j + n]
(N, C_in, H, W), (C_out, C_in / groups, KH, KW) → (N, C_out, H_out, W_out)
>>> x = torch.arange(9.0).reshape(1, 1, 3, 3)
>>> F.conv2d(x, torch.ones(1, 1, 2, 2))[0, 0]
tensor([[ 8., 12.],
        [20., 24.]])

conv3d: y[o] = b[o] + Σ W[o, c] ⋆ x[c], over depth, height and width
(N, C_in, D, H, W), (C_out, C_in / groups, KD, KH, KW) → (N, C_out, D_out, H_out, W_out)
>>> F.conv3d(torch.ones(1, 2, 4, 4, 4), torch.ones(3, 2, 2, 2, 2)).shape
torch.Size([1, 3, 3, 3, 3])

conv_transpose1d: y[o, stride · t + k] gathers W[c, o, k] · x[c, t], and b[o]
(N, C_in, L), (C_in, C_out / groups, K) → (N, C_out, L_out)
>>> F.conv_transpose1d(torch.tensor([[[1.0, 2.0]]]), torch.ones(1, 1, 2), stride=2)
tensor([[[1., 1., 2., 2.]]])

conv_transpose2d: y[o, stride · i + m, stride · j + n] gathers W[c, o, m, n] · x[c, i, j], and b[o]
(N, C_in, H, W), (C_in, C_out / groups, KH, KW) → (N, C_out, H_out, W_out)
>>> F.conv_transpose2d(torch.tensor([[[[1.0, 2.0]]]]), torch.ones(1, 1, 2, 2))[0, 0]
tensor([[1., 3., 2.],
        [1., 3., 2.]])

conv_transpose3d: y gathers W[c, o] · x[c] at every stride-th place of depth, height and width, and b[o]
(N, C_in, D, H, W), (C_in, C_out / groups, KD, KH, KW) → (N, C_out, D_out, H_out, W_out)
>>> F.conv_transpose3d(torch.ones(1, 2, 3, 3, 3), torch.ones(2, 1, 2, 2, 2), stride=2).shape
torch.Size([1, 1, 6, 6, 6])

max_pool1d: = torch.nn.MaxPool1d
>>> F.max_pool1d(torch.tensor([[[1.0, 5.0, 2.0, 3.0]]]), kernel_size=2)
tensor([[[5., 3.]]])

max_pool2d: = torch.nn.MaxPool2d
>>> F.max_pool2d(torch.arange(16.0).reshape(1, 1, 4, 4), kernel_size=2)[0, 0]
tensor([[ 5.,  7.],
        [13., 15.]])

max_pool3d: = torch.nn.MaxPool3d
>>> F.max_pool3d(torch.ones(1, 3, 8, 8, 8), kernel_size=2).shape
torch.Size([1, 3, 4, 4, 4])

avg_pool1d: = torch.nn.AvgPool1d
>>> F.avg_pool1d(torch.tensor([[[1.0, 5.0, 2.0, 3.0]]]), kernel_size=2)
tensor([[[3.0000, 2.5000]]])

avg_pool2d: = torch.nn.AvgPool2d
>>> F.avg_pool2d(torch.arange(16.0).reshape(1, 1, 4, 4), kernel_size=2)[0, 0]
tensor([[ 2.5000,  4.5000],
        [10.5000, 12.5000]])

avg_pool3d: = torch.nn.AvgPool3d
>>> F.avg_pool3d(torch.ones(1, 3, 8, 8, 8), kernel_size=2).shape
torch.Size([1, 3, 4, 4, 4])

adaptive_avg_pool1d: = torch.nn.AdaptiveAvgPool1d
>>> F.adaptive_avg_pool1d(torch.tensor([[[1.0, 3.0, 5.0, 7.0]]]), 2)
tensor([[[2., 6.]]])

adaptive_avg_pool2d: = torch.nn.AdaptiveAvgPool2d
>>> F.adaptive_avg_pool2d(torch.arange(16.0).reshape(1, 1, 4, 4), 1)
tensor([[[[7.5000]]]])

adaptive_avg_pool3d: = torch.nn.AdaptiveAvgPool3d
>>> F.adaptive_avg_pool3d(torch.ones(1, 3, 4, 8, 8), 2).shape
torch.Size([1, 3, 2, 2, 2])

adaptive_max_pool1d: = torch.nn.AdaptiveMaxPool1d
>>> F.adaptive_max_pool1d(torch.tensor([[[1.0, 3.0, 7.0, 5.0]]]), 2)
tensor([[[3., 7.]]])

adaptive_max_pool2d: = torch.nn.AdaptiveMaxPool2d
>>> F.adaptive_max_pool2d(torch.arange(16.0).reshape(1, 1, 4, 4), 2)[0, 0]
tensor([[ 5.,  7.],
        [13., 15.]])

adaptive_max_pool3d: = torch.nn.AdaptiveMaxPool3d
>>> F.adaptive_max_pool3d(torch.ones(1, 3, 8, 8, 8), 2).shape
torch.Size([1, 3, 2, 2, 2])

dropout: = torch.nn.Dropout
>>> F.dropout(torch.ones(1000), p=0.5).unique()
tensor([0., 2.])
>>> F.dropout(torch.ones(3), training=False)
tensor([1., 1., 1.])

dropout1d: = torch.nn.Dropout1d
>>> F.dropout1d(torch.ones(1, 100, 3)).unique()
tensor([0., 2.])

dropout2d: = torch.nn.Dropout2d
>>> F.dropout2d(torch.ones(1, 100, 2, 2)).unique()
tensor([0., 2.])

dropout3d: = torch.nn.Dropout3d
>>> F.dropout3d(torch.ones(1, 100, 2, 2, 2)).unique()
tensor([0., 2.])

alpha_dropout: = torch.nn.AlphaDropout
>>> F.alpha_dropout(torch.ones(3), p=0.2, training=False)
tensor([1., 1., 1.])

feature_alpha_dropout: = torch.nn.FeatureAlphaDropout
>>> F.feature_alpha_dropout(torch.ones(1, 2, 3), p=0.2, training=False).shape
torch.Size([1, 2, 3])

embedding: y = W[x]
(*) of whole numbers, (V, D) → (*, D)
>>> table = torch.tensor([[0.0, 0.1], [1.0, 1.1], [2.0, 2.1]])
>>> F.embedding(torch.tensor([2, 0]), table)
tensor([[2.0000, 2.1000],
        [0.0000, 0.1000]])

embedding_bag: y = the mean, sum or max of the rows W[x] of each bag
(B, N) of whole numbers, (V, D) → (B, D)
>>> table = torch.tensor([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]])
>>> F.embedding_bag(torch.tensor([[0, 2], [1, 1]]), table)
tensor([[2., 3.],
        [2., 3.]])

one_hot: y[…, c] = 1 where x = c, else 0
(*) of whole numbers → (*, num_classes)
>>> F.one_hot(torch.tensor([0, 2, 1]), num_classes=3)
tensor([[1, 0, 0],
        [0, 0, 1],
        [0, 1, 0]])

batch_norm: y = (x − running_mean) / √(running_var + eps) · weight + bias; in training, mean and var of the batch
(N, C, *), (C), (C) → the same as x
>>> x = torch.tensor([[1.0, 10.0], [3.0, 30.0]])
>>> F.batch_norm(x, torch.zeros(2), torch.ones(2), training=True)
tensor([[-1.0000, -1.0000],
        [ 1.0000,  1.0000]])

instance_norm: y = (x − mean) / √(var + eps), mean and var of each channel of each example
(N, C, *) → the same
>>> F.instance_norm(torch.tensor([[[1.0, 3.0]], [[10.0, 30.0]]]))[:, 0]
tensor([[-1.0000,  1.0000],
        [-1.0000,  1.0000]])

layer_norm: = torch.nn.LayerNorm
>>> F.layer_norm(torch.tensor([[1.0, 3.0], [5.0, 1.0]]), (2,))
tensor([[-1.0000,  1.0000],
        [ 1.0000, -1.0000]])

rms_norm: = torch.nn.RMSNorm
>>> F.rms_norm(torch.tensor([[1.0, 1.0], [3.0, -3.0]]), (2,))
tensor([[ 1.,  1.],
        [ 1., -1.]])

group_norm: = torch.nn.GroupNorm
>>> F.group_norm(torch.tensor([[1.0, 3.0], [5.0, 1.0]]), num_groups=1)
tensor([[-1.0000,  1.0000],
        [ 1.0000, -1.0000]])

local_response_norm: = torch.nn.LocalResponseNorm
>>> F.local_response_norm(torch.ones(1, 2, 3), 2).shape
torch.Size([1, 2, 3])

normalize: y = x / max(‖x‖ₚ, eps) along dim
(*) → (*)
>>> F.normalize(torch.tensor([[3.0, 4.0], [0.0, 2.0]]), dim=1)
tensor([[0.6000, 0.8000],
        [0.0000, 1.0000]])

scaled_dot_product_attention: y = softmax(Q Kᵀ / √d + mask) V
(*, L, d), (*, S, d), (*, S, v) → (*, L, v)
>>> q = k = torch.zeros(1, 2, 4)
>>> F.scaled_dot_product_attention(q, k, torch.tensor([[[1.0], [3.0]]]), is_causal=True).flatten()
tensor([1., 2.])
"""
