# Arrays of numpy and tensors, in one expression: what comes out, and what is refused.
import numpy as np
import torch

tensor, array = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), np.array([[3.0, 1.0], [0.5, 2.0]])


def attempt(label, what):
    try:
        found = what()
        print(label, type(found).__name__, found)
    except Exception as error:
        print(label, type(error).__name__, error)


attempt("tensor @ array", lambda: tensor @ array)
attempt("array @ tensor", lambda: array @ tensor)
attempt("matmul", lambda: np.matmul(array, tensor))
attempt("reshape", lambda: np.reshape(tensor, (4,)))
attempt("transpose", lambda: np.transpose(tensor))
attempt("clip", lambda: np.clip(tensor, 2, 3))
attempt("argsort", lambda: np.argsort(tensor))
attempt("squeeze", lambda: np.squeeze(tensor[None]))
attempt("exp", lambda: np.exp(tensor))
attempt("concatenate", lambda: np.concatenate([tensor, tensor]))
attempt("one place", lambda: array[torch.tensor([1])])
attempt("places", lambda: array[torch.tensor([1, 0])])
attempt("mask", lambda: array[torch.tensor([True, False])])
attempt("buffer", lambda: torch.nn.Module().register_buffer("b", array))
attempt("saved", lambda: torch.save("file.pth", {"a": tensor}))
attempt("dot", lambda: np.dot(tensor, tensor))
