// node controle/lancer.mjs REPORT : runs all checks in a real browser and writes the results as JUnit XML.

import { writeFileSync } from "node:fs";
import { launch } from "academy-browser";
import { controles, Souci } from "./controles.mjs";
import { ouvrir } from "./page.mjs";

const PATIENCE = 15000; // milliseconds; a check takes a few hundred

const SANS_FIN = "Ce contrôle ne finit pas : la page ne répond plus. Une boucle sans fin dans app.js ?\n\n"
  + "This check does not end: the page does not respond any more. A loop without end in app.js?";

const navigateur = await launch();

/** Why the check fails; null when it does not. A page that hangs costs this one check, not the others. */
async function controler(controle) {
  const page = await ouvrir(navigateur);
  let minuteur;
  let souci = null;
  const fin = new Promise((_, trop) => { minuteur = setTimeout(() => trop(new Souci(SANS_FIN)), PATIENCE); });
  try {
    const fait = controle(page);
    fait.catch(() => {}); // when the time is over first, nobody waits for it any more
    await Promise.race([fait, fin]);
  } catch (erreur) {
    souci = (erreur instanceof Souci ? erreur.message : String(erreur).split("\n")[0]) + page.erreurs();
    await Promise.race([page.abandonner(), new Promise((fini) => { setTimeout(fini, 1000); })]);
  } finally {
    clearTimeout(minuteur);
  }
  return souci;
}

const entites = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;" };

// Characters that XML cannot hold at all are shown as question marks.
const xml = (texte) => texte
  .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "?")
  .replace(/[&<>"\n]/g, (c) => entites[c]);

const cas = [];
for (const [nom, controle] of Object.entries(controles)) {
  const debut = Date.now();
  const souci = await controler(controle);
  const suite = souci === null ? "" : `<failure message="${xml(souci)}"/>`;
  cas.push(`<testcase classname="page" name="${nom}" time="${(Date.now() - debut) / 1000}">${suite}</testcase>`);
}
writeFileSync(process.argv[2], `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites><testsuite name="page">\n${cas.join("\n")}\n</testsuite></testsuites>\n`);
process.exit(0);
