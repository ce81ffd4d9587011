"""Classes that name tensors of a dtype: what they make, what is one of them, and what they refuse."""
import numpy as np
import torch


def told(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, "|", error)


x = torch.arange(6.0).view(2, 3)
told(lambda: [torch.FloatTensor, torch.LongTensor, torch.HalfTensor, torch.cuda.FloatTensor, type(torch.LongTensor)])
told(lambda: [isinstance(x, kind) for kind in (torch.FloatTensor, torch.DoubleTensor, torch.LongTensor, torch.Tensor)])
told(lambda: [isinstance(x.long(), kind) for kind in (torch.FloatTensor, torch.LongTensor, torch.cuda.LongTensor)])
told(lambda: [type(torch.LongTensor([1])), torch.LongTensor.dtype, torch.LongTensor.is_cuda, torch.LongTensor.layout])
told(lambda: torch.FloatTensor([[1, 2], [3, 4]]))
told(lambda: torch.LongTensor([1.9, 2**40]))
told(lambda: [torch.HalfTensor([1]), torch.ShortTensor([1]), torch.CharTensor([1]), torch.ByteTensor([1]), torch.BoolTensor([1])])
told(lambda: torch.LongTensor(2, 3).shape)
told(lambda: torch.FloatTensor(torch.Size([2])).shape)
told(lambda: torch.LongTensor())
told(lambda: torch.LongTensor(range(3)))
told(lambda: torch.FloatTensor(np.ones(2)))
told(lambda: torch.FloatTensor(torch.tensor([1])))
told(lambda: torch.FloatTensor(2.5))
told(lambda: torch.FloatTensor("a"))
told(lambda: torch.FloatTensor([1, 2], [3]))
told(lambda: torch.FloatTensor([[1], [2, 3]]))
told(lambda: torch.LongTensor(None))
told(lambda: torch.FloatTensor(2, device="cuda"))
told(lambda: torch.cuda.FloatTensor([1]))
told(lambda: [x.type(), x.type(torch.LongTensor).dtype, x.type(torch.HalfTensor).dtype, x.type("torch.IntTensor").dtype])
told(lambda: torch.bincount(torch.tensor([0, 1, 1]), weights=torch.tensor([1, 2, 3])))
told(lambda: torch.bincount(torch.tensor([0, 1, 1]), weights=torch.tensor([0.5, 2, 3])))
told(lambda: torch.nansum(torch.tensor([1, 2])))
told(lambda: torch.nansum(torch.tensor([1.0, float("nan")]), dtype=torch.float64))
told(lambda: torch.nansum(torch.tensor([[1, 2.0], [3, float("nan")]]), dim=1, keepdim=True))
