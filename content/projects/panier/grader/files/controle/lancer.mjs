// node controle/lancer.mjs REPORT : runs all checks and writes the results as JUnit XML.
//
// They run in a worker, so that a loop without end or a process.exit() costs the learner one check and not the whole report.

import { writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { controles } from "./controles.mjs";

const PATIENCE = 1000; // milliseconds; a check takes one or two

const SANS_FIN = "Ce contrôle ne finit pas : une boucle sans fin ?\n\nThis check does not end: a loop without end?";
const ARRET = "Le programme s'arrête au milieu de ce contrôle : process.exit() n'a pas sa place ici.\n\n"
  + "The program stops in the middle of this check: process.exit() has no place here.";
const MEMOIRE = "Ce contrôle remplit toute la mémoire : une boucle qui ajoute sans fin ?\n\nThis check fills all memory: a loop that adds without end?";

const resultats = new Map();

/** Runs these checks until the end or until one of them kills the worker; says why it was killed. */
function travailler(noms) {
  return new Promise((fini) => {
    const ouvrier = new Worker(new URL("ouvrier.mjs", import.meta.url), { workerData: noms, resourceLimits: { maxOldGenerationSizeMb: 48 } });
    let pret = false;
    let cause = ARRET;
    let minuteur;

    const patienter = (duree) => {
      clearTimeout(minuteur);
      minuteur = setTimeout(() => { cause = SANS_FIN; ouvrier.terminate(); }, duree);
    };
    patienter(4 * PATIENCE); // starting and loading
    ouvrier.on("message", (message) => {
      if (message.pret) pret = true;
      else resultats.set(message.nom, message.souci);
      patienter(PATIENCE);
    });
    ouvrier.on("error", (erreur) => { cause = erreur.code === "ERR_WORKER_OUT_OF_MEMORY" ? MEMOIRE : String(erreur); });
    ouvrier.on("exit", () => { clearTimeout(minuteur); fini({ pret, cause }); });
  });
}

let reste = Object.keys(controles);
while (reste.length > 0) {
  const { pret, cause } = await travailler(reste);
  reste = reste.filter((nom) => !resultats.has(nom));
  // Killed while loading: no check could ever run. Killed while checking: the first without a result is the one.
  const coupables = pret ? reste.slice(0, 1) : reste;
  for (const nom of coupables) resultats.set(nom, cause);
  reste = reste.slice(coupables.length);
}

const entites = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;" };

// Characters that XML cannot hold at all are shown as question marks.
const xml = (texte) => texte
  .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "?")
  .replace(/[&<>"\n]/g, (c) => entites[c]);

const cas = [...resultats].map(([nom, souci]) => `<testcase classname="panier" name="${nom}">${souci === null ? "" : `<failure message="${xml(souci)}"/>`}</testcase>`);
writeFileSync(process.argv[2], `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites><testsuite name="panier">\n${cas.join("\n")}\n</testsuite></testsuites>\n`);
