"""A frame as an HTML table, which notebooks show.

What it is not: how values are written as text (`_format`), or how a page draws the table. Start reading at `frame_html`.
"""

import html

from pandas._format import _shown_places, _thing, column_texts, has_names, label_texts, shown_rows
from pandas._options import get_option


def frame_html(frame, max_rows=None, max_cols=None, min_rows=None, dimensions=False, index=True):
    """The table; of a large one the first and last rows and columns, and a line with its size."""
    rows, row_gap = shown_rows(len(frame.index), max_rows, min_rows, dimensions)
    columns, column_gap = _shown_places(len(frame.columns), max_cols or None, None)
    head = _head(frame, columns, column_gap, index)
    body = _body(frame, rows, row_gap, columns, column_gap, index)
    table = ['<table border="1" class="dataframe">', *_part("thead", head), *_part("tbody", body), "</table>"]
    if dimensions and (row_gap is not None or column_gap is not None):
        table.append(f"<p>{len(frame.index)} rows × {len(frame.columns)} columns</p>")
    return "\n".join(table)


def frame_repr_html(frame):
    """As a notebook shows it."""
    options = (get_option(f"display.{name}") for name in ("max_rows", "max_columns", "min_rows"))
    return "<div>\n" + frame_html(frame, *options, dimensions=True) + "\n</div>"


def _part(name, rows):
    yield f"  <{name}>"
    for attributes, cells in rows:
        yield f"    <tr{attributes}>"
        yield from (f"      {cell}" for cell in cells)
        yield "    </tr>"
    yield f"  </{name}>"


def _cell(kind, text):
    return f"<{kind}>{html.escape(str(text), quote=False)}</{kind}>"


def _with_gap(cells, gap, dots):
    return cells if gap is None else [*cells[:gap], dots, *cells[gap:]]


def _head(frame, columns, gap, index):
    """A row for each level of the columns, and one for the names of the labels."""
    labels = frame.columns.tolist()
    levels = frame.columns.nlevels
    if levels == 1:
        texts = [[label_texts(labels)[at] for at in columns]]
    else:
        texts = [[_thing(labels[at][level]) for at in columns] for level in range(levels)]
    before = frame.index.nlevels if index else 0
    rows = []
    for level, own in enumerate(texts):
        name = frame.columns.names[level] if frame.columns.names else None
        lead = [_cell("th", "")] * (before - 1) + [_cell("th", "" if name is None else name)] * bool(before)
        cells = _merged(own) if level < levels - 1 and gap is None else [_cell("th", text) for text in own]
        style = ' style="text-align: right;"' if levels == 1 else ""
        rows.append((style, lead + _with_gap(cells, gap, _cell("th", "..."))))
    if index and has_names(frame.index):
        names = [_cell("th", "" if name is None else name) for name in frame.index.names]
        rows.append(("", names + [_cell("th", "")] * (len(columns) + (gap is not None))))
    return rows


def _merged(texts):
    """Texts that repeat the one before as one wide cell."""
    cells, at = [], 0
    while at < len(texts):
        end = at + 1
        while end < len(texts) and texts[end] == texts[at]:
            end += 1
        cell = _cell("th", texts[at])
        cells.append(cell if end == at + 1 else cell.replace("<th>", f'<th colspan="{end - at}" halign="left">', 1))
        at = end
    return cells


def _body(frame, rows, row_gap, columns, column_gap, index):
    texts = [[text.strip() for text in column_texts(frame._columns[at].take(rows))] for at in columns]
    labels = frame.index.take(rows).tolist()
    parts = labels if frame.index.nlevels > 1 else [(text,) for text in label_texts(labels)]
    made = []
    for place, label in enumerate(parts):
        lead = [_cell("th", _thing(part)) for part in label] if index else []
        cells = [_cell("td", column[place]) for column in texts]
        made.append(("", lead + _with_gap(cells, column_gap, _cell("td", "..."))))
    if row_gap is not None:
        lead = [_cell("th", "...")] * (frame.index.nlevels if index else 0)
        made.insert(row_gap, ("", lead + [_cell("td", "...")] * (len(columns) + (column_gap is not None))))
    return made
