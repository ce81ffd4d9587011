"""`signal`: names and handlers that are kept; no signal comes here but Stop, which is `KeyboardInterrupt`.

What it is not: a way to be woken. Start reading at `Signals`.
"""

from enum import IntEnum

NSIG = 65


class Signals(IntEnum):
    """Signals by name, with the numbers of Linux."""

    SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1 = range(1, 11)
    SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGSTKFLT, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP = range(11, 21)
    SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH, SIGIO, SIGPWR = range(21, 31)
    SIGSYS = 31


class Handlers(IntEnum):
    """What stands for no handler of one's own."""

    SIG_DFL, SIG_IGN = 0, 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
_TEXTS = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed", 11: "Segmentation fault", 13: "Broken pipe",
          14: "Alarm clock", 15: "Terminated"}  # fmt: skip

_handlers = {}


def default_int_handler(signalnum=Signals.SIGINT, frame=None, /):
    """What Stop comes to."""
    raise KeyboardInterrupt


def _checked(signalnum):
    if not 1 <= int(signalnum) < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def signal(signalnum, handler, /):
    """Keeps a handler and gives back the one before."""
    before = getsignal(signalnum)
    if not callable(handler) and handler not in tuple(Handlers):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    _handlers[int(signalnum)] = handler if callable(handler) else Handlers(handler)
    return before


def getsignal(signalnum, /):
    """The handler that is kept for a signal."""
    number = _checked(signalnum)
    return _handlers.get(number, default_int_handler if number == Signals.SIGINT else Handlers.SIG_DFL)


def raise_signal(signalnum, /):
    """Calls the signal's handler."""
    handler = getsignal(signalnum)
    if callable(handler):
        handler(int(signalnum), None)
    elif handler == Handlers.SIG_DFL:
        raise NotImplementedError("signal.raise_signal is not built here for signals that end the program")


def strsignal(signalnum, /):
    """What a signal is called in plain words."""
    number = _checked(signalnum)
    return _TEXTS.get(number, f"Signal {number}")


def valid_signals():
    """All that there are."""
    return set(Signals)


def alarm(seconds, /):
    raise NotImplementedError("signal.alarm is not built here: no signal comes into a page")


def setitimer(which, seconds, interval=0.0, /):
    """Refused, as `alarm` is."""
    raise NotImplementedError("signal.setitimer is not built here: no signal comes into a page")


def pause():
    """Refused: it would wait for good."""
    raise NotImplementedError("signal.pause is not built here: no signal comes into a page")
