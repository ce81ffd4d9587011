"""`torchsummary`: a table of the layers that a model calls, printed.

What it is not: `torchinfo`, which came after it and tells more. Start reading at `summary`.
"""

from torchsummary.torchsummary import summary

__version__ = "1.5.1+kindling"
