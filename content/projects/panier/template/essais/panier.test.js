// Quelques essais pour commencer. Ajoute les tiens : c'est comme cela que travaillent les développeurs.
// A few trials to begin with. Add your own: this is how developers work.

import { test } from "node:test";
import assert from "node:assert/strict";
import * as p from "../src/panier.js";

const pain = { id: "pain", nom: "Pain de seigle", prix: 380 };
const miel = { id: "miel", nom: "Miel de printemps", prix: 890 };

test("un prix s'écrit avec une virgule et deux décimales", () => {
  assert.equal(p.formaterPrix(1250), "12,50 €");
});

test("ajouter deux fois le même produit ne fait qu'une ligne", () => {
  const panier = p.ajouter(p.ajouter([], pain), pain, 2);
  assert.deepEqual(panier, [{ ...pain, quantite: 3 }]);
});

test("le sous-total multiplie les prix par les quantités", () => {
  assert.equal(p.sousTotal([{ ...pain, quantite: 2 }, { ...miel, quantite: 1 }]), 1650);
});

test("un panier enregistré puis chargé est le même", () => {
  const panier = [{ ...miel, quantite: 4 }];
  assert.deepEqual(p.charger(p.enregistrer(panier)), panier);
});
