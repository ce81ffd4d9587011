"""Texts and groups laid out in lines of 79 columns, as IPython breaks them.

What it is not: what a value's text is (`_kindling_pretty`). A place where a line may end waits until it is known whether its
group fits; where it does not, the outermost group that waits is broken, all of it (after Oppen, Prettyprinting, 1980). A
line's end in a text breaks the outermost group only, as in IPython. Start reading at `Page`.
"""

_WIDTH = 79


class _Open:
    """A group that has begun: the places in it that wait, and whether it is broken."""

    def __init__(self, depth):
        self.depth, self.waiting, self.is_broken = depth, 0, False


class _Place:
    """Where a line may end; if it does not, `text` stands there."""

    def __init__(self, text, group, indent):
        self.text, self.group, self.indent = text, group, indent


class Page:
    """What has been laid out, and what waits."""

    def __init__(self):
        self.out, self._column = [], 0
        self._pending, self._width = [], 0
        self._indent = 0
        root = _Open(0)
        self._groups, self._unbroken = [root], [[root]]

    def text(self, text):
        """Text that stays together."""
        if not self._pending:
            self.out.append(text)
            self._column += len(text)
            return
        self._pending.append(text)
        self._width += len(text)
        self._break_what_is_too_wide()

    def breakable(self, text=" "):
        """A place where the line may end."""
        group = self._groups[-1]
        if group.is_broken:
            self._write_all()
            self._end_line(self._indent)
            return
        group.waiting += 1
        self._pending.append(_Place(text, group, self._indent))
        self._width += len(text)
        self._break_what_is_too_wide()

    def end_line(self):
        """Ends the line whatever fits, and breaks the outermost group that waits."""
        group = self._outermost()
        if group is not None:
            self._break(group)
        self._write_all()
        self._end_line(self._indent)

    def begin(self, indent, start):
        """Opens a group, whose further lines are indented by so much more."""
        self.text(start)
        group = _Open(self._groups[-1].depth + 1)
        self._groups.append(group)
        while len(self._unbroken) <= group.depth:
            self._unbroken.append([])
        self._unbroken[group.depth].append(group)
        self._indent += indent

    def end(self, indent, end):
        """Closes the group."""
        self._indent -= indent
        group = self._groups.pop()
        if not group.waiting:
            self._forget(group)
        self.text(end)

    def whole(self):
        """All that was laid out."""
        self._write_all()
        return "".join(self.out)

    def _forget(self, group):
        groups = self._unbroken[group.depth]
        if group in groups:
            groups.remove(group)

    def _break_what_is_too_wide(self):
        while self._column + self._width > _WIDTH:
            group = self._outermost()
            if group is None:
                return
            self._break(group)

    def _outermost(self):
        """The outermost group with places that wait, which is broken from here on; so are those outside it."""
        for groups in self._unbroken:
            for at, group in enumerate(reversed(groups)):
                if group.waiting:
                    # IPython counts from the other end here; of groups side by side only the last one can wait.
                    del groups[at]
                    group.is_broken = True
                    return group
            for group in groups:
                group.is_broken = True
            groups.clear()
        return None

    def _break(self, group):
        """Writes what waits up to the group's last place, and the text that follows that."""
        count = 0
        while group.waiting:
            self._write(self._pending[count])
            count += 1
        while count < len(self._pending) and isinstance(self._pending[count], str):
            self._write(self._pending[count])
            count += 1
        del self._pending[:count]

    def _write_all(self):
        for part in self._pending:
            self._write(part)
        self._pending.clear()
        self._width = 0

    def _write(self, part):
        text = part if isinstance(part, str) else part.text
        self._width -= len(text)
        if not isinstance(part, str):
            part.group.waiting -= 1
            if part.group.is_broken:
                return self._end_line(part.indent)
            if not part.group.waiting:
                self._forget(part.group)
        self.out.append(text)
        self._column += len(text)
        return None

    def _end_line(self, indent):
        self.out.append("\n" + " " * indent)
        self._column = indent
