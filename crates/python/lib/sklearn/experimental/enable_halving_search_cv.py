"""Lets `HalvingGridSearchCV` be imported; there is nothing else here."""
