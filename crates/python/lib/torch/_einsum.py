"""`einsum` with lists of numbers for subscripts: an operand, its list, the next operand, its list, and so on.

Not the sums themselves, which are native. Start reading at `of_lists`.
"""

import string

import _torch

_LETTERS = string.ascii_uppercase + string.ascii_lowercase


def _named(subscripts):
    return "".join("..." if each is Ellipsis else _letter(each) for each in subscripts)


def _letter(number):
    if 0 <= number < len(_LETTERS):
        return _LETTERS[number]
    raise ValueError("einsum(): subscript in subscript list is not within the valid range [0, 52)")


def of_lists(args):
    """A last list without an operand says what the result has."""
    if len(args) < 2:
        raise ValueError(
            "einsum(): must specify the equation string and at least one operand, or at least one operand and its "
            "subscripts list"
        )
    equation = ",".join(map(_named, args[1::2]))
    if len(args) % 2:
        equation += "->" + _named(args[-1])
        args = args[:-1]
    return _torch.einsum(equation, *args[::2])
