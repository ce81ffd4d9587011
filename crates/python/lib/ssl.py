"""`ssl`: what programs set before they download. Nothing is reached from here, so nothing is encrypted.

What it is not: a network. Start reading anywhere.
"""


class SSLError(OSError):
    """Named by programs, and never raised."""


class SSLContext:
    """Settings of connections that are not made."""

    check_hostname, verify_mode = True, 2

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        """Whom to trust is not asked."""

    def set_ciphers(self, ciphers):
        """Nothing is encrypted."""


CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = 0, 1, 2


def create_default_context(purpose=None, *, cafile=None, capath=None, cadata=None):
    del purpose, cafile, capath, cadata
    return SSLContext()


def _create_unverified_context(*args, **kwargs):
    del args, kwargs
    return SSLContext()


_create_default_https_context = create_default_context
