"""tensordot over lists of dimensions."""
import torch


def told(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


a, b = torch.arange(6.0).view(2, 3), torch.arange(6.0).view(3, 2)
for dims in (1, ([1], [0]), ((1,), (0,)), ([0, 1], [1, 0]), [[-1], [0]], torch.tensor([[1], [0]]), ([0], [0]), ([1, 0], [0]), (1, 0), 5, -1):
    told(lambda: torch.tensordot(a, b, dims=dims))
told(lambda: torch.tensordot(torch.ones(2, 3, 4), torch.ones(4, 3, 2), dims=([1, 2], [1, 0])))
told(lambda: torch.tensordot(torch.ones(2, 3, 4), torch.ones(3, 4, 5)).shape)
told(lambda: torch.tensordot(a, b, 0).shape)
