"""Animations: a function that changes a figure, called for frame after frame.

What it is not: films as files. Frames are shown in one place of the page, one after the other. Start reading at
`FuncAnimation`.
"""

from _scalars import INTS
from _kindling_absent import Absent
import time

import _kindling

from . import pyplot

_MOST_FRAMES = 100


class FuncAnimation:
    """Calls `func` with each frame's value; `to_jshtml` and `to_html5_video` play it below the cell."""

    def __init__(self, fig, func, frames=None, init_func=None, fargs=None, save_count=None, *, interval=200, repeat=True,
                 repeat_delay=0, blit=False, cache_frame_data=True):
        self._figure, self._func, self._fargs, self._init = fig, func, tuple(fargs or ()), init_func
        self._frames, self._most, self._interval = frames, save_count or _MOST_FRAMES, interval
        # It plays once, and draws each frame as a whole.
        del repeat, repeat_delay, blit, cache_frame_data
        self._draw_first()

    def _draw_first(self):
        """What the figure shows before it is played: the first frame."""
        if self._init is not None:
            self._init()
        else:
            for value in self._values():
                self._func(value, *self._fargs)
                break

    def _values(self):
        """Each frame's value: `frames` is a count, values, a generator or a function that makes one."""
        frames = self._frames
        if frames is None:
            return range(self._most)
        if isinstance(frames, INTS):
            return range(frames)
        return frames() if callable(frames) else frames

    def _play(self):
        place = f"animation {id(self)}"
        for count, value in enumerate(self._values()):
            if count >= self._most and not hasattr(self._frames, "__len__") and not isinstance(self._frames, INTS):
                break
            self._func(value, *self._fargs)
            _kindling.display(self._figure._kindling_figure(), place)
            time.sleep(self._interval / 1000)
        pyplot.close(self._figure)

    def to_jshtml(self, fps=None, embed_frames=True, default_mode=None):
        """Plays the frames below the cell, once; the text it gives is empty."""
        del embed_frames, default_mode
        if fps:
            self._interval = 1000 / fps
        self._play()
        return ""

    def to_html5_video(self, embed_limit=None):
        """Plays the frames below the cell, once; the text it gives is empty."""
        del embed_limit
        self._play()
        return ""

    def save(self, filename, *args, **kwargs):
        raise NotImplementedError(f"an animation as a file, {filename!r}, is not supported by Kindling's matplotlib; "
                                  "to_jshtml() plays it")

    def pause(self):
        """Nothing goes on by itself."""

    resume = pause


class ArtistAnimation(FuncAnimation):
    """Shows one list of artists after the other."""

    def __init__(self, fig, artists, *args, **kwargs):
        self._lists = [list(frame) for frame in artists]
        FuncAnimation.__init__(self, fig, self._show, range(len(self._lists)), *args, **kwargs)

    def _show(self, number):
        for at, frame in enumerate(self._lists):
            for made in frame:
                made.set_visible(at == number)


def __getattr__(name):
    if name in ("FFMpegWriter", "PillowWriter", "ImageMagickWriter", "HTMLWriter", "writers", "AVConvWriter"):
        return Absent(f"animation.{name} is not supported by Kindling's matplotlib; to_jshtml() plays one")
    raise AttributeError(f"module 'matplotlib.animation' has no attribute {name!r}")
