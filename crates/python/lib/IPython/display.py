"""Values to show: `display(HTML("<b>x</b>"))`, images, formulas, and `clear_output`.

What it is not: how they are shown, which is the page's, and only after it has made HTML safe. Start reading at
`DisplayObject`.
"""

import base64
import html
import os

import _kindling
from _kindling_shell import DisplayHandle, display


def clear_output(wait=False):
    """Takes away what the cell has shown; with `wait`, when something else is there to take its place."""
    _kindling.clear_output(bool(wait))


def update_display(obj, *, display_id, **kwargs):
    """Shows `obj` in the place of what was shown under that id."""
    display(obj, display_id=display_id, **kwargs)


class DisplayObject:
    """Text or bytes: given, or read from a file."""

    _is_binary = False

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if metadata:
            raise NotImplementedError(f"{type(self).__name__}: metadata is not built here")
        self.data, self.url, self.filename = data, url, filename
        if url is None and filename is None and isinstance(data, str) and self._names_a_file(data):
            if data.startswith(("http://", "https://")):
                self.data, self.url = None, data
            else:
                self.data, self.filename = None, data
        if self.filename is not None:
            self.reload()

    @classmethod
    def _names_a_file(cls, data):
        return False

    def reload(self):
        with open(self.filename, "rb" if self._is_binary else "r") as file:
            self.data = file.read()

    def __repr__(self):
        return f"<IPython.core.display.{type(self).__name__} object>"


class TextDisplayObject(DisplayObject):
    """What is shown as text."""

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if data is not None and not isinstance(data, str):
            raise TypeError(f"{type(self).__name__} expects text, not {data!r}")
        super().__init__(data, url, filename, metadata)
        if self.url is not None and self.data is None:
            raise NotImplementedError(f"{type(self).__name__}: a page cannot read {self.url}; give it the text instead")


class HTML(TextDisplayObject):
    def _repr_html_(self):
        return self.data

    __html__ = _repr_html_


class Markdown(TextDisplayObject):
    def _repr_markdown_(self):
        return self.data


class Latex(TextDisplayObject):
    def _repr_latex_(self):
        return self.data


class Math(TextDisplayObject):
    def _repr_latex_(self):
        text = self.data.strip("$")
        return f"$\\displaystyle {text}$"


class SVG(TextDisplayObject):
    @classmethod
    def _names_a_file(cls, data):
        return not data.lstrip().startswith("<")

    def _repr_svg_(self):
        return self.data


class Pretty(TextDisplayObject):
    def __repr__(self):
        return self.data


class JSON(DisplayObject):
    def __init__(self, data=None, url=None, filename=None, expanded=False, metadata=None, root="root", **kwargs):
        super().__init__(data, url, filename, metadata)

    def _repr_json_(self):
        return self.data


class Javascript(TextDisplayObject):
    """Is not run: a page keeps what it is given from running."""

    def __init__(self, data=None, url=None, filename=None, lib=None, css=None):
        super().__init__(data, None, filename)

    def _repr_html_(self):
        return "<p>JavaScript is not run here.</p>"


class Code(TextDisplayObject):
    def __init__(self, data=None, url=None, filename=None, language=None):
        self.language = language
        super().__init__(data, url, filename)

    def __repr__(self):
        return self.data

    def _repr_html_(self):
        return f"<pre>{html.escape(self.data)}</pre>"


class Image(DisplayObject):
    """A picture: bytes of a PNG, JPEG or GIF file, the file's name, or its address."""

    _is_binary = True

    def __init__(
        self, data=None, url=None, filename=None, format=None, embed=None, width=None, height=None, retina=False,
        unconfined=False, metadata=None, alt=None,
    ):
        super().__init__(data, url, filename, metadata)
        self.format, self.width, self.height, self.alt = format, width, height, alt
        if self.data is None and self.url is None:
            raise ValueError("No image data found. Expecting filename, url, or data.")

    @classmethod
    def _names_a_file(cls, data):
        return True

    def _kind(self):
        if self.data[:8] == b"\x89PNG\r\n\x1a\n":
            return "png"
        if self.data[:2] == b"\xff\xd8":
            return "jpeg"
        if self.data[:3] == b"GIF":
            return "gif"
        return (self.format or "png").replace("jpg", "jpeg")

    def _repr_html_(self):
        source = self.url
        if self.data is not None:
            source = f"data:image/{self._kind()};base64,{base64.b64encode(self.data).decode()}"
        given = {"width": self.width, "height": self.height, "alt": self.alt}
        rest = "".join(f' {name}="{html.escape(str(value))}"' for name, value in given.items() if value is not None)
        return f'<img src="{html.escape(source)}"{rest}>'


