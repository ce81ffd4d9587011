"""`tqdm`: goes through something and shows how far it is.

What it is not: the text of the line; that is `_text`. Start reading at `tqdm`.
"""

import sys
from _weakref import ref
from time import time

from _scalars import NUMBERS
from tqdm import _text

_ROWS = 20


class TqdmKeyError(KeyError):
    """An argument that tqdm does not know."""


class TqdmTypeError(TypeError):
    """An argument of a kind that does not fit."""


class TqdmWarning(Warning):
    """What is odd, but no error."""


class TqdmDeprecationWarning(TqdmWarning, DeprecationWarning):
    """A name that has a newer one."""


class _Average:
    """A mean in which what is newer weighs more."""

    def __init__(self, smoothing):
        self.smoothing, self.last, self.calls = smoothing, 0, 0

    def add(self, value):
        self.last = self.smoothing * value + (1 - self.smoothing) * self.last
        self.calls += 1
        return self.value()

    def value(self):
        return self.last / (1 - (1 - self.smoothing) ** self.calls) if self.calls else self.last


def _refuse(**given):
    for name, value in given.items():
        if value:
            raise NotImplementedError(f"tqdm: {name}={value!r} is not built into this tqdm")


def _shows_blocks(file):
    return (getattr(file, "encoding", None) or "").lower().replace("-", "").startswith("utf")


