"""Finds the encodings that the interpreter does not build in, such as cp1252.

The package `encodings` registers its own search when it is imported; that waits until a name is asked for,
because most sessions never do.
"""

import _codecs


def _search(name):
    import encodings

    return encodings.search_function(name)


_codecs.register(_search)
