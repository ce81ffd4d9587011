# The windows of torch.signal.
import torch


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


W = torch.signal.windows
for n in W.__all__:
    for M in (0, 1, 2, 5, 8):
        for kw in ({}, {"sym": False}, {"dtype": torch.float64}):
            if n == "general_cosine":
                kw = dict(kw, a=[0.5, 0.3, 0.2])
            show(n, lambda: getattr(W, n)(M, **kw))
    if n != "general_cosine":
        show(n, lambda: getattr(W, n)(-1))
        show(n, lambda: getattr(W, n)(3, dtype=torch.int64))
        show(n, lambda: getattr(W, n)("a"))
show("g", lambda: W.gaussian(5, std=-1))
show("e", lambda: W.exponential(5, tau=0))
show("e", lambda: W.exponential(5, center=1.0, sym=False))
show("e", lambda: W.exponential(5, center=1.0))
show("k", lambda: W.kaiser(5, beta=-1))
show("k", lambda: W.kaiser(5, beta=3.0))
show("gc", lambda: W.general_cosine(4, a=[]))
show("gc", lambda: W.general_cosine(4, a=3))
show("h", lambda: W.hamming(5, alpha=0.6))
show("foo", lambda: W.hann(5, foo=1))
show("pos", lambda: W.gaussian(5, 1.0))
show("sig", lambda: torch.signal.foo)
