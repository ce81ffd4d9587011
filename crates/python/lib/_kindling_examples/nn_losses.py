"""Examples of the losses of `torch.nn`; x is the input, t the target. Start reading at `MSELoss`."""

ENTRIES = r"""

MSELoss: l = mean((x − t)²)
(*), (*) → ()
>>> nn.MSELoss()(torch.tensor([1.0, 2.0]), torch.tensor([0.0, 4.0]))
tensor(2.5000)

L1Loss: l = mean(|x − t|)
(*), (*) → ()
>>> nn.L1Loss()(torch.tensor([1.0, 2.0]), torch.tensor([0.0, 4.0]))
tensor(1.5000)

SmoothL1Loss: l = mean of (x − t)² / (2 · beta) where |x − t| < beta, else |x − t| − beta / 2
(*), (*) → ()
>>> nn.SmoothL1Loss()(torch.tensor([1.0, 2.0]), torch.tensor([0.5, 4.0]))
tensor(0.8125)

HuberLoss: l = mean of (x − t)² / 2 where |x − t| ≤ delta, else delta · (|x − t| − delta / 2)
(*), (*) → ()
>>> nn.HuberLoss()(torch.tensor([1.0, 2.0]), torch.tensor([0.5, 4.0]))
tensor(0.8125)

CrossEntropyLoss: l = mean(−ln softmax(x)[t])
(N, C), (N) of class numbers → ()
>>> scores = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
>>> nn.CrossEntropyLoss()(scores, torch.tensor([0, 1]))
tensor(0.3955)

NLLLoss: l = mean(−x[t])
(N, C), (N) of class numbers → ()
>>> log_probabilities = torch.tensor([[0.7, 0.3], [0.2, 0.8]]).log()
>>> nn.NLLLoss()(log_probabilities, torch.tensor([0, 1]))
tensor(0.2899)

BCELoss: l = mean(−t · ln x − (1 − t) · ln(1 − x))
(*), (*) → ()
>>> nn.BCELoss()(torch.tensor([0.9, 0.2]), torch.tensor([1.0, 0.0]))
tensor(0.1643)

BCEWithLogitsLoss: l = mean(−t · ln σ(x) − (1 − t) · ln(1 − σ(x)))
(*), (*) → ()
>>> nn.BCEWithLogitsLoss()(torch.tensor([2.0, -1.0]), torch.tensor([1.0, 0.0]))
tensor(0.2201)

KLDivLoss: l = mean(t · (ln t − x)), x are logarithms; reduction="batchmean" is the true divergence
(*), (*) → ()
>>> x, t = torch.tensor([[0.5, 0.5]]).log(), torch.tensor([[0.75, 0.25]])
>>> nn.KLDivLoss(reduction="batchmean")(x, t)
tensor(0.1308)

NLLLoss2d: = torch.nn.NLLLoss

PoissonNLLLoss: l = mean(eˣ − t · x)
(*), (*) → ()
>>> nn.PoissonNLLLoss()(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 3.0]))
tensor(0.3591)

GaussianNLLLoss: l = mean(ln v + (x − t)² / v) / 2, v is the variance
(*), (*), (*) → ()
>>> x, t = torch.tensor([1.0, 2.0]), torch.tensor([1.0, 3.0])
>>> nn.GaussianNLLLoss()(x, t, torch.tensor([1.0, 2.0]))
tensor(0.2983)

HingeEmbeddingLoss: l = mean of x where t = 1, max(0, margin − x) where t = −1
(*), (*) → ()
>>> nn.HingeEmbeddingLoss()(torch.tensor([0.3, 0.4]), torch.tensor([1.0, -1.0]))
tensor(0.4500)

MarginRankingLoss: l = mean(max(0, −t · (x₁ − x₂) + margin))
(N), (N), (N) → ()
>>> x1, x2, t = torch.tensor([3.0, 1.0]), torch.tensor([2.0, 2.0]), torch.tensor([1.0, 1.0])
>>> nn.MarginRankingLoss()(x1, x2, t)
tensor(0.5000)

CosineEmbeddingLoss: l = mean of 1 − cos(x₁, x₂) where t = 1, max(0, cos(x₁, x₂) − margin) where t = −1
(N, D), (N, D), (N) → ()
>>> x1, x2 = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]])
>>> nn.CosineEmbeddingLoss()(x1, x2, torch.tensor([1.0]))
tensor(1.)

SoftMarginLoss: l = mean(ln(1 + e^(−t · x)))
(*), (*) → ()
>>> nn.SoftMarginLoss()(torch.tensor([2.0, -1.0]), torch.tensor([1.0, -1.0]))
tensor(0.2201)

MultiMarginLoss: l = mean over the batch of Σ max(0, margin − x[t] + xᵢ)ᵖ / C over i ≠ t
(N, C), (N) of class numbers → ()
>>> nn.MultiMarginLoss()(torch.tensor([[0.1, 0.2, 0.7]]), torch.tensor([2]))
tensor(0.3000)

MultiLabelMarginLoss: l = Σ max(0, 1 − (x[tⱼ] − xᵢ)) / C over the classes tⱼ and those i that are none of them
(N, C), (N, C) of class numbers, −1 behind the last → ()
>>> x, t = torch.tensor([[0.1, 0.2, 0.4, 0.8]]), torch.tensor([[3, 0, -1, 1]])
>>> nn.MultiLabelMarginLoss()(x, t)
tensor(0.8500)

MultiLabelSoftMarginLoss: l = mean(−t · ln σ(x) − (1 − t) · ln(1 − σ(x))) over classes and batch
(N, C), (N, C) of 0 and 1 → ()
>>> nn.MultiLabelSoftMarginLoss()(torch.tensor([[2.0, -1.0]]), torch.tensor([[1.0, 0.0]]))
tensor(0.2201)

TripletMarginLoss: l = mean(max(0, ‖a − p‖ − ‖a − n‖ + margin))
(N, D), (N, D), (N, D) → ()
>>> a, p, n = torch.tensor([[0.0, 0.0]]), torch.tensor([[0.0, 1.0]]), torch.tensor([[1.5, 0.0]])
>>> nn.TripletMarginLoss()(a, p, n)
tensor(0.5000)

TripletMarginWithDistanceLoss: l = mean(max(0, d(a, p) − d(a, n) + margin)), d is given
(N, D), (N, D), (N, D) → ()
>>> loss = nn.TripletMarginWithDistanceLoss(distance_function=nn.L1Loss(reduction="none"))
>>> loss(torch.tensor([[0.0]]), torch.tensor([[1.0]]), torch.tensor([[1.5]]))
tensor(0.5000)

CTCLoss: l = −ln p(t | x), summed over all ways to lay the labels t along the time steps
(T, N, C) of log probabilities, (N, S) of labels, (N), (N) → ()
>>> steps = torch.full((3, 1, 2), 0.5).log()
>>> nn.CTCLoss()(steps, torch.tensor([[1]]), torch.tensor([3]), torch.tensor([1]))
tensor(0.2877)

AdaptiveLogSoftmaxWithLoss: l = mean(−ln softmax(x)[t]), with smaller matrices for rare classes
(N, in_features), (N) of class numbers → (N), ()
>>> layer = nn.AdaptiveLogSoftmaxWithLoss(4, 10, cutoffs=[3, 6])
>>> layer(torch.ones(2, 4), torch.tensor([0, 7])).output.shape
torch.Size([2])
"""
