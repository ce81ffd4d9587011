"""Examples of losses and distances: `torch.nn.functional`; x is the input, t the target. Start reading at `mse_loss`."""

ENTRIES = r"""

mse_loss: = torch.nn.MSELoss
>>> F.mse_loss(torch.tensor([1.0, 2.0]), torch.tensor([0.0, 4.0]))
tensor(2.5000)

l1_loss: = torch.nn.L1Loss
>>> F.l1_loss(torch.tensor([1.0, 2.0]), torch.tensor([0.0, 4.0]))
tensor(1.5000)

smooth_l1_loss: = torch.nn.SmoothL1Loss
>>> F.smooth_l1_loss(torch.tensor([1.0, 2.0]), torch.tensor([0.5, 4.0]))
tensor(0.8125)

huber_loss: = torch.nn.HuberLoss
>>> F.huber_loss(torch.tensor([1.0, 2.0]), torch.tensor([0.5, 4.0]))
tensor(0.8125)

cross_entropy: = torch.nn.CrossEntropyLoss
>>> scores = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
>>> F.cross_entropy(scores, torch.tensor([0, 1]))
tensor(0.3955)

nll_loss: = torch.nn.NLLLoss
>>> log_probabilities = torch.tensor([[0.7, 0.3], [0.2, 0.8]]).log()
>>> F.nll_loss(log_probabilities, torch.tensor([0, 1]))
tensor(0.2899)

binary_cross_entropy: = torch.nn.BCELoss
>>> F.binary_cross_entropy(torch.tensor([0.9, 0.2]), torch.tensor([1.0, 0.0]))
tensor(0.1643)

binary_cross_entropy_with_logits: = torch.nn.BCEWithLogitsLoss
>>> F.binary_cross_entropy_with_logits(torch.tensor([2.0, -1.0]), torch.tensor([1.0, 0.0]))
tensor(0.2201)

kl_div: = torch.nn.KLDivLoss
>>> x, t = torch.tensor([[0.5, 0.5]]).log(), torch.tensor([[0.75, 0.25]])
>>> F.kl_div(x, t, reduction="batchmean")
tensor(0.1308)

poisson_nll_loss: = torch.nn.PoissonNLLLoss
>>> F.poisson_nll_loss(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 3.0]))
tensor(0.3591)

gaussian_nll_loss: = torch.nn.GaussianNLLLoss
>>> F.gaussian_nll_loss(torch.tensor([1.0, 2.0]), torch.tensor([1.0, 3.0]), torch.tensor([1.0, 2.0]))
tensor(0.2983)

hinge_embedding_loss: = torch.nn.HingeEmbeddingLoss
>>> F.hinge_embedding_loss(torch.tensor([0.3, 0.4]), torch.tensor([1.0, -1.0]))
tensor(0.4500)

margin_ranking_loss: = torch.nn.MarginRankingLoss
>>> F.margin_ranking_loss(torch.tensor([3.0, 1.0]), torch.tensor([2.0, 2.0]), torch.tensor([1.0, 1.0]))
tensor(0.5000)

cosine_embedding_loss: = torch.nn.CosineEmbeddingLoss
>>> F.cosine_embedding_loss(torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]]), torch.tensor([1.0]))
tensor(1.)

soft_margin_loss: = torch.nn.SoftMarginLoss
>>> F.soft_margin_loss(torch.tensor([2.0, -1.0]), torch.tensor([1.0, -1.0]))
tensor(0.2201)

multi_margin_loss: = torch.nn.MultiMarginLoss
>>> F.multi_margin_loss(torch.tensor([[0.1, 0.2, 0.7]]), torch.tensor([2]))
tensor(0.3000)

multilabel_margin_loss: = torch.nn.MultiLabelMarginLoss
>>> F.multilabel_margin_loss(torch.tensor([[0.1, 0.2, 0.4, 0.8]]), torch.tensor([[3, 0, -1, 1]]))
tensor(0.8500)

multilabel_soft_margin_loss: = torch.nn.MultiLabelSoftMarginLoss
>>> F.multilabel_soft_margin_loss(torch.tensor([[2.0, -1.0]]), torch.tensor([[1.0, 0.0]]))
tensor(0.2201)

triplet_margin_loss: = torch.nn.TripletMarginLoss
>>> a, p, n = torch.tensor([[0.0, 0.0]]), torch.tensor([[0.0, 1.0]]), torch.tensor([[1.5, 0.0]])
>>> F.triplet_margin_loss(a, p, n)
tensor(0.5000)

triplet_margin_with_distance_loss: = torch.nn.TripletMarginWithDistanceLoss
>>> a, p, n = torch.tensor([[0.0]]), torch.tensor([[1.0]]), torch.tensor([[1.5]])
>>> F.triplet_margin_with_distance_loss(a, p, n)
tensor(0.5000)

ctc_loss: = torch.nn.CTCLoss
>>> steps = torch.full((3, 1, 2), 0.5).log()
>>> F.ctc_loss(steps, torch.tensor([[1]]), torch.tensor([3]), torch.tensor([1]))
tensor(0.2877)

cosine_similarity: = torch.nn.CosineSimilarity
>>> F.cosine_similarity(torch.tensor([1.0, 0.0]), torch.tensor([1.0, 1.0]), dim=0)
tensor(0.7071)

pairwise_distance: = torch.nn.PairwiseDistance
>>> F.pairwise_distance(torch.tensor([[0.0, 0.0]]), torch.tensor([[3.0, 4.0]]))
tensor([5.0000])

pdist: the distance ‖xᵢ − xⱼ‖ₚ of every two rows, i < j
(N, D) → (N · (N − 1) / 2)
>>> F.pdist(torch.tensor([[0.0, 0.0], [3.0, 4.0], [0.0, 1.0]]))
tensor([5.0000, 1.0000, 4.2426])
"""
