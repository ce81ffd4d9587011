"""Lets `HistGradientBoosting` be imported; there is nothing else here."""
