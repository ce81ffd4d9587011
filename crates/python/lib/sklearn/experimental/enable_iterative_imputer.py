"""Lets `IterativeImputer` be imported; there is nothing else here."""