class tqdm:
    """Goes through `iterable`, printing a bar as often as `mininterval` allows; or counts what `update` tells it."""

    _open = []
    # Until a bar is made; one that was refused has nothing to close.
    disable = True

    def __init__(
        self,
        iterable=None,
        desc=None,
        total=None,
        leave=True,
        file=None,
        ncols=None,
        mininterval=0.1,
        maxinterval=10.0,
        miniters=None,
        ascii=None,
        disable=False,
        unit="it",
        unit_scale=False,
        dynamic_ncols=False,
        smoothing=0.3,
        bar_format=None,
        initial=0,
        position=None,
        postfix=None,
        unit_divisor=1000,
        write_bytes=False,
        lock_args=None,
        nrows=None,
        colour=None,
        delay=0.0,
        gui=False,
        **kwargs,
    ):
        if kwargs:
            raise TqdmKeyError(f"Unknown argument(s): {kwargs}")
        # There is no screen whose columns `dynamic_ncols` could follow: it asks for the width that bars have anyway.
        del dynamic_ncols
        _refuse(write_bytes=write_bytes, lock_args=lock_args, gui=gui)
        if total is None and iterable is not None and hasattr(iterable, "__len__"):
            total = len(iterable)
        file = sys.stderr if file is None else file
        if disable is None:
            disable = hasattr(file, "isatty") and not file.isatty()
        self.iterable, self.desc, self.leave, self.fp = iterable, desc or "", leave, file
        self.total = None if total == float("inf") else total
        self.n = self.initial = initial
        self.disable, self.unit, self.unit_scale, self.unit_divisor = disable, unit, unit_scale, unit_divisor
        self.ncols, self.nrows, self.bar_format, self.colour = ncols, nrows or _ROWS, bar_format, colour
        self.ascii = not _shows_blocks(file) if ascii is None else ascii
        self.mininterval, self.maxinterval, self.smoothing, self.delay = mininterval, maxinterval, smoothing, delay
        self.dynamic_miniters, self.miniters = miniters is None, miniters or 0
        self.postfix, self.pos = None, 0
        self._start()
        if disable:
            return
        self._place(position)
        if postfix is not None:
            # As a text it is taken as it is.
            self.set_postfix_str(postfix, False) if isinstance(postfix, str) else self.set_postfix(postfix, False)
        if delay <= 0:
            self.refresh()
        self.last_print_t = self.start_t = time()

    def _start(self):
        self.last_print_n, self._shown = self.initial, 0
        self.last_print_t = self.start_t = time()
        self._dn, self._dt, self._iters = (_Average(self.smoothing) for _ in range(3))
        self._smooth = True

    def _place(self, position):
        """The lowest line that no open bar has, or the one that was asked for, which then is a negative number."""
        taken = {abs(bar.pos) for bar in self._bars()}
        free = next(line for line in range(len(taken) + 1) if line not in taken)
        self.pos = free if position is None else -position
        tqdm._open.append(ref(self))

    @staticmethod
    def _bars():
        """The bars that are open; those that nobody holds any more have closed."""
        tqdm._open = [each for each in tqdm._open if each() is not None]
        return [each() for each in tqdm._open]

    # Going through

    def __iter__(self):
        if self.disable:
            yield from self.iterable
            return
        try:
            for each in self.iterable:
                yield each
                self.update()
        finally:
            self.close()

    def update(self, n=1):
        """So many more are done; True if the bar was printed anew."""
        if self.disable:
            return None
        if n < 0:
            self.last_print_n += n
        self.n += n
        if self.n - self.last_print_n < self.miniters:
            return None
        now = time()
        passed, done = now - self.last_print_t, self.n - self.last_print_n
        if passed < self.mininterval or now < self.start_t + self.delay:
            return None
        if self.smoothing and passed and done:
            self._dn.add(done)
            self._dt.add(passed)
        self.refresh()
        if self.dynamic_miniters:
            self.miniters = self._next_miniters(done, passed)
        self.last_print_n, self.last_print_t = self.n, now
        return True

    def _next_miniters(self, done, passed):
        """How many steps there are until the clock is worth a look."""
        if self.maxinterval and passed >= self.maxinterval:
            return done * (self.mininterval or self.maxinterval) / passed
        if not self.smoothing:
            return max(self.miniters, done)
        return self._iters.add(done * (self.mininterval / passed if self.mininterval and passed else 1))

    def close(self):
        """Prints the bar a last time, or wipes it if it is not to stay."""
        if self.disable:
            return
        self.disable = True
        tqdm._open = [each for each in tqdm._open if each() not in (None, self)]
        if self.last_print_t < self.start_t + self.delay:
            return
        line = abs(self.pos)
        if line == 0 if self.leave is None else self.leave:
            self._smooth = False
            self.display(pos=0)
            self.fp.write("\n")
        elif self.display("", line) and not line:
            self.fp.write("\r")

    def reset(self, total=None):
        """Starts again, with another total if there is one."""
        self.n = self.initial = 0
        if total is not None:
            self.total = total
        if not self.disable:
            self._start()
            self.refresh()

    def unpause(self):
        """Forgets the time since the bar was last printed."""
        if not self.disable:
            self.start_t += time() - self.last_print_t
            self.last_print_t = time()

    # What it says

    def set_description(self, desc=None, refresh=True):
        """What stands before the bar; a colon is added."""
        self.set_description_str(desc + ": " if desc else "", refresh)

    def set_description_str(self, desc=None, refresh=True):
        """What stands before the bar, as it is."""
        self.desc = desc or ""
        if refresh:
            self.refresh()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        """What stands at the end: names and values, numbers with three digits."""
        values = dict(ordered_dict or {})
        values.update((name, kwargs[name]) for name in sorted(kwargs))
        told = (f"{name}={_postfix_text(value).strip()}" for name, value in values.items())
        self.set_postfix_str(", ".join(told), refresh)

    def set_postfix_str(self, s="", refresh=True):
        """What stands at the end, as it is."""
        self.postfix = str(s)
        if refresh:
            self.refresh()

    @property
    def format_dict(self):
        """What `format_meter` is given for this bar."""
        seconds = self._dt.value() if self._smooth else 0
        return {
            "n": self.n, "total": self.total, "elapsed": time() - self.start_t,
            "ncols": self.ncols, "prefix": self.desc, "ascii": self.ascii, "unit": self.unit, "unit_scale": self.unit_scale,
            "rate": self._dn.value() / seconds if seconds else None, "bar_format": self.bar_format,
            "postfix": self.postfix, "unit_divisor": self.unit_divisor, "initial": self.initial,
            "colour": self.colour,
        }  # fmt: skip

    format_meter = staticmethod(_text.meter)
    format_sizeof = staticmethod(_text.sizeof)
    format_interval = staticmethod(_text.interval)
    format_num = staticmethod(_text.number)

    def __str__(self):
        return self.format_meter(**self.format_dict)

    # Printing

    def refresh(self):
        """Prints the bar as it is now."""
        if not self.disable:
            self.display()
        return True

    def clear(self):
        """Wipes the bar until it is printed again."""
        if not self.disable:
            self._to_line(abs(self.pos))
            self._print("")
            self.fp.write("\r")
            self._to_line(-abs(self.pos))

    def display(self, msg=None, pos=None):
        """Prints a text, or else the bar, so many lines below; False if that is below the last row."""
        line = abs(self.pos) if pos is None else pos
        if line >= self.nrows:
            return False
        if line == self.nrows - 1 and msg != "":
            msg = " ... (more hidden) ..."
        self._to_line(line)
        self._print(str(self) if msg is None else msg)
        self._to_line(-line)
        return True

    def _print(self, text):
        """A text in place of the one before, which spaces cover where it was longer."""
        columns = _text.width(text)
        self.fp.write("\r" + text + " " * max(self._shown - columns, 0))
        self._shown = columns
        self._flush()

    def _to_line(self, count):
        """So many lines down, or, below 0, up."""
        self.fp.write("\n" * count + "\x1b[A" * -count)
        self._flush()

    def _flush(self):
        flush = getattr(self.fp, "flush", None)
        if flush is not None:
            flush()

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        """Prints a text above the bars. There is one thread and no lock: `nolock` changes nothing."""
        file = sys.stdout if file is None else file
        shared = (sys.stdout, sys.stderr)
        wiped = [bar for bar in cls._bars() if bar.fp is file or (bar.fp in shared and file in shared)]
        for bar in wiped:
            bar.clear()
        file.write(s + end)
        for bar in wiped:
            bar.refresh()

    # As what it goes through

    def __len__(self):
        if self.iterable is None:
            return self.total
        if hasattr(self.iterable, "__len__"):
            return len(self.iterable)
        return self.iterable.__length_hint__() if hasattr(self.iterable, "__length_hint__") else self.total

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        if self.iterable is None:
            raise TypeError("bool() undefined when iterable == total == None")
        return bool(self.iterable)

    def __contains__(self, item):
        return item in self.iterable if hasattr(self.iterable, "__contains__") else item in iter(self)

    def __reversed__(self):
        whole = self.iterable
        try:
            self.iterable = reversed(whole)
            yield from self
        finally:
            self.iterable = whole

    def __hash__(self):
        return id(self)

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.close()

    def __del__(self):
        self.close()

    @classmethod
    def pandas(cls, **tqdm_kwargs):
        """Gives frames, columns and groups of pandas `progress_apply` and its like."""
        from tqdm._pandas import register

        register(cls, tqdm_kwargs)

    @classmethod
    def wrapattr(cls, stream, method, total=None, bytes=True, **tqdm_kwargs):
        """The stream, whose reading or writing a bar counts; for `with`."""
        from tqdm._streams import Counted

        bar = cls(total=total, **tqdm_kwargs)
        if bytes:
            bar.unit, bar.unit_scale, bar.unit_divisor = "B", True, 1024
        return Counted(stream, method, bar)


def _postfix_text(value):
    return _text.number(value) if isinstance(value, (NUMBERS, complex)) else str(value)


def trange(*args, **kwargs):
    """`tqdm(range(…))`."""
    return tqdm(range(*args), **kwargs)
