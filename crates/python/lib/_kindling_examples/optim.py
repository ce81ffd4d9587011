"""Examples of optimizers and of schedules of the learning rate: `torch.optim`. Start reading at `SGD`.

In the formulas θ is a parameter, g its gradient, lr the learning rate; m and v are running means.
"""

ENTRIES = r"""

Optimizer: θ ← θ − what the optimizer makes of g
>>> w = torch.ones(2, requires_grad=True)
>>> optimizer = optim.SGD([w], lr=0.1)
>>> isinstance(optimizer, optim.Optimizer)
True

SGD: b ← momentum · b + g, θ ← θ − lr · b
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.SGD([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9000, 1.9000])

Adam: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − lr · m̂ / (√v̂ + eps), m̂ and v̂ freed of their start at 0
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.Adam([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9000, 1.9000])

AdamW: θ ← θ − lr · weight_decay · θ, then as Adam
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.AdamW([w], lr=0.1, weight_decay=0.5)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.8500, 1.8000])

RMSprop: v ← alpha · v + (1 − alpha) · g², θ ← θ − lr · g / (√v + eps)
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.RMSprop([w], lr=0.01)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9000, 1.9000])

Adagrad: s ← s + g², θ ← θ − lr · g / (√s + eps)
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.Adagrad([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9000, 1.9000])

Adadelta: v ← ρ v + (1 − ρ) g², d = g · √(u + eps) / √(v + eps), u ← ρ u + (1 − ρ) d², θ ← θ − lr · d
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.Adadelta([w])
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9968, 1.9968])

Adamax: m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g| + eps), θ ← θ − lr · m̂ / u
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.Adamax([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9000, 1.9000])

NAdam: as Adam, with Nesterov's look ahead: m̂ holds the next step's momentum already
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.NAdam([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.8944, 1.8944])

RAdam: as Adam, without √v̂ in the first steps, while it is uncertain
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.RAdam([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9000, 1.9000])

ASGD: θ ← θ − η · (g + lambd · θ), and the mean of θ over the steps is kept as "ax"
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.ASGD([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9000, 1.9000])

Rprop: θ ← θ − sign(g) · step; step grows while g keeps its sign and shrinks when it changes
>>> w = torch.tensor([1.0, 2.0], requires_grad=True)
>>> optimizer = optim.Rprop([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9000, 1.9000])

LBFGS: θ ← θ − lr · H g, H guessed from the last steps' gradients; step asks the closure for the loss
>>> w = torch.tensor([3.0], requires_grad=True)
>>> optimizer = optim.LBFGS([w])
>>> def closure():
...     optimizer.zero_grad(); loss = ((w - 1) ** 2).sum(); loss.backward(); return loss
>>> optimizer.step(closure), w.detach()
(tensor(4., grad_fn=<SumBackward0>), tensor([1.]))

Adafactor: as Adam, v kept as a mean for each row and each column
>>> w = torch.ones(2, 2, requires_grad=True)
>>> optimizer = optim.Adafactor([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.shape
torch.Size([2, 2])

Muon: θ ← θ − lr · (the momentum, a matrix, made nearly orthogonal)
>>> w = torch.ones(2, 2, requires_grad=True)
>>> optim.Muon([w], lr=0.1).defaults["momentum"]
0.95

lr_scheduler.LRScheduler: lr of step t follows from t; step() goes on by one
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
>>> scheduler = optim.lr_scheduler.StepLR(optimizer, step_size=10)
>>> isinstance(scheduler, optim.lr_scheduler.LRScheduler)
True

lr_scheduler.StepLR: lr = lr₀ · gamma^⌊t / step_size⌋
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
>>> for _ in range(4): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[1.0]
[0.5]
[0.5]
[0.25]

lr_scheduler.MultiStepLR: lr = lr₀ · gamma^(number of milestones ≤ t)
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.MultiStepLR(optimizer, milestones=[1, 3], gamma=0.5)
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[0.5]
[0.5]
[0.25]

lr_scheduler.ExponentialLR: lr = lr₀ · gammaᵗ
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[0.5]
[0.25]
[0.125]

lr_scheduler.ConstantLR: lr = lr₀ · factor while t < total_iters, then lr₀
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.ConstantLR(optimizer, factor=0.5, total_iters=2)
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[0.5]
[1.0]
[1.0]

lr_scheduler.LinearLR: lr goes from lr₀ · start_factor to lr₀ · end_factor in total_iters steps
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.LinearLR(optimizer, start_factor=0.5, total_iters=2)
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[0.75]
[1.0]
[1.0]

lr_scheduler.PolynomialLR: lr = lr₀ · (1 − t / total_iters)^power
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.PolynomialLR(optimizer, total_iters=4, power=1.0)
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[0.75]
[0.5]
[0.25]

lr_scheduler.LambdaLR: lr = lr₀ · lr_lambda(t)
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.LambdaLR(optimizer, lambda t: 1 / (t + 1))
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[0.5]
[0.3333333333333333]
[0.25]

lr_scheduler.MultiplicativeLR: lr ← lr · lr_lambda(t)
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.MultiplicativeLR(optimizer, lambda t: 0.5)
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[0.5]
[0.25]
[0.125]

lr_scheduler.CosineAnnealingLR: lr = eta_min + (lr₀ − eta_min) · (1 + cos(π t / T_max)) / 2
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=2)
>>> for _ in range(2): optimizer.step(); scheduler.step(); print(round(scheduler.get_last_lr()[0], 4))
0.5
0.0

lr_scheduler.CosineAnnealingWarmRestarts: lr falls as a cosine for T_0 steps and starts again, each time T_mult times as long
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=2)
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(round(scheduler.get_last_lr()[0], 4))
0.5
1.0
0.5

lr_scheduler.CyclicLR: lr goes from base_lr up to max_lr and back, step_size_up steps each way
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0, momentum=0.9)
>>> scheduler = optim.lr_scheduler.CyclicLR(optimizer, base_lr=0.0, max_lr=1.0, step_size_up=2)
>>> for _ in range(4): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[0.5]
[1.0]
[0.5]
[0.0]

lr_scheduler.OneCycleLR: lr rises from max_lr / div_factor to max_lr and falls far below, once
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0, momentum=0.9)
>>> scheduler = optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1.0, total_steps=10)
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(round(scheduler.get_last_lr()[0], 4))
0.52
1.0
0.9505

lr_scheduler.ReduceLROnPlateau: lr ← lr · factor once the metric has not improved for more than patience steps
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=1)
>>> for loss in (3.0, 3.0, 3.0): scheduler.step(loss); print(scheduler.get_last_lr())
[1.0]
[1.0]
[0.5]

lr_scheduler.SequentialLR: one scheduler after the other, changed at the milestones
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> first = optim.lr_scheduler.ConstantLR(optimizer, factor=0.5, total_iters=2)
>>> scheduler = optim.lr_scheduler.SequentialLR(optimizer, [first, optim.lr_scheduler.ExponentialLR(optimizer, 0.5)], [2])
>>> for _ in range(3): optimizer.step(); scheduler.step(); print(scheduler.get_last_lr())
[0.5]
[1.0]
[0.5]

lr_scheduler.ChainedScheduler: all schedulers at each step, one on what the other made of lr
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> parts = [optim.lr_scheduler.ExponentialLR(optimizer, 0.5), optim.lr_scheduler.ExponentialLR(optimizer, 0.5)]
>>> scheduler = optim.lr_scheduler.ChainedScheduler(parts)
>>> optimizer.step(); scheduler.step(); scheduler.get_last_lr()
[0.25]

Optimizer.step: θ ← what the optimizer makes of θ and its gradient
>>> w = torch.tensor([1.0], requires_grad=True)
>>> optimizer = optim.SGD([w], lr=0.1)
>>> w.sum().backward(); optimizer.step()
>>> w.detach()
tensor([0.9000])

Optimizer.zero_grad: forgets all gradients, before the next backward adds to them
>>> w = torch.tensor([1.0], requires_grad=True)
>>> optimizer = optim.SGD([w], lr=0.1)
>>> w.sum().backward(); optimizer.zero_grad()
>>> print(w.grad)
None

Optimizer.state_dict: what the optimizer remembers, to be saved
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
>>> optimizer.state_dict()["param_groups"][0]["lr"]
0.1

Optimizer.load_state_dict: takes over what another optimizer's state_dict gave
>>> first = optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
>>> second = optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.5)
>>> second.load_state_dict(first.state_dict()); second.param_groups[0]["lr"]
0.1

Optimizer.add_param_group: more parameters, with settings of their own
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
>>> optimizer.add_param_group({"params": [torch.zeros(2, requires_grad=True)], "lr": 0.01})
>>> [group["lr"] for group in optimizer.param_groups]
[0.1, 0.01]

lr_scheduler.LRScheduler.step: the next step's lr; it is called after optimizer.step()
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> scheduler = optim.lr_scheduler.StepLR(optimizer, step_size=1)
>>> optimizer.step(); scheduler.step(); optimizer.param_groups[0]["lr"]
0.1

lr_scheduler.LRScheduler.get_last_lr: lr as it is now, one for each group of parameters
>>> optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
>>> optim.lr_scheduler.StepLR(optimizer, step_size=1).get_last_lr()
[1.0]
"""
