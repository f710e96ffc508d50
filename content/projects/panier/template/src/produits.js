// Ce que vend l'épicerie. Les prix sont en centimes. / What the grocery sells. Prices are in cents.
export const produits = [
  { id: "carottes", nom: "Carottes, la botte", prix: 250 },
  { id: "oeufs", nom: "Œufs, la douzaine", prix: 395 },
  { id: "pain", nom: "Pain de seigle", prix: 380 },
  { id: "miel", nom: "Miel de printemps", prix: 890 },
  { id: "tomme", nom: "Tomme de brebis", prix: 1240 },
  { id: "huile", nom: "Huile de noix", prix: 1475 },
];
