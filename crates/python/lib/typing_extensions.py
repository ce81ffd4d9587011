"""`typing_extensions`: what `typing` has come to have itself."""

from typing import *
from typing import get_type_hints
