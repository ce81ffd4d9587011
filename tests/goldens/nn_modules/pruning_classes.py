"""Ways to prune as classes, one's own among them, and what they refuse."""
import torch
from torch import nn
from torch.nn.utils import prune


def told(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


torch.manual_seed(0)
layer = nn.Conv2d(1, 3, 2)
prune.random_unstructured(layer, name="weight", amount=0.3)
print([name for name, _ in layer.named_parameters()], list(layer.named_buffers()))
print(layer.weight)
print([type(hook).__name__ for hook in layer._forward_pre_hooks.values()])
prune.l1_unstructured(layer, name="bias", amount=1)
prune.ln_structured(layer, name="weight", amount=0.5, n=2, dim=0)
print(layer.weight)
for hook in layer._forward_pre_hooks.values():
    if hook._tensor_name == "weight":
        print(type(hook).__name__, len(hook), [type(each).__name__ for each in hook])
print(list(layer.state_dict()))
prune.remove(layer, "weight")
print([name for name, _ in layer.named_parameters()], prune.is_pruned(layer))


class EveryOther(prune.BasePruningMethod):
    """Prunes every other value."""

    PRUNING_TYPE = "unstructured"

    def compute_mask(self, t, default_mask):
        mask = default_mask.clone()
        mask.view(-1)[::2] = 0
        return mask


linear = nn.Linear(3, 2)
method = EveryOther.apply(linear, name="bias")
print(type(method).__name__, method._tensor_name, linear.bias_mask)
prune.custom_from_mask(linear, "weight", torch.tensor([[1, 0, 1], [0, 1, 0.0]]))
print(linear.weight)
linear(torch.ones(1, 3)).sum().backward()
print(linear.weight_orig.grad)
whole = nn.Sequential(nn.Linear(4, 3), nn.Linear(3, 2))
prune.global_unstructured(((whole[0], "weight"), (whole[1], "weight")), pruning_method=prune.L1Unstructured, amount=0.2)
print([int((each.weight == 0).sum()) for each in whole])
by_hand = prune.L1Unstructured(amount=2)
print(by_hand.prune(torch.tensor([[3.0, -1.0, 2.0]])), by_hand.compute_mask(torch.tensor([3.0, -1.0, 2.0]), torch.ones(3)))
structured = nn.Linear(4, 4)
prune.random_structured(structured, "weight", amount=2, dim=1)
prune.ln_structured(structured, "weight", amount=1, n=float("inf"), dim=0)
print(int((structured.weight_mask.sum(0) == 0).sum()), int((structured.weight_mask.sum(1) == 0).sum()))
prune.identity(structured, "bias")
print(structured.bias_mask)

plain = nn.Linear(2, 3)
for amount in (1.5, 100, -1, "a"):
    told(lambda: prune.l1_unstructured(plain, "weight", amount=amount))
told(lambda: prune.l1_unstructured(plain, "other", amount=1))
told(lambda: prune.remove(plain, "weight"))
told(lambda: prune.ln_structured(plain, "bias", amount=1, n=2, dim=0))
told(lambda: prune.ln_structured(plain, "weight", amount=5, n=2, dim=0))
told(lambda: prune.ln_structured(plain, "weight", amount=1, n=2, dim=4))
told(lambda: prune.global_unstructured([(plain, "weight")], pruning_method=prune.LnStructured, amount=0.5, n=2))
told(lambda: prune.global_unstructured(plain, pruning_method=prune.L1Unstructured, amount=0.5))
told(lambda: prune.custom_from_mask(plain, "weight", torch.ones(2, 2)))
