"""`unzip`, `zip`, `tar`, `gzip` and `gunzip`: what a course packs its files into.

What it is not: the formats, which are of Python's library. Each takes what a program takes (`_kindling_programs`). Start reading
at `PROGRAMS`.
"""

import os

from _kindling_texts import Failed, has, walked


def _after(words, option):
    """The word behind an option, and the words without both."""
    if option in words[:-1]:
        at = words.index(option)
        return words[at + 1], words[:at] + words[at + 2:]
    return None, [word for word in words if word != option]


def unzip(words, given, tell, streams):
    import zipfile

    folder, words = _after(words, "-d")
    options = [word for word in words if word.startswith("-")]
    paths = [word for word in words if word not in options]
    if not paths:
        tell("unzip: it needs the name of an archive.")
        raise Failed
    path = paths[0] if os.path.exists(paths[0]) or paths[0].endswith(".zip") else paths[0] + ".zip"
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        tell(f"unzip: {path}: {error}")
        raise Failed from None
    names = [name for name in archive.namelist() if len(paths) == 1 or name in paths[1:]]
    if has(options, "l"):
        return names
    archive.extractall(folder or ".", names)
    lines = [f"  inflating: {os.path.join(folder or '', name)}" for name in names if not name.endswith("/")]
    return [] if has(options, "q") else [f"Archive:  {path}", *lines]


def tar(words, given, tell, streams):
    import tarfile

    folder, words = _after(words, "-C")
    letters = "".join(word.lstrip("-") for word in words[:1] + [word for word in words[1:] if word.startswith("-")])
    paths = [word for word in words[1:] if not word.startswith("-")]
    if not paths or not {"x", "t"} & set(letters):
        tell("tar: only what is packed can be unpacked (x) or listed (t) here.")
        raise Failed
    try:
        archive = tarfile.open(paths[0])
    except tarfile.TarError as error:
        tell(f"tar: {paths[0]}: {str(error).splitlines()[0].rstrip(':')}")
        raise Failed from None
    names = archive.getnames()
    if "x" in letters:
        for member in archive:
            _unpack(archive, member, folder or ".")
    return names if "t" in letters or "v" in letters else []


def _unpack(archive, member, folder):
    """Writes a file or makes a folder, if it comes to lie where it is unpacked; owners and dates are no matter here."""
    if member.name.startswith("/") or ".." in member.name.split("/"):
        return
    path = os.path.join(folder, member.name)
    os.makedirs(path if member.isdir() else os.path.dirname(path) or ".", exist_ok=True)
    if member.isfile():
        with open(path, "wb") as file:
            file.write(archive.extractfile(member).read())


def gunzip(words, given, tell, streams):
    import gzip

    for path in [word for word in words if not word.startswith("-")]:
        with gzip.open(path) as packed, open(path.removesuffix(".gz"), "wb") as file:
            file.write(packed.read())
        if "-k" not in words:
            os.remove(path)
    return []


def gzip_(words, given, tell, streams):
    """`gzip FILE`, and `gzip -d`, which is `gunzip`."""
    import gzip

    options = [word for word in words if word.startswith("-")]
    if has(options, "d"):
        return gunzip(words, given, tell, streams)
    for path in [word for word in words if word not in options]:
        with open(path, "rb") as file, gzip.open(path + ".gz", "wb") as packed:
            packed.write(file.read())
        if not has(options, "k"):
            os.remove(path)
    return []


def zip_(words, given, tell, streams):
    """`zip -r ARCHIVE PATHS -x PATTERNS`."""
    import fnmatch
    import zipfile

    at = words.index("-x") if "-x" in words else len(words)
    words, patterns = words[:at], words[at + 1:]
    options = [word for word in words if word.startswith("-")]
    target, *paths = [word for word in words if word not in options] or [""]
    if not paths:
        tell("zip: it needs the archive's name, and the files that go into it.")
        raise Failed
    target = target if os.path.splitext(target)[1] else target + ".zip"
    inside = [each for path in paths for each in (walked(path) if has(options, "r") else [path])]
    inside = [path for path in inside if not any(fnmatch.fnmatch(path, pattern) for pattern in patterns)]
    lines = []
    with zipfile.ZipFile(target, "a" if os.path.exists(target) else "w", zipfile.ZIP_DEFLATED) as archive:
        for path in inside:
            if os.path.abspath(path) != os.path.abspath(target):
                archive.write(path)
                lines.append(f"  adding: {path}{'/' if os.path.isdir(path) else ''}")
    return [] if has(options, "q") else lines


PROGRAMS = {"unzip": unzip, "tar": tar, "gunzip": gunzip, "gzip": gzip_, "zip": zip_}
