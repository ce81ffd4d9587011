"""Examples of the layers that have weights, of the containers, and of dropout: `torch.nn`. Start reading at `Linear`."""

ENTRIES = r"""

Linear: y = x Wᵀ + b
(*, in_features) → (*, out_features)
>>> layer = nn.Linear(3, 2)
>>> layer(torch.ones(4, 3)).shape
torch.Size([4, 2])
>>> layer.weight.shape, layer.bias.shape
(torch.Size([2, 3]), torch.Size([2]))

Bilinear: y = x₁ᵀ A x₂ + b
(*, in1_features), (*, in2_features) → (*, out_features)
>>> layer = nn.Bilinear(3, 4, 2)
>>> layer(torch.ones(5, 3), torch.ones(5, 4)).shape
torch.Size([5, 2])

Identity: y = x
(*) → (*)
>>> nn.Identity()(torch.tensor([1.0, 2.0]))
tensor([1., 2.])

Module: y = forward(x)
>>> class Double(nn.Module):
...     def forward(self, x):
...         return 2 * x
>>> Double()(torch.tensor([1.0, 2.0]))
tensor([2., 4.])

Sequential: y = fₙ(… f₂(f₁(x)))
the first layer's input → the last layer's output
>>> net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
>>> net(torch.ones(2, 3)).shape
torch.Size([2, 1])
>>> net[1]
ReLU()

ModuleList:
>>> layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
>>> len(layers), layers[0]
(3, Linear(in_features=2, out_features=2, bias=True))

ModuleDict:
>>> layers = nn.ModuleDict({"small": nn.Linear(2, 2), "large": nn.Linear(2, 9)})
>>> layers["large"](torch.ones(1, 2)).shape
torch.Size([1, 9])

ParameterList:
>>> weights = nn.ParameterList([torch.zeros(2), torch.ones(2)])
>>> weights[1]
Parameter containing:
tensor([1., 1.], requires_grad=True)

ParameterDict:
>>> weights = nn.ParameterDict({"gain": torch.ones(2), "shift": torch.zeros(2)})
>>> weights["gain"]
Parameter containing:
tensor([1., 1.], requires_grad=True)

Parameter:
>>> nn.Parameter(torch.tensor([1.0, 2.0]))
Parameter containing:
tensor([1., 2.], requires_grad=True)

UninitializedParameter:
>>> isinstance(nn.LazyLinear(2).weight, nn.UninitializedParameter)
True

Conv1d: y[o, t] = b[o] + Σ W[o, c, k] · x[c, stride · t + k]
(N, C_in, L) → (N, C_out, L_out), L_out = ⌊(L + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1
>>> layer = nn.Conv1d(2, 4, kernel_size=3)
>>> layer(torch.ones(1, 2, 10)).shape
torch.Size([1, 4, 8])
>>> layer.weight.shape
torch.Size([4, 2, 3])

Conv2d: y[o, i, j] = b[o] + Σ W[o, c, m, n] · x[c, stride · i + m, stride · j + n]
(N, C_in, H, W) → (N, C_out, H_out, W_out), H_out = ⌊(H + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1
>>> layer = nn.Conv2d(3, 8, kernel_size=3, padding=1)
>>> layer(torch.ones(1, 3, 28, 28)).shape
torch.Size([1, 8, 28, 28])
>>> layer.weight.shape
torch.Size([8, 3, 3, 3])

Conv3d: y[o] = b[o] + Σ W[o, c] ⋆ x[c], over depth, height and width
(N, C_in, D, H, W) → (N, C_out, D_out, H_out, W_out)
>>> nn.Conv3d(1, 4, kernel_size=3, stride=2)(torch.ones(1, 1, 9, 9, 9)).shape
torch.Size([1, 4, 4, 4, 4])

ConvTranspose1d: y[o, stride · t + k] gathers W[c, o, k] · x[c, t], and b[o]
(N, C_in, L) → (N, C_out, L_out), L_out = (L − 1)·stride − 2·padding + dilation·(kernel_size − 1) + output_padding + 1
>>> nn.ConvTranspose1d(2, 4, kernel_size=2, stride=2)(torch.ones(1, 2, 5)).shape
torch.Size([1, 4, 10])

ConvTranspose2d: y[o, stride · i + m, stride · j + n] gathers W[c, o, m, n] · x[c, i, j], and b[o]
(N, C_in, H, W) → (N, C_out, H_out, W_out), H_out = (H − 1)·stride − 2·padding + kernel_size for dilation 1
>>> nn.ConvTranspose2d(8, 3, kernel_size=2, stride=2)(torch.ones(1, 8, 14, 14)).shape
torch.Size([1, 3, 28, 28])

ConvTranspose3d: y gathers W[c, o] · x[c] at every stride-th place of depth, height and width, and b[o]
(N, C_in, D, H, W) → (N, C_out, D_out, H_out, W_out)
>>> nn.ConvTranspose3d(2, 1, kernel_size=2, stride=2)(torch.ones(1, 2, 3, 3, 3)).shape
torch.Size([1, 1, 6, 6, 6])

Embedding: y = W[x]
(*) of whole numbers → (*, embedding_dim)
>>> layer = nn.Embedding.from_pretrained(torch.tensor([[0.0, 0.1], [1.0, 1.1], [2.0, 2.1]]))
>>> layer(torch.tensor([2, 0]))
tensor([[2.0000, 2.1000],
        [0.0000, 0.1000]])

EmbeddingBag: y = the mean, sum or max of the rows W[x] of each bag
(B, N) of whole numbers → (B, embedding_dim)
>>> layer = nn.EmbeddingBag.from_pretrained(torch.tensor([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]))
>>> layer(torch.tensor([[0, 2], [1, 1]]))
tensor([[2., 3.],
        [2., 3.]])

BatchNorm1d: y = (x − mean) / √(var + eps) · weight + bias, mean and var of each feature over the batch
(N, C) or (N, C, L) → the same
>>> layer = nn.BatchNorm1d(2)
>>> layer(torch.tensor([[1.0, 10.0], [3.0, 30.0]])).detach()
tensor([[-1.0000, -1.0000],
        [ 1.0000,  1.0000]])

BatchNorm2d: y = (x − mean) / √(var + eps) · weight + bias, mean and var of each channel over batch, height and width
(N, C, H, W) → the same
>>> layer = nn.BatchNorm2d(3)
>>> layer(torch.ones(2, 3, 4, 4)).shape
torch.Size([2, 3, 4, 4])
>>> layer.running_mean
tensor([0.1000, 0.1000, 0.1000])

BatchNorm3d: y = (x − mean) / √(var + eps) · weight + bias, mean and var of each channel over batch and volume
(N, C, D, H, W) → the same
>>> nn.BatchNorm3d(2)(torch.ones(1, 2, 3, 3, 3)).shape
torch.Size([1, 2, 3, 3, 3])

SyncBatchNorm: y = (x − mean) / √(var + eps) · weight + bias, with one mean and var for all processes
(N, C, *) → the same
>>> net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2))
>>> nn.SyncBatchNorm.convert_sync_batchnorm(net)[1]
SyncBatchNorm(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)

InstanceNorm1d: y = (x − mean) / √(var + eps), mean and var of each channel of each example
(N, C, L) → the same
>>> nn.InstanceNorm1d(1)(torch.tensor([[[1.0, 3.0]], [[10.0, 30.0]]]))[:, 0]
tensor([[-1.0000,  1.0000],
        [-1.0000,  1.0000]])

InstanceNorm2d: y = (x − mean) / √(var + eps), mean and var of each channel of each example
(N, C, H, W) → the same
>>> nn.InstanceNorm2d(1)(torch.tensor([[[[1.0, 3.0], [1.0, 3.0]]]]))[0, 0]
tensor([[-1.0000,  1.0000],
        [-1.0000,  1.0000]])

InstanceNorm3d: y = (x − mean) / √(var + eps), mean and var of each channel of each example
(N, C, D, H, W) → the same
>>> nn.InstanceNorm3d(2)(torch.ones(1, 2, 3, 3, 3)).shape
torch.Size([1, 2, 3, 3, 3])

LayerNorm: y = (x − mean) / √(var + eps) · weight + bias, mean and var over the last dimensions
(*, normalized_shape) → the same
>>> nn.LayerNorm(2)(torch.tensor([[1.0, 3.0], [5.0, 1.0]])).detach()
tensor([[-1.0000,  1.0000],
        [ 1.0000, -1.0000]])

RMSNorm: y = x / √(mean(x²) + eps) · weight
(*, normalized_shape) → the same
>>> nn.RMSNorm(2)(torch.tensor([[1.0, 1.0], [3.0, -3.0]])).detach()
tensor([[ 1.,  1.],
        [ 1., -1.]])

GroupNorm: y = (x − mean) / √(var + eps) · weight + bias, mean and var of each group of channels of each example
(N, C, *) → the same
>>> nn.GroupNorm(1, 2)(torch.tensor([[1.0, 3.0], [5.0, 1.0]])).detach()
tensor([[-1.0000,  1.0000],
        [ 1.0000, -1.0000]])

LocalResponseNorm: y = x / (k + alpha / size · Σ x² of the channels around)^beta
(N, C, *) → the same
>>> nn.LocalResponseNorm(2)(torch.ones(1, 2, 3)).shape
torch.Size([1, 2, 3])

Dropout: y = x · m / (1 − p), m is 0 with probability p, else 1; in eval mode y = x
(*) → (*)
>>> layer = nn.Dropout(p=0.5)
>>> (layer(torch.ones(1000)) == 0).any()
tensor(True)
>>> layer.eval()(torch.ones(3))
tensor([1., 1., 1.])

Dropout1d: whole channels become 0 with probability p, the others are divided by 1 − p
(N, C, L) → the same
>>> y = nn.Dropout1d(p=0.5)(torch.ones(1, 100, 3))
>>> y.unique()
tensor([0., 2.])

Dropout2d: whole channels become 0 with probability p, the others are divided by 1 − p
(N, C, H, W) → the same
>>> y = nn.Dropout2d(p=0.5)(torch.ones(1, 100, 2, 2))
>>> y.unique()
tensor([0., 2.])

Dropout3d: whole channels become 0 with probability p, the others are divided by 1 − p
(N, C, D, H, W) → the same
>>> y = nn.Dropout3d(p=0.5)(torch.ones(1, 100, 2, 2, 2))
>>> y.unique()
tensor([0., 2.])

AlphaDropout: as Dropout, with a value below 0 in place of 0, so that mean and variance stay for SELU
(*) → (*)
>>> nn.AlphaDropout(p=0.2).eval()(torch.ones(3))
tensor([1., 1., 1.])

FeatureAlphaDropout: as AlphaDropout, for whole channels
(N, C, *) → the same
>>> nn.FeatureAlphaDropout(p=0.2).eval()(torch.ones(1, 2, 3)).shape
torch.Size([1, 2, 3])

Flatten: dimensions start_dim … end_dim become one
(N, *) → (N, product of *)
>>> nn.Flatten()(torch.ones(8, 1, 28, 28)).shape
torch.Size([8, 784])

Unflatten: one dimension becomes several
(*, dim, *) → (*, unflattened_size, *)
>>> nn.Unflatten(1, (3, 4))(torch.ones(8, 12)).shape
torch.Size([8, 3, 4])

DataParallel: y = module(x), the batch divided among the devices
the module's
>>> nn.DataParallel(nn.Linear(3, 2))(torch.ones(4, 3)).shape
torch.Size([4, 2])
"""
