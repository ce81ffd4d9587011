"""The source of functions by `inspect`, the words of a program by `tokenize`, and what `unittest.mock` counts."""
import functools
import inspect
import io
import token
import tokenize
from unittest import mock


def twice(f):
    @functools.wraps(f)
    def both(*a):
        return f(*a), f(*a)

    return both


@twice
def add(a, b=2):
    """Adds.

    Well."""
    if a:
        # inner
        return a + b
    s = f"{a:>{b}} {'x' if b else 'y'} {{}}"
    return [a,
            b, s]


class Line:
    def __call__(self, x):
        return (x
                + 1)


square = lambda x: x ** 2
def one(): return 1


def outer():
    def inner(k):
        return k
    return inner


for function in (add, Line.__call__, square, one, outer, outer()):
    print(inspect.getsource(function))
print(inspect.getsourcelines(one), inspect.getdoc(add), inspect.signature(add))
try:
    inspect.getsource(len)
except TypeError as error:
    print(error)

text = '''# first
def f(a, *, b=0x1F):  # note
    """more
    lines"""
    if a != 1.5e-3j and b >= .5:

        return 'it\\'s' \\
            + rb"\\d".decode()
    x = [1_000,
         ...]
    # last
    return x ** 2 // 3 if (a := b) else -x @ x
é = lambda: {1: 2}[1]
'''
for each in tokenize.generate_tokens(io.StringIO(text).readline):
    print(token.tok_name[each.type], repr(each.string), each.start, each.end)
print([each.string for each in tokenize.tokenize(io.BytesIO(b"x = 1").readline)])
counted = mock.Mock(return_value=3)
print(counted(1), counted(2), counted.call_count, counted.called, counted.call_args)
