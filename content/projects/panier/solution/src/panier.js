const REMISE_BIENVENUE = 10; // pour cent
const SEUIL_PANIER5 = 3000;
const LIVRAISON = 490;
const LIVRAISON_OFFERTE = 5000;

export function formaterPrix(centimes) {
  return `${(centimes / 100).toFixed(2).replace(".", ",")} €`;
}

export function nombreArticles(panier) {
  return panier.reduce((somme, ligne) => somme + ligne.quantite, 0);
}

function exigerEntier(quantite, minimum) {
  if (!Number.isInteger(quantite) || quantite < minimum) {
    throw new RangeError(`Quantité impossible : ${quantite}`);
  }
}

export function ajouter(panier, produit, quantite = 1) {
  exigerEntier(quantite, 1);
  if (!panier.some((ligne) => ligne.id === produit.id)) {
    const { id, nom, prix } = produit;
    return [...panier, { id, nom, prix, quantite }];
  }
  return panier.map((ligne) => (ligne.id === produit.id ? { ...ligne, quantite: ligne.quantite + quantite } : ligne));
}

export function retirer(panier, id) {
  return panier.filter((ligne) => ligne.id !== id);
}

export function changerQuantite(panier, id, quantite) {
  exigerEntier(quantite, 0);
  if (quantite === 0) return retirer(panier, id);
  return panier.map((ligne) => (ligne.id === id ? { ...ligne, quantite } : ligne));
}

export function sousTotal(panier) {
  return panier.reduce((somme, ligne) => somme + ligne.prix * ligne.quantite, 0);
}

export function remise(panier, code = "") {
  const montant = sousTotal(panier);
  const nom = String(code ?? "").trim().toUpperCase();
  if (nom === "BIENVENUE") return Math.round((montant * REMISE_BIENVENUE) / 100);
  if (nom === "PANIER5" && montant >= SEUIL_PANIER5) return 500;
  return 0;
}

export function livraison(panier, mode = "retrait") {
  if (mode === "retrait") return 0;
  if (mode !== "domicile") throw new RangeError(`Mode de livraison inconnu : ${mode}`);
  return panier.length === 0 || sousTotal(panier) >= LIVRAISON_OFFERTE ? 0 : LIVRAISON;
}

export function total(panier, { code, mode = "retrait" } = {}) {
  return sousTotal(panier) - remise(panier, code) + livraison(panier, mode);
}

export function ticket(panier, options = {}) {
  if (panier.length === 0) return "Ton panier est vide.";

  const moins = remise(panier, options.code);
  const port = livraison(panier, options.mode);
  return [
    ...panier.map((ligne) => `${ligne.quantite} x ${ligne.nom} : ${formaterPrix(ligne.prix * ligne.quantite)}`),
    `Sous-total : ${formaterPrix(sousTotal(panier))}`,
    ...(moins ? [`Remise : ${formaterPrix(-moins)}`] : []),
    ...(port ? [`Livraison : ${formaterPrix(port)}`] : []),
    `Total : ${formaterPrix(total(panier, options))}`,
  ].join("\n");
}

export function trier(panier) {
  return [...panier].sort((a, b) => a.nom.localeCompare(b.nom, "fr"));
}

export function enregistrer(panier) {
  return JSON.stringify(panier);
}

function estUneLigne(ligne) {
  return ligne !== null && typeof ligne === "object"
    && typeof ligne.id === "string" && typeof ligne.nom === "string"
    && Number.isInteger(ligne.prix) && ligne.prix >= 0
    && Number.isInteger(ligne.quantite) && ligne.quantite > 0;
}

export function charger(texte) {
  try {
    const lu = JSON.parse(texte);
    return Array.isArray(lu) ? lu.filter(estUneLigne) : [];
  } catch {
    return [];
  }
}
