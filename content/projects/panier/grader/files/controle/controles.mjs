// The checks, by name. They run one after the other in ouvrier.mjs.

import { appeler, attendre, doitRefuser, neDoitPasModifier, refuser } from "./attendre.mjs";

const cidre = { id: "cidre", nom: "Cidre fermier", prix: 415 };
const noix = { id: "noix", nom: "Noix", prix: 690 };
const farine = { id: "farine", nom: "Farine de blé", prix: 187 };
const ligne = (produit, quantite) => ({ ...produit, quantite });

// Fresh each time: what one check changes, the next must not see.
const petit = () => [ligne(cidre, 2), ligne(noix, 1)];

export const controles = {};
const controle = (nom, verifier) => { controles[nom] = verifier; };

controle("prix_ordinaire", () => {
  attendre("4,15 €").de("formaterPrix", 415);
  attendre("12,00 €").de("formaterPrix", 1200);
  attendre("56,70 €").de("formaterPrix", 5670);
});

controle("prix_petit_ou_negatif", () => {
  attendre("0,00 €").de("formaterPrix", 0);
  attendre("0,05 €").de("formaterPrix", 5);
  attendre("-1,50 €").de("formaterPrix", -150);
});

controle("nombre_articles", () => {
  attendre(3).de("nombreArticles", petit());
  attendre(0).de("nombreArticles", []);
});

controle("ajouter_nouveau", () => {
  attendre([ligne(farine, 1)]).de("ajouter", [], farine);
  attendre([ligne(cidre, 2), ligne(noix, 1), ligne(farine, 5)]).de("ajouter", petit(), farine, 5);
});

controle("ajouter_deja_la", () => {
  attendre([ligne(cidre, 5), ligne(noix, 1)]).de("ajouter", petit(), cidre, 3);
  attendre([ligne(cidre, 2), ligne(noix, 2)]).de("ajouter", petit(), noix);
});

controle("ajouter_refuse", () => {
  for (const quantite of [0, -1, 1.5, NaN, "2"]) doitRefuser(RangeError, "ajouter", petit(), noix, quantite);
});

controle("retirer", () => {
  attendre([ligne(noix, 1)]).de("retirer", petit(), "cidre");
  attendre(petit()).de("retirer", petit(), "licorne");
  attendre([]).de("retirer", [], "noix");
});

controle("changer_quantite", () => {
  attendre([ligne(cidre, 7), ligne(noix, 1)]).de("changerQuantite", petit(), "cidre", 7);
  attendre(petit()).de("changerQuantite", petit(), "licorne", 3);
});

controle("changer_quantite_zero", () => {
  attendre([ligne(cidre, 2)]).de("changerQuantite", petit(), "noix", 0);
  for (const quantite of [-2, 0.5, "3"]) doitRefuser(RangeError, "changerQuantite", petit(), "noix", quantite);
});

controle("rien_modifier", () => {
  neDoitPasModifier("ajouter", petit(), cidre, 1);
  neDoitPasModifier("ajouter", petit(), farine, 1);
  neDoitPasModifier("retirer", petit(), "cidre");
  neDoitPasModifier("changerQuantite", petit(), "noix", 4);
  neDoitPasModifier("changerQuantite", petit(), "noix", 0);
  neDoitPasModifier("trier", [ligne(noix, 1), ligne(cidre, 1)]);

  const produit = { ...farine };
  appeler("ajouter", [], produit);
  if ("quantite" in produit) {
    refuser("ajouter a écrit quantite dans le produit du catalogue : crée un nouvel objet pour la ligne.",
      "ajouter has written quantite into the catalogue's product: make a new object for the line.");
  }
});

controle("sous_total", () => {
  attendre(1520).de("sousTotal", petit());
  attendre(561).de("sousTotal", [ligne(farine, 3)]);
  attendre(0).de("sousTotal", []);
});

controle("remise_pourcentage", () => {
  attendre(152).de("remise", petit(), "BIENVENUE");
  attendre(19).de("remise", [ligne(farine, 1)], "BIENVENUE");
  attendre(101).de("remise", [ligne({ id: "x", nom: "X", prix: 1005 }, 1)], "BIENVENUE");
});

