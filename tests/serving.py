"""
A folder of files, served on this machine, for tests and benchmarks.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Quiet(SimpleHTTPRequestHandler):
    """
    Serves files, and says nothing of it.
    """

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    """
    Takes as many connections at a time as a page opens: those that do not fit would wait for seconds.
    """

    request_queue_size = 64


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """
    Serve a folder; yield its address. Afterward nothing answers there.
    """
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
