# Optimizers of large models: what they print, a few steps, what they keep.
import torch
for name, settings in (("Adafactor", {}), ("Adafactor", dict(lr=0.1, weight_decay=0.1, d=2.0)), ("Muon", {}), ("Muon", dict(nesterov=False, adjust_lr_fn="match_rms_adamw"))):
    torch.manual_seed(0)
    w = torch.nn.Linear(3, 4, bias=name == "Adafactor")
    o = getattr(torch.optim, name)(w.parameters(), **settings)
    print(o)
    x = torch.randn(5, 3)
    for _ in range(3):
        o.zero_grad()
        w(x).square().mean().backward()
        o.step()
    # Muon computes in bfloat16, whose last digits depend on the order of sums.
    print(w.weight if name == "Adafactor" else w.weight.detach().round(decimals=2))
    print(o.state_dict()["state"] if name == "Adafactor" else list(o.state_dict()["state"][0]))
for bad in (lambda: torch.optim.Adafactor([torch.ones(2, requires_grad=True)], lr=-1.), lambda: torch.optim.Muon([torch.ones(2, requires_grad=True)]),
            lambda: torch.optim.Adafactor([torch.ones(2, requires_grad=True)], d=0.5)):
    try:
        bad()
    except ValueError as error:
        print(error)
