from http.server import BaseHTTPRequestHandler, HTTPServer


class Reponse(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(501)
        self.end_headers()


HTTPServer(("", 8080), Reponse).serve_forever()
