# What does not fit is said in a student's words.
import torch
from torch import nn

import kindling

X, y = torch.rand(10, 2), torch.arange(10) % 2
model, loss_fn = nn.Linear(2, 2), nn.CrossEntropyLoss()
image = torch.rand(1, 8, 8)
cnn = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU())
state = model.state_dict()


def attempt(call, *given, **named):
    try:
        getattr(kindling, call)(*given, **named)
        print("nothing")
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


attempt("loss_surface", nn.Linear, loss_fn, (X, y))
attempt("loss_surface", 3, loss_fn, (X, y))
attempt("loss_surface", model, loss_fn, X)
attempt("loss_surface", model, loss_fn, 5)
attempt("loss_surface", model, loss_fn, (X, y[:3]))
attempt("loss_surface", model, loss_fn, [])
attempt("loss_surface", model, loss_fn, [X, X, X])
attempt("loss_surface", model, nn.CrossEntropyLoss(reduction="none"), (X, y))
attempt("loss_surface", model, loss_fn, (X, y), path=[kindling.snapshot(model)])
attempt("loss_surface", model, loss_fn, (X, y), path=[state, state])
attempt("loss_surface", model, loss_fn, (X, y), path=[1, 2])
attempt("loss_surface", model, loss_fn, (X, y), names="weight")
attempt("loss_surface", model, loss_fn, (X, y), names=("weight", "scale"))
attempt("loss_surface", model, loss_fn, (X, y), names=("weight", "bias"))
attempt("loss_surface", model, loss_fn, (X, y), resolution=2)
attempt("loss_surface", model, loss_fn, (X, y), span=-1)
attempt("loss_surface", nn.ReLU(), lambda out, truth: out.mean(), (X, y))
attempt("snapshot", nn.Linear)

attempt("decision_boundary", model, image, y)
attempt("decision_boundary", model, X, y[:4])
attempt("decision_boundary", model, X, torch.rand(10))
attempt("decision_boundary", 7, X, y)
attempt("decision_boundary", lambda points: points.sum(), X, y)
attempt("decision_boundary", model, X, y, resolution=1)

attempt("compare_learning_rates", model, loss_fn, (X, y), rates=0.1)
attempt("compare_learning_rates", model, loss_fn, (X, y), rates=[0.1, -1])
attempt("compare_learning_rates", model, loss_fn, (X, y), epochs=0)

attempt("filters", model)
attempt("filters", cnn, "2")
attempt("filters", cnn, "1")
attempt("filters", cnn, channel=1)
attempt("activations", cnn, torch.rand(5, 1, 8, 8))
attempt("activations", cnn, 3.0)

attempt("watch")
attempt("watch", loss=torch.rand(3))
attempt("watch", loss="low")
attempt("watch", loss=1.0, smooth=1)