class _Linked:
    """What a page does not take in from elsewhere: a link that says what it is."""

    _what = ""

    def __init__(self, src=None, *args, **kwargs):
        self.src = src

    def __repr__(self):
        return f"<IPython.lib.display.{type(self).__name__} at {id(self):#x}>"

    def _repr_html_(self):
        address = html.escape(str(self.src))
        return f'<p><a href="{address}">{self._what}: {address}</a></p>'


class IFrame(_Linked):
    _what = "Page"


class FileLink(_Linked):
    _what = "File"

    def __repr__(self):
        return os.path.abspath(self.src)


class _Hosted(_Linked):
    """A film at another place, as a link: a page shows nothing of those by itself."""

    _what = "Video"

    def __init__(self, id, *args, **kwargs):
        super().__init__(self._place + str(id))


class YouTubeVideo(_Hosted):
    """A film at YouTube."""

    _place = "https://www.youtube.com/watch?v="


class VimeoVideo(_Hosted):
    """A film at Vimeo."""

    _place = "https://vimeo.com/"


class Video(_Linked):
    _what = "Video"

    def __init__(self, data=None, url=None, filename=None, **kwargs):
        super().__init__(url or filename or data)


class Audio:
    """Sound: samples from -1 to 1 at `rate` a second, or the bytes of a sound file. It is not played here."""

    def __init__(self, data=None, filename=None, url=None, embed=None, rate=None, autoplay=False, normalize=True, *,
                 element_id=None):
        if filename is None and url is None and data is None:
            raise ValueError("No audio data found. Expecting filename, url, or data.")
        self.data, self.filename, self.url, self.rate = data, filename, url, rate

    def __repr__(self):
        return "<IPython.lib.display.Audio object>"

    def _repr_html_(self):
        where = self.url or self.filename
        if where:
            return f'<p><a href="{html.escape(str(where))}">Sound: {html.escape(str(where))}</a></p>'
        return "<p>Sound is not played here: plot the samples instead.</p>"


class ProgressBar:
    """How much of a total is done; going through it counts up and shows that anew."""

    def __init__(self, total):
        self.total, self._progress, self._display = total, 0, None
        self.html_width, self.text_width = "60ex", 60

    def __repr__(self):
        done = int(self._progress / self.total * self.text_width)
        return f"[{'=' * done}{' ' * (self.text_width - done)}] {self._progress}/{self.total}"

    def _repr_html_(self):
        return f"<progress style='width:{self.html_width}' max='{self.total}' value='{self._progress}'></progress>"

    def display(self):
        self._display = display(self, display_id=True)

    def update(self):
        self._display.update(self)

    @property
    def progress(self):
        return self._progress

    @progress.setter
    def progress(self, value):
        self._progress = value
        if self._display is not None:
            self.update()

    def __iter__(self):
        self.display()
        self._progress = -1
        return self

    def __next__(self):
        self.progress += 1
        if self.progress < self.total:
            return self.progress
        raise StopIteration


def publish_display_data(data, metadata=None, *, transient=None, **kwargs):
    """Shows a value that is given by its forms."""
    display(data, raw=True, metadata=metadata, transient=transient, **kwargs)


def _display_as(kind, mime):
    def show(*objs, raw=False, metadata=None):
        """Shows values in that form alone; `raw` ones are in it already."""
        for value in objs:
            if raw:
                display({mime: value, "text/plain": repr(value)}, raw=True)
            else:
                display(kind(value) if isinstance(value, str) else value, metadata=metadata)

    return show


display_html, display_markdown = _display_as(HTML, "text/html"), _display_as(Markdown, "text/markdown")
display_json = _display_as(JSON, "application/json")
display_pretty = _display_as(Pretty, "text/plain")
display_latex, display_svg = _display_as(Latex, "text/latex"), _display_as(SVG, "image/svg+xml")


def set_matplotlib_formats(*formats, **quality):
    """Figures are drawn by the page, sharp at every size: nothing to set."""


def set_matplotlib_close(close=True):
    """Figures are closed at the end of their cell, as by default in Jupyter."""
    if not close:
        raise NotImplementedError("set_matplotlib_close(False) is not built here")
