// Sert la page à ton navigateur, et à lui seul. / Serves the page to your browser, and to it alone.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

createServer(async (requete, reponse) => {
  const chemin = new URL(requete.url, "http://localhost").pathname;
  const fichier = chemin === "/" ? "/page/index.html" : normalize(chemin);
  try {
    const contenu = await readFile(join(process.cwd(), fichier));
    reponse.writeHead(200, { "content-type": `${types[extname(fichier)] ?? "text/plain"}; charset=utf-8`, "cache-control": "no-store" });
    reponse.end(contenu);
  } catch {
    reponse.writeHead(404).end("introuvable");
  }
}).listen(4173, "127.0.0.1", () => console.log("La boutique est ouverte : http://127.0.0.1:4173  (Ctrl+C pour fermer)"));
