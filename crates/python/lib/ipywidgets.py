"""`ipywidgets`: widgets as they stand at first. Nobody can move them here: what hangs on them is run once, with their values.

What it is not: sliders and buttons in the page. Start reading at `interact`.
"""

import inspect
import warnings

_told = set()


def _tell(what):
    if what not in _told:
        _told.add(what)
        warnings.warn(f"{what}: widgets stand still here; change the values in the code, and run the cell again", stacklevel=3)


class Widget:
    """Something with a value, and with what is to be called when it changes, which it does by the program alone."""

    _first = None

    def __init__(self, value=None, **kwargs):
        self._watched, self._clicked = [], []
        self.description, self.disabled, self.style, self.layout = "", False, _Look(), _Look()
        for name, given in kwargs.items():
            object.__setattr__(self, name, given)
        self._value = self._at_first(kwargs) if value is None else value

    def _at_first(self, given):
        return type(self)._first

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        old, self._value = self._value, new
        if old != new:
            for handler, names in self._watched:
                if names is None or "value" in names:
                    handler(_Change({"name": "value", "old": old, "new": new, "owner": self, "type": "change"}))

    def observe(self, handler, names=None, type="change"):
        """Calls handler with the change when the program sets the value."""
        del type
        self._watched.append((handler, [names] if isinstance(names, str) else names))

    def unobserve(self, handler, names=None):
        del names
        self._watched = [pair for pair in self._watched if pair[0] is not handler]

    def unobserve_all(self):
        self._watched = []

    def on_click(self, callback, remove=False):
        """Nobody clicks: `click()` does."""
        if not remove:
            self._clicked.append(callback)

    def click(self):
        for callback in self._clicked:
            callback(self)

    def on_submit(self, callback, remove=False):
        del callback, remove

    def close(self):
        """Nothing is shown."""

    def set_title(self, index, title):
        """What a part of it is called."""
        del index, title

    def __repr__(self):
        told = f"value={self.value!r}, " if self.value is not None else ""
        told += f"description={self.description!r}" if self.description else ""
        return f"{type(self).__name__}({told.removesuffix(', ')})"


class _Change(dict):
    __getattr__ = dict.__getitem__


class _Look:
    """How a widget looks, which is nowhere."""

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)


class Layout(_Look):
    pass


class _Number(Widget):
    _first, _least, _most = 0, 0, 100

    def __init__(self, value=None, min=None, max=None, step=1, **kwargs):
        self.min = self._least if min is None else min
        self.max = self._most if max is None else max
        self.step = step
        Widget.__init__(self, value, **kwargs)

    def _at_first(self, given):
        return min(max(self._first, self.min), self.max)


class IntSlider(_Number):
    pass


class FloatSlider(_Number):
    _first = 0.0
    _most = 100.0


class BoundedIntText(_Number):
    pass


class BoundedFloatText(FloatSlider):
    pass


class IntProgress(_Number):
    pass


class FloatProgress(FloatSlider):
    pass


class FloatLogSlider(FloatSlider):
    _first, _least, _most = 1.0, 0, 4

    def _at_first(self, given):
        return self._first


