"""`requests`: importing it is fine; no site is reached from here, and each call says what to do instead.

What it is not: a network. Start reading at `request`.
"""

import os


class RequestException(OSError):
    """What all that can go wrong has in common."""


class HTTPError(RequestException):
    pass


class ConnectionError(RequestException):
    pass


class Timeout(RequestException):
    pass


class _Exceptions:
    RequestException, HTTPError, ConnectionError, Timeout = RequestException, HTTPError, ConnectionError, Timeout
    SSLError = ConnectTimeout = ReadTimeout = MissingSchema = InvalidURL = RequestException


exceptions = _Exceptions


class Session:
    """Requests one after the other."""

    def __init__(self):
        self.headers, self.cookies, self.verify = {}, {}, True

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.close()

    def close(self):
        """Nothing is open."""

    def mount(self, prefix, adapter):
        """There is no way to any site."""

    def request(self, method, url, **kwargs):
        return request(method, url, **kwargs)

    def get(self, url, **kwargs):
        return request("get", url, **kwargs)

    def post(self, url, **kwargs):
        return request("post", url, **kwargs)


def request(method, url, **kwargs):
    """Says that the site is not reached.

    Raises:
        ConnectionError: always.
    """
    del method, kwargs
    name = os.path.basename(url.split("?")[0]) or url
    raise ConnectionError(f"{url} is not reached from here: add {name} to the lesson's files, and open it by its name")


def get(url, params=None, **kwargs):
    return request("get", url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request("post", url, **kwargs)


def head(url, **kwargs):
    return request("head", url, **kwargs)
