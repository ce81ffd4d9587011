"""Examples of layers that learn the size of their input from the first one they see: `torch.nn`.

Start reading at `LazyLinear`.
"""

ENTRIES = r"""

LazyLinear: y = x Wᵀ + b, in_features is that of the first x
(*, in_features) → (*, out_features)
>>> layer = nn.LazyLinear(2)
>>> layer(torch.ones(4, 3)).shape
torch.Size([4, 2])
>>> layer
Linear(in_features=3, out_features=2, bias=True)

LazyConv1d: as Conv1d, in_channels is that of the first x
(N, C_in, L) → (N, C_out, L_out)
>>> layer = nn.LazyConv1d(4, kernel_size=3)
>>> layer(torch.ones(1, 2, 8)).shape
torch.Size([1, 4, 6])
>>> layer.in_channels
2

LazyConvTranspose1d: as ConvTranspose1d, in_channels is that of the first x
(N, C_in, L) → (N, C_out, L_out)
>>> layer = nn.LazyConvTranspose1d(4, kernel_size=3)
>>> layer(torch.ones(1, 2, 8)).shape
torch.Size([1, 4, 10])
>>> layer.in_channels
2

LazyBatchNorm1d: as BatchNorm1d, num_features is that of the first x
(N, C) or (N, C, L) → the same
>>> layer = nn.LazyBatchNorm1d()
>>> layer(torch.ones(2, 3, 8)).shape
torch.Size([2, 3, 8])
>>> layer.num_features
3

LazyInstanceNorm1d: as InstanceNorm1d, num_features is that of the first x
(N, C, L) → the same
>>> layer = nn.LazyInstanceNorm1d()
>>> layer(torch.ones(2, 3, 8)).shape
torch.Size([2, 3, 8])
>>> layer.num_features
3

LazyConv2d: as Conv2d, in_channels is that of the first x
(N, C_in, H, W) → (N, C_out, H_out, W_out)
>>> layer = nn.LazyConv2d(4, kernel_size=3)
>>> layer(torch.ones(1, 2, 8, 8)).shape
torch.Size([1, 4, 6, 6])
>>> layer.in_channels
2

LazyConvTranspose2d: as ConvTranspose2d, in_channels is that of the first x
(N, C_in, H, W) → (N, C_out, H_out, W_out)
>>> layer = nn.LazyConvTranspose2d(4, kernel_size=3)
>>> layer(torch.ones(1, 2, 8, 8)).shape
torch.Size([1, 4, 10, 10])
>>> layer.in_channels
2

LazyBatchNorm2d: as BatchNorm2d, num_features is that of the first x
(N, C, H, W) → the same
>>> layer = nn.LazyBatchNorm2d()
>>> layer(torch.ones(2, 3, 8, 8)).shape
torch.Size([2, 3, 8, 8])
>>> layer.num_features
3

LazyInstanceNorm2d: as InstanceNorm2d, num_features is that of the first x
(N, C, H, W) → the same
>>> layer = nn.LazyInstanceNorm2d()
>>> layer(torch.ones(2, 3, 8, 8)).shape
torch.Size([2, 3, 8, 8])
>>> layer.num_features
3

LazyConv3d: as Conv3d, in_channels is that of the first x
(N, C_in, D, H, W) → (N, C_out, D_out, H_out, W_out)
>>> layer = nn.LazyConv3d(4, kernel_size=3)
>>> layer(torch.ones(1, 2, 8, 8, 8)).shape
torch.Size([1, 4, 6, 6, 6])
>>> layer.in_channels
2

LazyConvTranspose3d: as ConvTranspose3d, in_channels is that of the first x
(N, C_in, D, H, W) → (N, C_out, D_out, H_out, W_out)
>>> layer = nn.LazyConvTranspose3d(4, kernel_size=3)
>>> layer(torch.ones(1, 2, 8, 8, 8)).shape
torch.Size([1, 4, 10, 10, 10])
>>> layer.in_channels
2

LazyBatchNorm3d: as BatchNorm3d, num_features is that of the first x
(N, C, D, H, W) → the same
>>> layer = nn.LazyBatchNorm3d()
>>> layer(torch.ones(2, 3, 8, 8, 8)).shape
torch.Size([2, 3, 8, 8, 8])
>>> layer.num_features
3

LazyInstanceNorm3d: as InstanceNorm3d, num_features is that of the first x
(N, C, D, H, W) → the same
>>> layer = nn.LazyInstanceNorm3d()
>>> layer(torch.ones(2, 3, 8, 8, 8)).shape
torch.Size([2, 3, 8, 8, 8])
>>> layer.num_features
3
"""
