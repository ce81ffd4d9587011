"""Examples of functions that move and enlarge values, and of rarer ones: `torch.nn.functional`. Start reading at `pad`."""

ENTRIES = r"""

pad: y = x with value (or what mode says) around it; the last dimension's two widths come first
(*, H, W) → (*, top + H + bottom, left + W + right)
>>> F.pad(torch.tensor([[1, 2], [3, 4]]), (1, 0, 0, 1))
tensor([[0, 1, 2],
        [0, 3, 4],
        [0, 0, 0]])

interpolate: y = x with scale_factor times as many values along each dimension
(N, C, *) → (N, C, * · scale_factor)
>>> F.interpolate(torch.tensor([[[1.0, 2.0]]]), scale_factor=2)
tensor([[[1., 1., 2., 2.]]])

upsample: y = x with scale_factor times as many values; interpolate is its newer name
(N, C, *) → (N, C, * · scale_factor)
>>> F.upsample(torch.tensor([[[1.0, 2.0]]]), scale_factor=2)
tensor([[[1., 1., 2., 2.]]])

upsample_nearest: = torch.nn.UpsamplingNearest2d
>>> F.upsample_nearest(torch.tensor([[[[1.0, 2.0]]]]), scale_factor=2)[0, 0]
tensor([[1., 1., 2., 2.],
        [1., 1., 2., 2.]])

upsample_bilinear: = torch.nn.UpsamplingBilinear2d
>>> F.upsample_bilinear(torch.tensor([[[[1.0, 2.0]]]]), size=(1, 3))[0, 0]
tensor([[1.0000, 1.5000, 2.0000]])

grid_sample: y[i, j] = x at the place grid[i, j], from −1 (left, top) to 1 (right, bottom)
(N, C, H, W), (N, H_out, W_out, 2) → (N, C, H_out, W_out)
>>> x = torch.tensor([[[[1.0, 2.0, 3.0]]]])
>>> F.grid_sample(x, torch.tensor([[[[-1.0, 0.0], [0.5, 0.0]]]]), align_corners=True)
tensor([[[[1.0000, 2.5000]]]])

affine_grid: the places theta · (x, y, 1) for grid_sample
(N, 2, 3) → (N, H, W, 2)
>>> theta = torch.tensor([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]])
>>> F.affine_grid(theta, (1, 1, 1, 2), align_corners=False)[0, 0]
tensor([[-0.5000,  0.0000],
        [ 0.5000,  0.0000]])

pixel_shuffle: = torch.nn.PixelShuffle
>>> F.pixel_shuffle(torch.arange(4.0).reshape(1, 4, 1, 1), 2)[0, 0]
tensor([[0., 1.],
        [2., 3.]])

pixel_unshuffle: = torch.nn.PixelUnshuffle
>>> F.pixel_unshuffle(torch.ones(1, 1, 4, 6), 2).shape
torch.Size([1, 4, 2, 3])

channel_shuffle: = torch.nn.ChannelShuffle
>>> F.channel_shuffle(torch.arange(4.0).reshape(1, 4, 1, 1), 2).flatten()
tensor([0., 2., 1., 3.])

unfold: = torch.nn.Unfold
>>> F.unfold(torch.arange(9.0).reshape(1, 1, 3, 3), kernel_size=2)[0, :, 0]
tensor([0., 1., 3., 4.])

fold: = torch.nn.Fold
>>> F.fold(torch.ones(1, 4, 4), output_size=(3, 3), kernel_size=2)[0, 0]
tensor([[1., 2., 1.],
        [2., 4., 2.],
        [1., 2., 1.]])

lp_pool1d: = torch.nn.LPPool1d
>>> F.lp_pool1d(torch.tensor([[[3.0, 4.0, 6.0, 8.0]]]), 2, kernel_size=2)
tensor([[[ 5., 10.]]])

lp_pool2d: = torch.nn.LPPool2d
>>> F.lp_pool2d(torch.ones(1, 1, 4, 4), 2, kernel_size=2)[0, 0]
tensor([[2., 2.],
        [2., 2.]])

lp_pool3d: = torch.nn.LPPool3d
>>> F.lp_pool3d(torch.ones(1, 1, 4, 4, 4), 2, kernel_size=2).shape
torch.Size([1, 1, 2, 2, 2])

max_unpool1d: = torch.nn.MaxUnpool1d
>>> pooled, at = F.max_pool1d(torch.tensor([[[1.0, 5.0, 3.0, 2.0]]]), 2, return_indices=True)
>>> F.max_unpool1d(pooled, at, 2)
tensor([[[0., 5., 3., 0.]]])

max_unpool2d: = torch.nn.MaxUnpool2d
>>> pooled, at = F.max_pool2d(torch.tensor([[[[1.0, 5.0], [3.0, 2.0]]]]), 2, return_indices=True)
>>> F.max_unpool2d(pooled, at, 2)[0, 0]
tensor([[0., 5.],
        [0., 0.]])

max_unpool3d: = torch.nn.MaxUnpool3d
>>> pooled, at = F.max_pool3d(torch.ones(1, 1, 4, 4, 4), 2, return_indices=True)
>>> F.max_unpool3d(pooled, at, 2).shape
torch.Size([1, 1, 4, 4, 4])

max_pool1d_with_indices: the largest of each window and where it lies
(N, C, L) → (N, C, L_out), (N, C, L_out)
>>> F.max_pool1d_with_indices(torch.tensor([[[1.0, 5.0, 2.0, 3.0]]]), 2)[1]
tensor([[[1, 3]]])

max_pool2d_with_indices: the largest of each window and where it lies
(N, C, H, W) → (N, C, H_out, W_out), (N, C, H_out, W_out)
>>> F.max_pool2d_with_indices(torch.arange(16.0).reshape(1, 1, 4, 4), 2)[1][0, 0]
tensor([[ 5,  7],
        [13, 15]])

max_pool3d_with_indices: the largest of each window and where it lies
(N, C, D, H, W) → (N, C, D_out, H_out, W_out), the same
>>> F.max_pool3d_with_indices(torch.ones(1, 1, 4, 4, 4), 2)[1].shape
torch.Size([1, 1, 2, 2, 2])

adaptive_max_pool1d_with_indices: the largest of each window and where it lies
(N, C, L) → (N, C, output_size), (N, C, output_size)
>>> F.adaptive_max_pool1d_with_indices(torch.tensor([[[1.0, 3.0, 7.0, 5.0]]]), 2)[1]
tensor([[[1, 2]]])

adaptive_max_pool2d_with_indices: the largest of each window and where it lies
(N, C, H, W) → (N, C, output_size), (N, C, output_size)
>>> F.adaptive_max_pool2d_with_indices(torch.arange(16.0).reshape(1, 1, 4, 4), 2)[1][0, 0]
tensor([[ 5,  7],
        [13, 15]])

adaptive_max_pool3d_with_indices: the largest of each window and where it lies
(N, C, D, H, W) → (N, C, output_size), (N, C, output_size)
>>> F.adaptive_max_pool3d_with_indices(torch.ones(1, 1, 4, 4, 4), 2)[1].shape
torch.Size([1, 1, 2, 2, 2])

fractional_max_pool2d: = torch.nn.FractionalMaxPool2d
>>> F.fractional_max_pool2d(torch.ones(1, 1, 8, 8), 2, output_size=5).shape
torch.Size([1, 1, 5, 5])

fractional_max_pool3d: = torch.nn.FractionalMaxPool3d
>>> F.fractional_max_pool3d(torch.ones(1, 1, 6, 6, 6), 2, output_size=3).shape
torch.Size([1, 1, 3, 3, 3])

fractional_max_pool2d_with_indices: the largest of each drawn window and where it lies
(N, C, H, W) → (N, C, output_size), (N, C, output_size)
>>> F.fractional_max_pool2d_with_indices(torch.ones(1, 1, 8, 8), 2, output_size=5)[1].shape
torch.Size([1, 1, 5, 5])

fractional_max_pool3d_with_indices: the largest of each drawn window and where it lies
(N, C, D, H, W) → (N, C, output_size), (N, C, output_size)
>>> F.fractional_max_pool3d_with_indices(torch.ones(1, 1, 6, 6, 6), 2, output_size=3)[1].shape
torch.Size([1, 1, 3, 3, 3])

celu_: x becomes alpha · (e^(x / alpha) − 1) where it is below 0
(*) → (*)
>>> F.celu_(torch.tensor([-1.0, 2.0]))
tensor([-0.6321,  2.0000])

selu_: x becomes 1.0507 · (x above 0, 1.6733 · (eˣ − 1) below)
(*) → (*)
>>> F.selu_(torch.tensor([-1.0, 2.0]))
tensor([-1.1113,  2.1014])

rrelu_: x becomes a · x where it is below 0, a drawn while training, else the mean of lower and upper
(*) → (*)
>>> F.rrelu_(torch.tensor([-1.0, 2.0]), lower=0.1, upper=0.3)
tensor([-0.2000,  2.0000])

threshold_: x becomes value where it is not above threshold
(*) → (*)
>>> F.threshold_(torch.tensor([0.0, 2.0]), 0.5, -1.0)
tensor([-1.,  2.])

multi_head_attention_forward: what nn.MultiheadAttention computes, its weights given one by one
(L, N, E), (S, N, E), (S, N, E) → (L, N, E), (N, L, S)
>>> m, x = nn.MultiheadAttention(4, 2), torch.ones(3, 1, 4)
>>> y, weights = F.multi_head_attention_forward(x, x, x, 4, 2, m.in_proj_weight, m.in_proj_bias, None, None,
...                                             False, 0.0, m.out_proj.weight, m.out_proj.bias)
>>> y.shape, weights.shape
(torch.Size([3, 1, 4]), torch.Size([1, 3, 3]))
"""
