"""`socket`: names and this host's own; a page opens no connections, and asking for one is refused.

What it is not: a network. Start reading at `socket`.
"""

import errno
from enum import IntEnum

# The errors of connections, by the numbers of Linux: what handles them asks for their names.
for _name, _number in {
    "EADDRINUSE": 98, "EADDRNOTAVAIL": 99, "ENETUNREACH": 101, "ECONNABORTED": 103, "ECONNRESET": 104, "ENOTCONN": 107,
    "ETIMEDOUT": 110, "ECONNREFUSED": 111, "EHOSTUNREACH": 113, "EALREADY": 114, "EINPROGRESS": 115,
}.items():  # fmt: skip
    if not hasattr(errno, _name):
        setattr(errno, _name, _number)
        errno.errorcode[_number] = _name

error, timeout = OSError, TimeoutError
has_ipv6 = False
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST, SOMAXCONN, IPPROTO_TCP, IPPROTO_UDP = 1, 2, 9, 6, 4096, 6, 17
SHUT_RD, SHUT_WR, SHUT_RDWR, TCP_NODELAY, INADDR_ANY = 0, 1, 2, 1, 0


class AddressFamily(IntEnum):
    """Kinds of addresses."""

    AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10


class SocketKind(IntEnum):
    """Kinds of connections."""

    SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3


globals().update(AddressFamily.__members__)
globals().update(SocketKind.__members__)


class herror(OSError):
    """An address that was not found."""


class gaierror(OSError):
    """A name that was not found."""


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"socket.{name} is not built here: a page opens no connections by itself")

    refuse.__name__ = name
    return refuse


class socket:
    """Refused: a page opens no connections."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _refused("socket")()


SocketType = socket
create_connection, create_server, socketpair = map(_refused, ("create_connection", "create_server", "socketpair"))
getaddrinfo, gethostbyaddr, getnameinfo = map(_refused, ("getaddrinfo", "gethostbyaddr", "getnameinfo"))


def gethostname():
    """The name of this host, as `!hostname` tells it."""
    return "page"


def getfqdn(name=""):
    """A host's name in full; here names are as they are."""
    return name or gethostname()


def gethostbyname(hostname):
    """The address of this host, which is the only one that is known.

    Raises:
        gaierror: for any other.
    """
    if hostname in ("localhost", gethostname()):
        return "127.0.0.1"
    raise gaierror(-2, "Name or service not known")


def getdefaulttimeout():
    """No connection waits here."""
    return None


def setdefaulttimeout(timeout):
    """No connection waits here."""


def inet_aton(ip_string):
    """An address of four numbers as bytes."""
    parts = ip_string.split(".")
    if len(parts) != 4 or not all(part.isdecimal() and int(part) < 256 for part in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(int(part) for part in parts)


def inet_ntoa(packed_ip):
    """Four bytes as an address."""
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(str(byte) for byte in packed_ip)


def htons(x):
    """Two bytes in the order of networks."""
    return int.from_bytes(x.to_bytes(2, "little"), "big")


def htonl(x):
    """Four bytes in the order of networks."""
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohs, ntohl = htons, htonl
