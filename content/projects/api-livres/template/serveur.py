"""python3 serveur.py : le serveur HTTP. Tu n'as rien à y changer : il traduit HTTP en un appel de api.repondre.

The HTTP server. Nothing to change here: it translates HTTP into a call of api.repondre.
"""
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, urlsplit

import api

ADRESSE = ("127.0.0.1", 8080)


class Traducteur(BaseHTTPRequestHandler):
    def traiter(self):
        adresse = urlsplit(self.path)
        corps = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        statut, donnees, entetes = api.repondre(self.command, adresse.path, dict(parse_qsl(adresse.query)), corps)
        texte = b"" if donnees is None else json.dumps(donnees, ensure_ascii=False).encode()
        self.send_response(statut)
        for nom, valeur in entetes.items():
            self.send_header(nom, valeur)
        if donnees is not None:
            self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(texte)))
        self.end_headers()
        self.wfile.write(texte)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = traiter


if __name__ == "__main__":
    api.preparer()
    print(f"http://{ADRESSE[0]}:{ADRESSE[1]}/livres", flush=True)
    HTTPServer(ADRESSE, Traducteur).serve_forever()
