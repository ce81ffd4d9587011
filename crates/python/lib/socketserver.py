"""`socketserver`: names to import; nothing can be served from a page.

What it is not: a server. Start reading at `BaseServer`.
"""


class BaseServer:
    """Refused: a page serves nobody."""

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        raise NotImplementedError(f"socketserver.{type(self).__name__} is not built here: a page serves nobody")


class TCPServer(BaseServer):
    """Refused."""


class UDPServer(BaseServer):
    """Refused."""


class ThreadingMixIn:
    """Goes with servers, of which there are none."""


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    """Refused."""


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    """Refused."""


class BaseRequestHandler:
    """Answers what a server is asked; nothing asks here."""

    def __init__(self, request, client_address, server):
        self.request, self.client_address, self.server = request, client_address, server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        """For one's own."""

    handle = finish = setup


class StreamRequestHandler(BaseRequestHandler):
    """Answers by reading and writing."""
