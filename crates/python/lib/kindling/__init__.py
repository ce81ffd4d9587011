"""`kindling`: pictures of learning, each drawn of the student's own model, with PyTorch and matplotlib alone.

What it is not: a part of PyTorch; the same calls work wherever this folder lies beside a PyTorch. Start reading at
`loss_surface`.
"""

from kindling._bars import watch_bars
from kindling._boundary import decision_boundary
from kindling._graph import graph
from kindling._looking import activations, filters
from kindling._picture import Picture
from kindling._piling import compare_zero_grad
from kindling._rates import compare_learning_rates
from kindling._surface import loss_surface, snapshot
from kindling._watch import watch

__all__ = ["Picture", "activations", "compare_learning_rates", "compare_zero_grad", "decision_boundary", "filters",
           "graph", "loss_surface", "snapshot", "watch", "watch_bars"]
