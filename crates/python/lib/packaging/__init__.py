"""`packaging`: comparing versions, as lessons do before they use what is new.

What it is not: names and requirements of packages. Start reading at `version`.
"""

__version__ = "25.0"
