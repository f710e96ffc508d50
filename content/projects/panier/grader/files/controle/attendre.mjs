// Calls the learner's functions and says in two languages what differs.

import { spawnSync } from "node:child_process";
import { inspect, isDeepStrictEqual } from "node:util";

let fonctions = {};
let panne = "";

/** Loads the learner's work. Not at import time: the list of checks has to be readable without it. */
export async function charger() {
  try {
    fonctions = await import("../src/panier.js");
  } catch (erreur) {
    // Only a check of its own shows where a syntax error is: file, line, and the line itself.
    const controle = erreur instanceof SyntaxError ? spawnSync(process.execPath, ["--check", "src/panier.js"], { encoding: "utf8" }) : undefined;
    panne = (controle?.stderr || erreur.stack).split(/\n+ {4}at |\n\nNode\.js/)[0].replaceAll(/(file:\/\/)?\/\S*?\/src\//g, "src/");
  }
}

const montrer = (valeur) => inspect(valeur, { depth: 4, breakLength: 100 });

export class Refus extends Error {}

export function refuser(...phrases) {
  throw new Refus(phrases.join("\n\n"));
}

function fonction(nom) {
  if (panne) refuser(`src/panier.js ne se charge pas :\n${panne}`, `src/panier.js cannot be loaded:\n${panne}`);
  if (typeof fonctions[nom] !== "function") {
    const vues = Object.keys(fonctions).join(", ") || "rien / nothing";
    refuser(`src/panier.js n'exporte pas de fonction ${nom}. Ce qui est exporté : ${vues}.`,
      `src/panier.js exports no function ${nom}. What is exported: ${vues}.`);
  }
  return fonctions[nom];
}

const ecrire = (nom, valeurs) => `${nom}(${valeurs.map(montrer).join(", ")})`;

/** What the learner's function returns. */
export function appeler(nom, ...valeurs) {
  const appel = ecrire(nom, valeurs);
  try {
    return fonction(nom)(...valeurs);
  } catch (erreur) {
    if (erreur instanceof Refus) throw erreur;
    return refuser(`${appel}\ns'arrête sur une erreur / stops with an error\n  ${erreur}`);
  }
}

// A no-break space before € is good French typography; spaces at line ends and an extra property of a line do no harm.
function comparable(valeur) {
  if (typeof valeur === "string") return valeur.replaceAll(/[\u00A0\u202F]/g, " ").split(/\r?\n/).map((l) => l.trimEnd()).join("\n").trimEnd();
  if (Array.isArray(valeur)) return valeur.map((ligne) => (ligne && typeof ligne === "object" ? (({ id, nom, prix, quantite }) => ({ id, nom, prix, quantite }))(ligne) : ligne));
  return Object.is(valeur, -0) ? 0 : valeur;
}

/** attendre("4,20 €").de("formaterPrix", 420) */
export const attendre = (attendu) => ({
  de(nom, ...valeurs) {
    const appel = ecrire(nom, valeurs);
    // Copies: a function that writes into what it is given must not spoil the next check.
    const obtenu = appeler(nom, ...structuredClone(valeurs));
    if (obtenu === undefined) {
      refuser(`${appel}\nne renvoie rien : il manque sans doute return / returns nothing: return is probably missing`);
    }
    if (!isDeepStrictEqual(comparable(obtenu), comparable(attendu))) {
      refuser(`${appel}\ndevrait donner / should give\n${montrer(attendu)}\nmais donne / but gives\n${montrer(obtenu)}`);
    }
  },
});

/** The function has to refuse these values by throwing an error. */
export function doitRefuser(type, nom, ...valeurs) {
  const appel = ecrire(nom, valeurs);
  const refus = `devrait refuser avec / should refuse with: throw new ${type.name}("…")`;
  let obtenu;
  try {
    obtenu = fonction(nom)(...structuredClone(valeurs));
  } catch (erreur) {
    if (erreur instanceof Refus) throw erreur;
    if (erreur instanceof type) return;
    refuser(`${appel}\n${refus}\nmais lève / but throws\n${erreur}`);
  }
  refuser(`${appel}\n${refus}\nmais donne / but gives\n${montrer(obtenu)}`);
}

/** The basket given is the same after the call as before. */
export function neDoitPasModifier(nom, panier, ...valeurs) {
  const avant = structuredClone(panier);
  const obtenu = appeler(nom, panier, ...valeurs);
  if (!isDeepStrictEqual(panier, avant)) {
    refuser(`${nom} a modifié le panier qu'on lui a donné. / ${nom} has changed the basket it was given.`,
      `avant / before\n${montrer(avant)}\naprès / after\n${montrer(panier)}`);
  }
  if (!Array.isArray(obtenu)) refuser(`${nom} devrait renvoyer un panier, mais renvoie ${montrer(obtenu)}`, `${nom} should return a basket, but returns ${montrer(obtenu)}`);
  if (obtenu === panier) refuser(`${nom} renvoie le même tableau au lieu d'un nouveau.`, `${nom} returns the same array in place of a new one.`);
}
