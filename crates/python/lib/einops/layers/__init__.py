"""Patterns as layers, by library; there is one: `einops.layers.torch`."""
