"""Quantiles by all methods, weighted covariances, slopes to the second order, values over a period, spreads of a part; tables of
columns, and complex matrices in torch."""

import io

import numpy as np
import torch
from each_line import each_line

d = np.array([2.0, 4, 4, 5, 7, 9, 1])
z = np.array([[1j, 2], [3, 4j]])
Z = torch.tensor([[1 + 1j, 2], [0, 1j]])
NAMES = "inverted_cdf averaged_inverted_cdf closest_observation interpolated_inverted_cdf hazen weibull median_unbiased normal_unbiased"

each_line("""
[np.percentile(d, [10, 30, 50, 90], method=name) for name in NAMES.split()]
np.quantile(d, 0.5, method="foo")
np.cov(d, aweights=d), np.cov(d, d[::-1], fweights=[1, 1, 1, 2, 1, 1, 1]), np.cov(d, fweights=[0.5] * 7)
np.gradient(d, edge_order=2), np.gradient(d, d.cumsum(), edge_order=2).round(6), np.gradient(z)
np.interp([0, 370, -10], [0, 180, 90], [0, 1, 5], period=360)
np.std(d, where=d > 3), np.var(d, mean=d.mean()), np.var([[1.0, 2], [3, 5]], axis=0, where=[[True], [True]], ddof=1)
np.triu(z, 1), np.meshgrid([1, 1j], [2, 3])[0]
np.loadtxt(io.StringIO("a 1\\nb 2"), dtype={"names": ("k", "v"), "formats": ("U1", "i4")})
np.genfromtxt(io.StringIO("a;1.5\\nb;2"), delimiter=";", dtype=["U1", float], names=["k", "v"])
(torch.linalg.inv(Z) @ Z).abs().round(), torch.linalg.solve(Z, torch.tensor([1j, 1])), torch.linalg.det(Z), torch.linalg.eigvals(Z), torch.linalg.svdvals(Z)
Z.floor()
""", globals())
