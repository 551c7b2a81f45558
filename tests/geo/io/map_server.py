"""A map server for tests on 127.0.0.1: files of a folder, and the ways in which servers misbehave."""
import http.server
import os
import sys
import time
import urllib.parse

folder = sys.argv[1]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        # As a proxy it is asked for a whole address.
        url = urllib.parse.urlparse(self.path)
        with open(os.path.join(folder, "asked.log"), "a") as log:
            log.write(self.path + "\n")
        if "hang" in url.path:
            time.sleep(30)
            return
        if "refuse" in url.path:
            return self.answer(403, b"no")
        if url.path == "/wms":
            query = {k.lower(): v[0] for k, v in urllib.parse.parse_qs(url.query).items()}
            good = (query.get("request") == "GetMap" and query.get("crs") == "EPSG:28992" and query.get("key") == "7"
                    and query.get("layers") == "topo kaart")
            return self.file("wms.png") if good else self.answer(200, b"<ServiceException>wrong</ServiceException>")
        self.file(url.path.lstrip("/"))

    def file(self, name):
        try:
            with open(os.path.join(folder, name), "rb") as source:
                self.answer(200, source.read())
        except OSError:
            self.answer(404, b"none")

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(os.getpid(), server.server_address[1], flush=True)
server.serve_forever()
