// Les données d'abord : un tableau de { nom, stand }. La page n'en est que le dessin, refait après chaque changement.

const CLE = "benevoles";

const formulaire = document.querySelector("#inscription");
const nom = document.querySelector("#nom");
const stand = document.querySelector("#stand");
const erreur = document.querySelector("#erreur");
const compteur = document.querySelector("#compteur");
const filtre = document.querySelector("#filtre");
const liste = document.querySelector("#liste");

let benevoles = charger();

formulaire.addEventListener("submit", (evenement) => {
  evenement.preventDefault();
  const nouveau = { nom: nom.value.trim(), stand: stand.value };
  const souci = verifier(nouveau);
  erreur.textContent = souci;
  if (souci === "") {
    changer([...benevoles, nouveau]);
    nom.value = "";
  }
  nom.focus();
});

filtre.addEventListener("change", dessiner);
dessiner();

function verifier(nouveau) {
  if (nouveau.nom === "") return "Écris ton prénom avant de t'inscrire.";
  if (benevoles.some((b) => b.stand === nouveau.stand && pareil(b.nom, nouveau.nom))) {
    return `${nouveau.nom} est déjà au stand ${nouveau.stand}.`;
  }
  return "";
}

function pareil(a, b) {
  return a.toLocaleLowerCase("fr") === b.toLocaleLowerCase("fr");
}

function changer(nouveaux) {
  benevoles = nouveaux;
  localStorage.setItem(CLE, JSON.stringify(benevoles));
  dessiner();
}

function dessiner() {
  compteur.textContent = compter(benevoles.length);
  const montres = benevoles.filter((b) => filtre.value === "" || b.stand === filtre.value);
  liste.replaceChildren(...montres.map(ligne));
}

function compter(combien) {
  if (combien === 0) return "Personne pour l'instant";
  return combien === 1 ? "1 bénévole" : `${combien} bénévoles`;
}

function ligne(benevole) {
  const texte = document.createElement("span");
  texte.textContent = `${benevole.nom} : ${benevole.stand}`; // du texte, jamais du HTML

  const bouton = document.createElement("button");
  bouton.type = "button";
  bouton.textContent = "Retirer";
  bouton.setAttribute("aria-label", `Retirer ${benevole.nom} du stand ${benevole.stand}`);
  bouton.addEventListener("click", () => changer(benevoles.filter((b) => b !== benevole)));

  const element = document.createElement("li");
  element.append(texte, bouton);
  return element;
}

// Ce qui revient du navigateur a pu être abîmé : on ne garde que ce qui a la bonne forme.
function charger() {
  try {
    const lu = JSON.parse(localStorage.getItem(CLE));
    return Array.isArray(lu) ? lu.filter((b) => typeof b?.nom === "string" && typeof b?.stand === "string") : [];
  } catch {
    return [];
  }
}