class IntRangeSlider(_Number):
    def _at_first(self, given):
        return (self.min + (self.max - self.min) // 4, self.max - (self.max - self.min) // 4)


class FloatRangeSlider(IntRangeSlider):
    def _at_first(self, given):
        return (self.min + (self.max - self.min) / 4, self.max - (self.max - self.min) / 4)


class Play(_Number):
    pass


class IntText(Widget):
    _first = 0


class FloatText(Widget):
    _first = 0.0


class Checkbox(Widget):
    _first = False


class ToggleButton(Checkbox):
    pass


class Valid(Checkbox):
    pass


class Text(Widget):
    _first = ""


class Textarea(Text):
    pass


class Password(Text):
    pass


class Label(Text):
    pass


class HTML(Text):
    pass


class HTMLMath(Text):
    pass


class Button(Widget):
    pass


class Image(Widget):
    pass


class ColorPicker(Widget):
    _first = "black"


class DatePicker(Widget):
    pass


class FileUpload(Widget):
    _first = ()


class Dropdown(Widget):
    """One of several options, which are values, (name, value) pairs or a dict."""

    def __init__(self, options=(), value=None, **kwargs):
        self.options = options
        Widget.__init__(self, value, **kwargs)

    def _values(self):
        found = self.options.items() if isinstance(self.options, dict) else self.options
        return [each[1] if isinstance(each, tuple) and len(each) == 2 else each for each in found]

    def _at_first(self, given):
        return next(iter(self._values()), None)

    @property
    def index(self):
        return self._values().index(self.value)


class Select(Dropdown):
    pass


class RadioButtons(Dropdown):
    pass


class ToggleButtons(Dropdown):
    pass


class SelectionSlider(Dropdown):
    pass


class Combobox(Text):
    pass


class SelectMultiple(Dropdown):
    def _at_first(self, given):
        return ()


class Box(Widget):
    """Widgets beside or below each other."""

    def __init__(self, children=(), **kwargs):
        self.children = tuple(children)
        Widget.__init__(self, **kwargs)


class HBox(Box):
    pass


class VBox(Box):
    pass


class GridBox(Box):
    pass


class Tab(Box):
    pass


class Accordion(Box):
    pass


class Output(Widget):
    """A place for what is printed: it is printed where the program is."""

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        """What was printed stays."""

    def capture(self, clear_output=False, wait=False):
        del clear_output, wait
        return lambda function: function

    def clear_output(self, wait=False):
        del wait

    def append_stdout(self, text):
        print(text, end="")

    def append_display_data(self, display_object):
        from IPython.display import display

        display(display_object)


class fixed:
    """A value that is no widget."""

    def __init__(self, value):
        self.value = value


def widget_of(given):
    """The widget that stands for a value, a range or options."""
    if isinstance(given, (Widget, fixed)):
        return given
    if isinstance(given, bool):
        return Checkbox(given)
    if isinstance(given, str):
        return Text(given)
    if isinstance(given, (int, float)):
        low, high = (given, 0)[given > 0] * (1 if given > 0 else 3), given * (3 if given > 0 else -1)
        kind = IntSlider if isinstance(given, int) else FloatSlider
        return kind(given, min=low if given else 0, max=high if given else 1)
    if isinstance(given, tuple) and len(given) in (2, 3) and all(isinstance(each, (int, float)) for each in given):
        low, high, step = (*given, None)[:3]
        if all(isinstance(each, int) for each in given):
            step = step or 1
            return IntSlider(low + (high - low) // step // 2 * step, min=low, max=high, step=step)
        return FloatSlider(low + (high - low) / 2 if step is None else low + int((high - low) / step / 2 + 1e-9) * step, min=low, max=high,
                           step=step or 0.1)
    if isinstance(given, dict) or hasattr(given, "__iter__"):
        return Dropdown(given if isinstance(given, dict) else list(given))
    raise ValueError(f"{given!r} cannot be transformed to a widget")


def _arguments(function, given):
    found = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if name in given:
            found[name] = widget_of(given[name])
        elif parameter.default is not inspect.Parameter.empty:
            found[name] = widget_of(parameter.default)
        elif parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY):
            raise ValueError(f"cannot find widget or abbreviation for argument: {name!r}")
    if any(each.kind is each.VAR_KEYWORD for each in inspect.signature(function).parameters.values()):
        found.update({name: widget_of(value) for name, value in given.items()})
    return found


class interactive(VBox):
    """A function with widgets for its arguments, and what it gave for their values."""

    def __init__(self, function, options=None, **kwargs):
        del options
        self.f, self.result = function, None
        self.kwargs_widgets = _arguments(function, kwargs)
        VBox.__init__(self, [each for each in self.kwargs_widgets.values() if isinstance(each, Widget)])

    @property
    def kwargs(self):
        return {name: each.value for name, each in self.kwargs_widgets.items()}

    def update(self, *args):
        self.result = self.f(**self.kwargs)
        return self.result


class _Interact:
    """`interact(f, x=(0, 10))`, or as a decorator: calls f once, with the widgets' first values."""

    def __init__(self, name):
        self._name = name

    def __call__(self, function=None, **kwargs):
        if function is None:
            return lambda later: self(later, **kwargs)
        _tell(self._name)
        made = interactive(function, **kwargs)
        result = made.update()
        if result is not None:
            from IPython.display import display

            display(result)
        function.widget = made
        return function

    def options(self, **kwargs):
        del kwargs
        return self


interact, interact_manual = _Interact("interact"), _Interact("interact_manual")


def interactive_output(function, controls):
    """Calls the function with the controls' values."""
    _tell("interactive_output")
    function(**{name: each.value for name, each in controls.items()})
    return Output()


def link(source, target):
    """Two values that stay the same, as far as the program changes the first."""
    (one, name), (other, other_name) = source, target
    setattr(other, other_name, getattr(one, name))
    one.observe(lambda change: setattr(other, other_name, change["new"]), names=name)


jslink = dlink = jsdlink = link
