"""A real HTTP server on loopback that answers as an OpenAI-compatible one does: honestly, with lies, with rubbish, or never."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def server(answer):
    """``answer`` takes the request's JSON and gives content, or bytes for the whole body, or a number of seconds to stall, or a status."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(said)
            given = answer(said)
            if isinstance(given, float):
                time.sleep(given)
                return
            if isinstance(given, int):
                self.send_response(given)
                self.send_header("Location", "http://192.0.2.1/")
                self.end_headers()
                return
            if isinstance(given, str):
                given = json.dumps({"choices": [{"message": {"role": "assistant", "content": given}}]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(given)))
            self.end_headers()
            self.wfile.write(given)

        def log_message(self, *_):
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_port}", asked
    finally:
        running.shutdown()
        running.server_close()
