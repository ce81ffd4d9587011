"""`SList`: what `files = !ls` gives."""

from _kindling_lines import SList
