"""What a table can show, by name.

What it is not: the table, which is `_table`. Start reading at `ColumnSettings`.
"""


class _Names:
    """Names that are checked when they are used."""

    def __init__(self, kind, **titles):
        self._kind, self.titles = kind, titles
        for name in titles:
            setattr(self, name.upper(), name)

    def checked(self, names):
        """The names as a tuple.

        Raises:
            ValueError: for one that there is not.
        """
        for name in names:
            if name not in self.titles:
                raise ValueError(f"{name!r} is not a valid {self._kind}")
        return tuple(names)


ColumnSettings = _Names(
    "ColumnSettings",
    kernel_size="Kernel Shape",
    input_size="Input Shape",
    output_size="Output Shape",
    num_params="Param #",
    params_percent="Param %",
    mult_adds="Mult-Adds",
    trainable="Trainable",
)
RowSettings = _Names(
    "RowSettings", depth="depth", var_names="var_names", ascii_only="ascii_only", hide_recursive_layers="hidden"
)
Mode = _Names("Mode", train="train", eval="eval", same="same")


class Verbosity:
    """How much is printed at once."""

    QUIET, DEFAULT, VERBOSE = range(3)


class Units:
    """How large numbers of multiplications are told."""

    MEGABYTES, GIGABYTES, TERABYTES = ("Units.MEGABYTES", 1e6), ("Units.GIGABYTES", 1e9), ("Units.TERABYTES", 1e12)

    @classmethod
    def of(cls, count):
        """The name of the unit and the count in it."""
        unit = cls.TERABYTES if count >= 1e12 else cls.GIGABYTES if count >= 1e9 else cls.MEGABYTES
        return unit[0], count / unit[1]
