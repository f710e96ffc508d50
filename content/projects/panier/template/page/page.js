// La page ne calcule rien : elle demande tout à src/panier.js. / The page computes nothing: it asks src/panier.js for everything.

import * as p from "../src/panier.js";
import { produits } from "../src/produits.js";

const $ = (id) => document.getElementById(id);

// Tant qu'une fonction n'est pas écrite, la page dit laquelle au lieu de tomber en panne.
function demander(nom, ...valeurs) {
  try {
    return p[nom](...valeurs);
  } catch (erreur) {
    console.error(nom, erreur);
    return undefined;
  }
}

let panier = demander("charger", localStorage.getItem("panier")) ?? [];

function changer(nom, ...valeurs) {
  const nouveau = demander(nom, panier, ...valeurs);
  if (!Array.isArray(nouveau)) return afficher(`${nom}() n'est pas encore écrite.`);
  panier = nouveau;
  const texte = demander("enregistrer", panier);
  if (typeof texte === "string") localStorage.setItem("panier", texte);
  afficher();
}

function element(balise, texte, proprietes = {}) {
  return Object.assign(document.createElement(balise), { textContent: texte }, proprietes);
}

function afficher(souci = "") {
  // Tout est redessiné : on retient le bouton où se trouvait le clavier pour l'y remettre.
  const actif = document.activeElement?.ariaLabel;
  const prix = (centimes) => demander("formaterPrix", centimes) ?? "?";
  $("nombre").textContent = demander("nombreArticles", panier) ?? "?";

  $("lignes").replaceChildren(...panier.map((ligne) => {
    const li = element("li", `${ligne.quantite} × ${ligne.nom} `);
    const boutons = element("span", "");
    boutons.append(
      element("button", "−", { ariaLabel: `Un ${ligne.nom} de moins`, onclick: () => changer("changerQuantite", ligne.id, ligne.quantite - 1) }), " ",
      element("button", "+", { ariaLabel: `Un ${ligne.nom} de plus`, onclick: () => changer("changerQuantite", ligne.id, ligne.quantite + 1) }), " ",
      element("button", "Retirer", { ariaLabel: `Retirer ${ligne.nom}`, onclick: () => changer("retirer", ligne.id) }),
    );
    li.append(boutons);
    return li;
  }));

  const options = { code: $("code").value, mode: $("mode").value };
  $("ticket").textContent = demander("ticket", panier, options) ?? "ticket() n'est pas encore écrite.";
  if (souci) $("ticket").prepend(element("span", `${souci}\n`, { className: "manque" }));

  $("rayon").replaceChildren(...produits.map((produit) => {
    const li = element("li", `${produit.nom}, ${prix(produit.prix)} `);
    li.append(element("button", "Ajouter", { ariaLabel: `Ajouter ${produit.nom}`, onclick: () => changer("ajouter", produit) }));
    return li;
  }));

  if (actif) document.querySelector(`[aria-label="${CSS.escape(actif)}"]`)?.focus();
}

$("trier").addEventListener("click", () => changer("trier"));
$("code").addEventListener("input", () => afficher());
$("mode").addEventListener("change", () => afficher());
afficher();
