"""Files that may be compressed: what `read_csv`, `to_csv`, pickles and JSON open.

What it is not: ways to compress; those are Python's. Start reading at `opened`.
"""

# What pandas takes a file for by the end of its name.
_BY_END = {".gz": "gzip", ".zip": "zip", ".bz2": "bz2", ".xz": "xz", ".zst": "zstd", ".tar": "tar"}
_TARS = (".tar.gz", ".tar.bz2", ".tar.xz")


def _method_of(path, compression):
    """How a file is compressed, by what was said or by its name; and what else was said."""
    settings = {}
    if isinstance(compression, dict):
        settings = dict(compression)
        if "method" not in settings:
            raise ValueError("If mapping, compression must have key 'method'")
        compression = settings.pop("method")
    if compression == "infer":
        name = str(path).lower() if isinstance(path, str) or hasattr(path, "__fspath__") else ""
        method = "tar" if name.endswith(_TARS) else _BY_END.get(name[name.rfind(".") :] if "." in name else "")
    elif compression is None or compression in _BY_END.values():
        method = compression
    else:
        known = ["infer", None, "bz2", "gzip", "tar", "xz", "zip", "zstd"]
        raise ValueError(f"Unrecognized compression type: {compression}\nValid compression types are {known}")
    if method not in (None, "gzip", "zip"):
        raise NotImplementedError(f"compression={method!r} is not built into this pandas")
    return method, settings


def _is_address(source):
    return str(source).startswith(("http://", "https://", "s3://", "ftp://", "file://"))


def opened(source, mode="r", encoding=None, compression=None):
    """A file by its path, by an address, which no other site answers, or open already; its text, unless `mode` has a "b"."""
    method, settings = _method_of(source, compression)
    if isinstance(source, str) and source.startswith("~"):
        import os.path

        source = os.path.expanduser(source)
    if _is_address(source):
        from urllib.request import urlopen

        source = urlopen(source)
        if method is None:
            return source
    if method is None:
        return source if hasattr(source, "read") or hasattr(source, "write") else open(source, mode, encoding=encoding)
    plain = _unzipped(source, mode, settings) if method == "zip" else _gzipped(source, mode, settings)
    if "b" in mode:
        return plain
    import io

    return io.TextIOWrapper(plain, encoding=encoding or "utf-8", newline="")


def _gzipped(source, mode, settings):
    import gzip

    mode = mode.replace("t", "").replace("b", "") + "b"
    level = settings.pop("compresslevel", 9)
    _check_settings(settings, "gzip", ("mtime",))
    is_open = hasattr(source, "read") or hasattr(source, "write")
    return gzip.GzipFile(None if is_open else source, mode, level, source if is_open else None, **settings)


def _unzipped(source, mode, settings):
    """The one file of an archive; one that is written has the archive's name without its end."""
    import zipfile

    name = settings.pop("archive_name", None)
    _check_settings(settings, "zip", ())
    is_open = hasattr(source, "read") or hasattr(source, "write")
    if "r" not in mode:
        import os

        mode = mode.replace("t", "").replace("b", "")
        archive = zipfile.ZipFile(source, mode, zipfile.ZIP_DEFLATED)
        if name is None:
            path = "zip" if is_open else os.path.basename(os.fspath(source))
            name = path[: -len(".zip")] if path.endswith(".zip") else path
        return _member(archive, name)
    archive = zipfile.ZipFile(source)
    names = archive.namelist()
    if not names:
        raise ValueError(f"Zero files found in ZIP file {source}")
    if len(names) > 1:
        raise ValueError(f"Multiple files found in ZIP file. Only one file per ZIP: {names}")
    return archive.open(names[0])


def _check_settings(settings, method, known):
    for name in settings:
        if name not in known:
            raise NotImplementedError(f"compression: {name} for {method!r} is not built into this pandas")


def _member(archive, name):
    """A file whose bytes go into an archive once it is closed."""
    import io

    class Member(io.BytesIO):
        def close(self):
            if not self.closed:
                archive.writestr(name, self.getvalue())
                archive.close()
            super().close()

    return Member()
