"""`urllib.request`: files of this session by their address; other sites are not reached from here.

What it is not: a network. Start reading at `urlopen`.
"""

import io
import os
import urllib.parse
import urllib.response
from urllib.error import HTTPError, URLError  # noqa: F401
from urllib.parse import quote, unquote  # noqa: F401


class Request:
    """An address with what else is asked for."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url, self.data, self.method = url, data, method
        self.headers = {name.capitalize(): value for name, value in headers.items()}
        self.origin_req_host, self.unverifiable = origin_req_host, unverifiable

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url


def urlopen(url, data=None, timeout=None, *, context=None):
    """A file by an address that begins with file:.

    Raises:
        URLError: for any other.
        ValueError: for what is no address.
    """
    del data, timeout, context
    address = url.full_url if isinstance(url, Request) else url
    parts = urllib.parse.urlsplit(address)
    if not parts.scheme:
        raise ValueError(f"unknown url type: {address!r}")
    if parts.scheme != "file":
        name = os.path.basename(parts.path) or parts.netloc
        raise URLError(f"{parts.netloc or address} is not reached from here: add {name} to the lesson's files, and open it by its name")
    with open(unquote(parts.path), "rb") as file:
        content = file.read()
    return urllib.response.addinfourl(io.BytesIO(content), {"Content-Length": str(len(content))}, address, 200)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copies what `urlopen` gives into a file: (its name, what was told of it)."""
    answer = urlopen(url, data)
    content = answer.read()
    name = filename or os.path.basename(urllib.parse.urlsplit(url).path)
    with open(name, "wb") as file:
        file.write(content)
    if reporthook is not None:
        reporthook(1, len(content), len(content))
    return name, answer.headers


class BaseHandler:
    """Asked by openers on the way to a network, which there is none."""

    def __init__(self, *args, **kwargs):
        """Settings of what is not reached."""


class ProxyHandler(BaseHandler):
    pass


class HTTPSHandler(BaseHandler):
    pass


class HTTPHandler(BaseHandler):
    pass


class OpenerDirector:
    """Opens addresses as `urlopen` does."""

    def __init__(self):
        self.addheaders = []

    def open(self, fullurl, data=None, timeout=None):
        return urlopen(fullurl, data, timeout)


def build_opener(*handlers):
    del handlers
    return OpenerDirector()


def install_opener(opener):
    """There is one way to open an address."""
    del opener


def pathname2url(pathname, *, add_scheme=False):
    """A path as a part of an address, or as one."""
    told = quote(os.fspath(pathname))
    lead = "//" if told.startswith("/") else ""
    return f"file:{lead}{told}" if add_scheme else lead * told.startswith("//") + told


def url2pathname(url, *, require_scheme=False, resolve_host=False):
    """The other way round."""
    del resolve_host
    if require_scheme:
        scheme, _, url = url.partition(":")
        if scheme != "file":
            raise URLError("URL is missing a 'file:' scheme")
    return unquote(url.removeprefix("//") if url.startswith("///") else url)