controle("remise_a_partir_d_un_seuil", () => {
  attendre(0).de("remise", [ligne({ id: "x", nom: "X", prix: 2999 }, 1)], "PANIER5");
  attendre(500).de("remise", [ligne({ id: "x", nom: "X", prix: 1500 }, 2)], "PANIER5");
});

controle("remise_saisie_libre", () => {
  attendre(152).de("remise", petit(), " bienvenue ");
  attendre(0).de("remise", petit(), "NOEL");
  attendre(0).de("remise", petit(), "");
  attendre(0).de("remise", petit());
});

controle("livraison", () => {
  attendre(0).de("livraison", petit(), "retrait");
  attendre(490).de("livraison", petit(), "domicile");
  attendre(0).de("livraison", [], "domicile");
  doitRefuser(Error, "livraison", petit(), "pigeon");
});

controle("livraison_offerte", () => {
  attendre(490).de("livraison", [ligne({ id: "x", nom: "X", prix: 4999 }, 1)], "domicile");
  attendre(0).de("livraison", [ligne({ id: "x", nom: "X", prix: 2500 }, 2)], "domicile");
});

controle("total", () => {
  attendre(1520).de("total", petit());
  attendre(1858).de("total", petit(), { code: "BIENVENUE", mode: "domicile" });
  attendre(2010).de("total", petit(), { mode: "domicile" });
  attendre(1368).de("total", petit(), { code: "bienvenue" });
  // Free delivery looks at the subtotal, before the discount.
  attendre(4500).de("total", [ligne({ id: "x", nom: "X", prix: 5000 }, 1)], { code: "PANIER5", mode: "domicile" });
});

controle("ticket_simple", () => {
  attendre("2 x Cidre fermier : 8,30 €\n1 x Noix : 6,90 €\nSous-total : 15,20 €\nTotal : 15,20 €").de("ticket", petit());
  attendre("Ton panier est vide.").de("ticket", []);
});

controle("ticket_complet", () => {
  attendre("2 x Cidre fermier : 8,30 €\n1 x Noix : 6,90 €\nSous-total : 15,20 €\nRemise : -1,52 €\nLivraison : 4,90 €\nTotal : 18,58 €")
    .de("ticket", petit(), { code: "BIENVENUE", mode: "domicile" });
  attendre("3 x Farine de blé : 5,61 €\nSous-total : 5,61 €\nLivraison : 4,90 €\nTotal : 10,51 €")
    .de("ticket", [ligne(farine, 3)], { code: "INCONNU", mode: "domicile" });
});

controle("trier", () => {
  const noms = (...liste) => liste.map((nom) => ({ id: nom, nom, prix: 100, quantite: 1 }));
  attendre(noms("Ail", "Beurre", "Sel")).de("trier", noms("Sel", "Ail", "Beurre"));
  attendre(noms("Dattes", "Épinards", "Farine", "oignons", "Zestes")).de("trier", noms("Zestes", "oignons", "Farine", "Épinards", "Dattes"));
});

controle("aller_retour", () => {
  const texte = appeler("enregistrer", petit());
  if (typeof texte !== "string") refuser("enregistrer doit renvoyer un texte : JSON.stringify en fait un.", "enregistrer must return a text: JSON.stringify makes one.");
  attendre(petit()).de("charger", texte);
  attendre([]).de("charger", appeler("enregistrer", []));
});

controle("charger_texte_abime", () => {
  for (const texte of [null, "", "{", "bonjour", "null", "12", '{"id":"noix"}']) attendre([]).de("charger", texte);
});

controle("charger_lignes_abimees", () => {
  const texte = JSON.stringify([
    ligne(cidre, 2), null, "noix", { ...noix }, ligne(noix, 0), ligne(noix, -1), ligne(noix, 1.5), ligne(noix, "2"),
    { ...ligne(noix, 1), prix: "690" }, { ...ligne(noix, 1), nom: undefined }, ligne(farine, 1),
  ]);
  attendre([ligne(cidre, 2), ligne(farine, 1)]).de("charger", texte);
});
