"""`torchinfo`: what layers a model has, what they make of an input, and how many parameters they train.

What it is not: a measure of time. Start reading at `summary` in `_summary`.
"""

from torchinfo._columns import ColumnSettings, RowSettings, Units, Verbosity
from torchinfo._layers import LayerInfo
from torchinfo._statistics import ModelStatistics
from torchinfo._summary import summary

__version__ = "1.8.0+kindling"
__all__ = ["ColumnSettings", "LayerInfo", "ModelStatistics", "RowSettings", "Units", "Verbosity", "summary"]
