from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit


class Reponse(BaseHTTPRequestHandler):
    def do_GET(self):
        adresse = urlsplit(self.path)
        if adresse.path != "/bonjour":
            self.send_error(404)
            return

        nom = parse_qs(adresse.query).get("nom", [""])[0]
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write((f"Bonjour {nom} !" if nom else "Bonjour !").encode())


HTTPServer(("", 8080), Reponse).serve_forever()
