"""`matplotlib.widgets`: what is dragged and pressed in a window, which a drawing has not; each is refused by its name.

What it is not: `ipywidgets`, which moves what a function draws. Start reading at `__getattr__`.
"""

from _kindling_absent import Absent

_NAMES = ("Button CheckButtons Cursor EllipseSelector LassoSelector Lasso LockDraw MultiCursor PolygonSelector RadioButtons "
          "RangeSlider RectangleSelector Slider SpanSelector SubplotTool TextBox ToolHandles ToolLineHandles Widget AxesWidget").split()  # fmt: skip


def __getattr__(name):
    if name in _NAMES:
        return Absent(f"widgets.{name} is not supported by Kindling's matplotlib; ipywidgets.interact moves a plot's numbers")
    raise AttributeError(f"module 'matplotlib.widgets' has no attribute {name!r}")
