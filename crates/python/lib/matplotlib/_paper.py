"""A figure's pixels as a page of a PDF, or as a JPEG file.

What it is not: lines and letters that a reader can enlarge; those are in SVG. Start reading at `as_pdf`.
"""

import io
import zlib

from PIL import Image


def _opaque(png):
    """The picture without what shines through: over white."""
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    paper = Image.new("RGB", picture.size, (255, 255, 255))
    paper.paste(picture, (0, 0), picture)
    return paper


def as_jpeg(png, **options):
    file = io.BytesIO()
    _opaque(png).save(file, format="JPEG", **options)
    return file.getvalue()


def as_pdf(png, inches):
    """One page as large as the figure, with its picture."""
    picture = _opaque(png)
    wide, high = (72 * float(side) for side in inches)
    drawn = f"q {wide:g} 0 0 {high:g} 0 0 cm /I Do Q".encode()
    columns, rows = picture.size
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide:g} {high:g}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>"
        .encode(),
        _stream("", drawn),
        _stream(f"/Type /XObject /Subtype /Image /Width {columns} /Height {rows} /ColorSpace /DeviceRGB /BitsPerComponent 8 "
                "/Filter /FlateDecode", zlib.compress(picture.tobytes())),
    ]  # fmt: skip
    file, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010d} 00000 n \n" for place in places)
    return file + f"{table}trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n".encode()


def _stream(told, content):
    return f"<< {told} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"
