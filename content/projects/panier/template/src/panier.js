// Un panier est un tableau de lignes : { id, nom, prix, quantite }. Les prix sont en centimes, toujours.
// A basket is an array of lines: { id, nom, prix, quantite }. Prices are in cents, always.
//
// Aucune fonction ne modifie le panier qu'on lui donne : elle en renvoie un nouveau.
// No function changes the basket that it is given: it returns a new one.

// 1. formaterPrix(1250) → "12,50 €"
export function formaterPrix(centimes) {
  return String(centimes);
}

// 2. Combien d'articles en tout ? / How many articles in all?
export function nombreArticles(panier) {
}

// 3. Un nouveau panier, avec ce produit en plus. / A new basket, with this product added.
export function ajouter(panier, produit, quantite = 1) {
}

// 4. Un nouveau panier, sans ce produit. / A new basket, without this product.
export function retirer(panier, id) {
}

// 5. Un nouveau panier, avec une autre quantité. / A new basket, with another quantity.
export function changerQuantite(panier, id, quantite) {
}

// 6. Le prix de tous les articles, en centimes. / The price of all articles, in cents.
export function sousTotal(panier) {
}

// 7. Ce que le code promo fait gagner, en centimes. / What the discount code saves, in cents.
export function remise(panier, code) {
}

// 8. Les frais de livraison, en centimes. / The cost of delivery, in cents.
export function livraison(panier, mode) {
}

// 9. Ce qu'il faut payer, en centimes. / What there is to pay, in cents.
export function total(panier, options = {}) {
}

// 10. Le ticket, en texte. / The receipt, as text.
export function ticket(panier, options = {}) {
}

// 11. Un nouveau panier, trié par nom. / A new basket, sorted by name.
export function trier(panier) {
}

// 12. Garder le panier sous forme de texte, et le relire. / Keep the basket as text, and read it back.
export function enregistrer(panier) {
}

export function charger(texte) {
}
