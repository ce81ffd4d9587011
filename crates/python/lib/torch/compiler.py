"""`torch.compiler`: what programs ask of the compiler, of which there is none.

What it is not: `torch.compile`, which gives models back as they are. Start reading in `torch._dynamo`.
"""

from torch import _functions
from torch._dynamo import disable, is_compiling, list_backends, reset

is_dynamo_compiling = is_exporting = is_compiling


compile = _functions.compile


def allow_in_graph(fn):
    """The function itself."""
    return fn


assume_constant_result = allow_in_graph


def cudagraph_mark_step_begin():
    """Without a GPU there are no graphs."""


def set_stance(stance="default", *, skip_guard_eval_unsafe=False, force_backend=None):
    """Says when to compile: never, here."""


__all__ = ["compile", "disable", "is_compiling", "list_backends", "reset"]
