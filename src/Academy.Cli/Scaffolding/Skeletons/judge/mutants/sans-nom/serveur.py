from http.server import BaseHTTPRequestHandler, HTTPServer


class Reponse(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write("Bonjour Ada !".encode())


HTTPServer(("", 8080), Reponse).serve_forever()
