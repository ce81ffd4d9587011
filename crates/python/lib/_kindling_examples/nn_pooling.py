"""Examples of pooling, padding and rearranging layers: `torch.nn`. Start reading at `MaxPool2d`."""

ENTRIES = r"""

MaxPool1d: y[t] = the largest of x[stride · t … stride · t + kernel_size − 1]
(N, C, L) → (N, C, L_out), L_out = ⌊(L + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1
>>> nn.MaxPool1d(2)(torch.tensor([[[1.0, 5.0, 2.0, 3.0]]]))
tensor([[[5., 3.]]])

MaxPool2d: y[i, j] = the largest of each window of x
(N, C, H, W) → (N, C, H_out, W_out), H_out = ⌊(H + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1
>>> x = torch.arange(16.0).reshape(1, 1, 4, 4)
>>> nn.MaxPool2d(2)(x)[0, 0]
tensor([[ 5.,  7.],
        [13., 15.]])

MaxPool3d: y = the largest of each window of depth, height and width
(N, C, D, H, W) → (N, C, D_out, H_out, W_out)
>>> nn.MaxPool3d(2)(torch.ones(1, 3, 8, 8, 8)).shape
torch.Size([1, 3, 4, 4, 4])

AvgPool1d: y[t] = mean of x[stride · t … stride · t + kernel_size − 1]
(N, C, L) → (N, C, L_out), L_out = ⌊(L + 2·padding − kernel_size) / stride⌋ + 1
>>> nn.AvgPool1d(2)(torch.tensor([[[1.0, 5.0, 2.0, 3.0]]]))
tensor([[[3.0000, 2.5000]]])

AvgPool2d: y[i, j] = mean of each window of x
(N, C, H, W) → (N, C, H_out, W_out), H_out = ⌊(H + 2·padding − kernel_size) / stride⌋ + 1
>>> x = torch.arange(16.0).reshape(1, 1, 4, 4)
>>> nn.AvgPool2d(2)(x)[0, 0]
tensor([[ 2.5000,  4.5000],
        [10.5000, 12.5000]])

AvgPool3d: y = mean of each window of depth, height and width
(N, C, D, H, W) → (N, C, D_out, H_out, W_out)
>>> nn.AvgPool3d(2)(torch.ones(1, 3, 8, 8, 8)).shape
torch.Size([1, 3, 4, 4, 4])

LPPool1d: y[t] = (Σ xᵖ)^(1/p) over each window
(N, C, L) → (N, C, L_out)
>>> nn.LPPool1d(2, kernel_size=2)(torch.tensor([[[3.0, 4.0, 6.0, 8.0]]]))
tensor([[[ 5., 10.]]])

LPPool2d: y[i, j] = (Σ xᵖ)^(1/p) over each window
(N, C, H, W) → (N, C, H_out, W_out)
>>> nn.LPPool2d(2, kernel_size=2)(torch.ones(1, 1, 4, 4))[0, 0]
tensor([[2., 2.],
        [2., 2.]])

LPPool3d: y = (Σ xᵖ)^(1/p) over each window
(N, C, D, H, W) → (N, C, D_out, H_out, W_out)
>>> nn.LPPool3d(2, kernel_size=2)(torch.ones(1, 1, 4, 4, 4)).shape
torch.Size([1, 1, 2, 2, 2])

FractionalMaxPool2d: y[i, j] = the largest of each window; the windows' places are drawn
(N, C, H, W) → (N, C, output_size)
>>> nn.FractionalMaxPool2d(2, output_size=5)(torch.ones(1, 1, 8, 8)).shape
torch.Size([1, 1, 5, 5])

FractionalMaxPool3d: y = the largest of each window; the windows' places are drawn
(N, C, D, H, W) → (N, C, output_size)
>>> nn.FractionalMaxPool3d(2, output_size=3)(torch.ones(1, 1, 6, 6, 6)).shape
torch.Size([1, 1, 3, 3, 3])

MaxUnpool1d: y[index] = x, else 0, with the indices that MaxPool1d returned
(N, C, L) → (N, C, L_out), L_out = (L − 1)·stride − 2·padding + kernel_size
>>> pooled, at = nn.MaxPool1d(2, return_indices=True)(torch.tensor([[[1.0, 5.0, 3.0, 2.0]]]))
>>> nn.MaxUnpool1d(2)(pooled, at)
tensor([[[0., 5., 3., 0.]]])

MaxUnpool2d: y[index] = x, else 0, with the indices that MaxPool2d returned
(N, C, H, W) → (N, C, H_out, W_out), H_out = (H − 1)·stride − 2·padding + kernel_size
>>> pooled, at = nn.MaxPool2d(2, return_indices=True)(torch.tensor([[[[1.0, 5.0], [3.0, 2.0]]]]))
>>> nn.MaxUnpool2d(2)(pooled, at)[0, 0]
tensor([[0., 5.],
        [0., 0.]])

MaxUnpool3d: y[index] = x, else 0, with the indices that MaxPool3d returned
(N, C, D, H, W) → (N, C, D_out, H_out, W_out)
>>> pooled, at = nn.MaxPool3d(2, return_indices=True)(torch.ones(1, 1, 4, 4, 4))
>>> nn.MaxUnpool3d(2)(pooled, at).shape
torch.Size([1, 1, 4, 4, 4])

AdaptiveAvgPool1d: y = means of windows that are as long as output_size asks for
(N, C, L) → (N, C, output_size)
>>> nn.AdaptiveAvgPool1d(2)(torch.tensor([[[1.0, 3.0, 5.0, 7.0]]]))
tensor([[[2., 6.]]])

AdaptiveAvgPool2d: y = means of windows that are as large as output_size asks for
(N, C, H, W) → (N, C, output_size)
>>> nn.AdaptiveAvgPool2d(1)(torch.ones(8, 64, 7, 7)).shape
torch.Size([8, 64, 1, 1])

AdaptiveAvgPool3d: y = means of windows that are as large as output_size asks for
(N, C, D, H, W) → (N, C, output_size)
>>> nn.AdaptiveAvgPool3d((1, 2, 2))(torch.ones(1, 3, 4, 8, 8)).shape
torch.Size([1, 3, 1, 2, 2])

AdaptiveMaxPool1d: y = the largest of windows that are as long as output_size asks for
(N, C, L) → (N, C, output_size)
>>> nn.AdaptiveMaxPool1d(2)(torch.tensor([[[1.0, 3.0, 7.0, 5.0]]]))
tensor([[[3., 7.]]])

AdaptiveMaxPool2d: y = the largest of windows that are as large as output_size asks for
(N, C, H, W) → (N, C, output_size)
>>> nn.AdaptiveMaxPool2d(2)(torch.arange(16.0).reshape(1, 1, 4, 4))[0, 0]
tensor([[ 5.,  7.],
        [13., 15.]])

AdaptiveMaxPool3d: y = the largest of windows that are as large as output_size asks for
(N, C, D, H, W) → (N, C, output_size)
>>> nn.AdaptiveMaxPool3d(2)(torch.ones(1, 3, 8, 8, 8)).shape
torch.Size([1, 3, 2, 2, 2])

ConstantPad1d: y = x with value around it
(N, C, L) → (N, C, left + L + right)
>>> nn.ConstantPad1d((1, 2), 9.0)(torch.tensor([[1.0, 2.0]]))
tensor([[9., 1., 2., 9., 9.]])

ConstantPad2d: y = x with value around it
(N, C, H, W) → (N, C, top + H + bottom, left + W + right)
>>> nn.ConstantPad2d(1, 9.0)(torch.tensor([[[1.0, 2.0]]]))
tensor([[[9., 9., 9., 9.],
         [9., 1., 2., 9.],
         [9., 9., 9., 9.]]])

ConstantPad3d: y = x with value around it
(N, C, D, H, W) → (N, C, D_out, H_out, W_out)
>>> nn.ConstantPad3d(1, 9.0)(torch.ones(1, 2, 3, 4, 5)).shape
torch.Size([1, 2, 5, 6, 7])

ZeroPad1d: y = x with zeros around it
(N, C, L) → (N, C, left + L + right)
>>> nn.ZeroPad1d((1, 2))(torch.tensor([[1.0, 2.0]]))
tensor([[0., 1., 2., 0., 0.]])

ZeroPad2d: y = x with zeros around it
(N, C, H, W) → (N, C, top + H + bottom, left + W + right)
>>> nn.ZeroPad2d(1)(torch.tensor([[[1.0, 2.0]]]))
tensor([[[0., 0., 0., 0.],
         [0., 1., 2., 0.],
         [0., 0., 0., 0.]]])

ZeroPad3d: y = x with zeros around it
(N, C, D, H, W) → (N, C, D_out, H_out, W_out)
>>> nn.ZeroPad3d(1)(torch.ones(1, 2, 3, 4, 5)).shape
torch.Size([1, 2, 5, 6, 7])

ReflectionPad1d: y = x mirrored at its ends, which are not repeated
(N, C, L) → (N, C, left + L + right)
>>> nn.ReflectionPad1d(2)(torch.tensor([[1.0, 2.0, 3.0]]))
tensor([[3., 2., 1., 2., 3., 2., 1.]])

ReflectionPad2d: y = x mirrored at its edges, which are not repeated
(N, C, H, W) → (N, C, top + H + bottom, left + W + right)
>>> nn.ReflectionPad2d((1, 1, 0, 0))(torch.tensor([[[1.0, 2.0, 3.0]]]))
tensor([[[2., 1., 2., 3., 2.]]])

ReflectionPad3d: y = x mirrored at its faces, which are not repeated
(N, C, D, H, W) → (N, C, D_out, H_out, W_out)
>>> nn.ReflectionPad3d(1)(torch.ones(1, 2, 3, 4, 5)).shape
torch.Size([1, 2, 5, 6, 7])

ReplicationPad1d: y = x, its ends repeated
(N, C, L) → (N, C, left + L + right)
>>> nn.ReplicationPad1d(2)(torch.tensor([[1.0, 2.0, 3.0]]))
tensor([[1., 1., 1., 2., 3., 3., 3.]])

ReplicationPad2d: y = x, its edges repeated
(N, C, H, W) → (N, C, top + H + bottom, left + W + right)
>>> nn.ReplicationPad2d(1)(torch.tensor([[[1.0, 2.0]]]))
tensor([[[1., 1., 2., 2.],
         [1., 1., 2., 2.],
         [1., 1., 2., 2.]]])

ReplicationPad3d: y = x, its faces repeated
(N, C, D, H, W) → (N, C, D_out, H_out, W_out)
>>> nn.ReplicationPad3d(1)(torch.ones(1, 2, 3, 4, 5)).shape
torch.Size([1, 2, 5, 6, 7])

CircularPad1d: y = x going on from its other end
(N, C, L) → (N, C, left + L + right)
>>> nn.CircularPad1d(2)(torch.tensor([[1.0, 2.0, 3.0]]))
tensor([[2., 3., 1., 2., 3., 1., 2.]])

CircularPad2d: y = x going on from its other edge
(N, C, H, W) → (N, C, top + H + bottom, left + W + right)
>>> nn.CircularPad2d((1, 1, 0, 0))(torch.tensor([[[1.0, 2.0, 3.0]]]))
tensor([[[3., 1., 2., 3., 1.]]])

CircularPad3d: y = x going on from its other face
(N, C, D, H, W) → (N, C, D_out, H_out, W_out)
>>> nn.CircularPad3d(1)(torch.ones(1, 2, 3, 4, 5)).shape
torch.Size([1, 2, 5, 6, 7])

Upsample: y = x with scale_factor times as many values along each dimension
(N, C, *) → (N, C, * · scale_factor)
>>> nn.Upsample(scale_factor=2)(torch.tensor([[[1.0, 2.0]]]))
tensor([[[1., 1., 2., 2.]]])

UpsamplingNearest2d: y = x, each pixel scale_factor times in height and width
(N, C, H, W) → (N, C, H · scale_factor, W · scale_factor)
>>> nn.UpsamplingNearest2d(scale_factor=2)(torch.tensor([[[[1.0, 2.0]]]]))[0, 0]
tensor([[1., 1., 2., 2.],
        [1., 1., 2., 2.]])

UpsamplingBilinear2d: y = x, with values between its pixels, corners on corners
(N, C, H, W) → (N, C, H · scale_factor, W · scale_factor)
>>> nn.UpsamplingBilinear2d(size=(1, 3))(torch.tensor([[[[1.0, 2.0]]]]))[0, 0]
tensor([[1.0000, 1.5000, 2.0000]])

PixelShuffle: r² channels become r × r pixels
(N, C · r², H, W) → (N, C, H · r, W · r)
>>> nn.PixelShuffle(2)(torch.arange(4.0).reshape(1, 4, 1, 1))[0, 0]
tensor([[0., 1.],
        [2., 3.]])

PixelUnshuffle: r × r pixels become r² channels
(N, C, H · r, W · r) → (N, C · r², H, W)
>>> nn.PixelUnshuffle(2)(torch.ones(1, 1, 4, 6)).shape
torch.Size([1, 4, 2, 3])

ChannelShuffle: channel c of group g comes to place c · groups + g
(N, C, *) → the same
>>> nn.ChannelShuffle(2)(torch.arange(4.0).reshape(1, 4, 1, 1)).flatten()
tensor([0., 2., 1., 3.])

Unfold: each window of x becomes a column
(N, C, H, W) → (N, C · kernel_size², number of windows)
>>> nn.Unfold(kernel_size=2)(torch.arange(9.0).reshape(1, 1, 3, 3))[0, :, 0]
tensor([0., 1., 3., 4.])

Fold: columns become windows, which add where they overlap
(N, C · kernel_size², number of windows) → (N, C, output_size)
>>> nn.Fold(output_size=(3, 3), kernel_size=2)(torch.ones(1, 4, 4))[0, 0]
tensor([[1., 2., 1.],
        [2., 4., 2.],
        [1., 2., 1.]])
"""
