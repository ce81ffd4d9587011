"""`signal`: names and handlers that are kept; no signal comes here but Stop, which is `KeyboardInterrupt`."""

SIGINT, SIGABRT, SIGALRM, SIGTERM = 2, 6, 14, 15
SIG_DFL, SIG_IGN = 0, 1

_handlers = {}


def default_int_handler(signalnum=SIGINT, frame=None, /):
    raise KeyboardInterrupt


def signal(signalnum, handler, /):
    """Keeps a handler and gives back the one before."""
    before = getsignal(signalnum)
    _handlers[signalnum] = handler
    return before


def getsignal(signalnum, /):
    return _handlers.get(signalnum, default_int_handler if signalnum == SIGINT else SIG_DFL)


def alarm(seconds, /):
    raise NotImplementedError("signal.alarm is not built here: no signal comes into a page")
