// The checks: each acts like a visitor, looks at the page, and says what it did, expected and saw.

export class Souci extends Error {}

const exiger = (condition, fr, en) => { if (!condition) throw new Souci(`${fr}\n\n${en}`); };
const voir = (lignes) => (lignes.length === 0 ? "—" : lignes.map((ligne) => `« ${ligne} »`).join(", "));

async function exigerLignes(p, attendues, geste, gesture) {
  const bon = (lignes) => lignes.length === attendues.length && attendues.every((mots, i) => mots.every((mot) => lignes[i].includes(mot)));
  const lignes = await p.attendre(p.lignes, bon);
  const voulu = voir(attendues.map((mots) => mots.join(" … ")));
  exiger(bon(lignes),
    `${geste}\nDans #liste, on attend : ${voulu}\nOn y voit : ${voir(lignes)}`,
    `${gesture}\nIn #liste we expect: ${voulu}\nWe see: ${voir(lignes)}`);
}

async function exigerCompteur(p, attendu, geste, gesture) {
  const texte = await p.attendre(p.compteur, (t) => t.trim() === attendu);
  exiger(texte.trim() === attendu,
    `${geste} #compteur doit dire « ${attendu} » ; il dit « ${texte} ».`,
    `${gesture} #compteur has to say "${attendu}"; it says "${texte}".`);
}

async function exigerErreur(p, geste, gesture) {
  const texte = await p.attendre(p.erreur, (t) => t.trim() !== "");
  exiger(texte.trim() !== "", `${geste} #erreur doit dire pourquoi c'est refusé ; il est vide.`, `${gesture} #erreur has to say why it is refused; it is empty.`);
}

export const controles = {
  async page_prete(p) {
    exiger(!p.aDesErreurs(), "La page doit s'ouvrir sans erreur JavaScript. Ouvre la console du navigateur (F12) : l'erreur et sa ligne y sont.",
      "The page has to open without a JavaScript error. Open the browser's console (F12): the error and its line are there.");
    await exigerCompteur(p, "Personne pour l'instant", "À l'ouverture, sans inscription,", "When it opens, without anybody,");
  },

  async inscrire(p) {
    await p.inscrire("Aya", "Crêpes");
    await exigerLignes(p, [["Aya", "Crêpes"]], "On écrit « Aya », on choisit Crêpes, on clique sur Inscrire.", "We write \"Aya\", choose Crêpes, click on Inscrire.");
    await p.inscrire("Malo", "Jeux");
    await exigerLignes(p, [["Aya", "Crêpes"], ["Malo", "Jeux"]], "Puis on inscrit Malo aux Jeux.", "Then we put Malo down for Jeux.");
  },

  async touche_entree(p) {
    await p.page.fill("#nom", "Noé");
    await p.page.press("#nom", "Enter");
    await exigerLignes(p, [["Noé", "Buvette"]], "On écrit « Noé » et on appuie sur la touche Entrée, sans souris.", "We write \"Noé\" and press Enter, without a mouse.");
  },

  async sans_recharger(p) {
    await p.inscrire("Lina");
    await p.attendre(p.chargements, (n) => n > 1);
    exiger(p.chargements() === 1, "Quand on clique sur Inscrire, la page se recharge : le navigateur envoie le formulaire. Il faut l'en empêcher.",
      "When we click on Inscrire, the page loads again: the browser sends the form. It has to be prevented.");
    exiger((await p.lignes()).length === 1, "Après le clic, Lina n'est pas dans la liste.", "After the click, Lina is not on the list.");
  },

  async champ_pret(p) {
    await p.inscrire("Sacha");
    const valeur = await p.attendre(() => p.page.inputValue("#nom"), (v) => v === "");
    exiger(valeur === "", `Après l'inscription de Sacha, le champ du prénom doit être vide ; il contient « ${valeur} ».`,
      `After Sacha is put down, the field of the name has to be empty; it holds "${valeur}".`);
    const actif = await p.attendre(() => p.page.evaluate(() => document.activeElement?.id), (id) => id === "nom");
    exiger(actif === "nom", "Après l'inscription, le curseur doit revenir dans le champ du prénom, pour inscrire la personne suivante sans souris.",
      "After putting somebody down, the cursor has to be back in the field of the name, so that the next one needs no mouse.");
  },

  async compteur(p) {
    await p.inscrire("Inès");
    await exigerCompteur(p, "1 bénévole", "Après une inscription,", "After one,");
    await p.inscrire("Tom", "Jeux");
    await p.inscrire("Rose", "Musique");
    await exigerCompteur(p, "3 bénévoles", "Après trois inscriptions,", "After three,");
  },

  async nom_vide(p) {
    await p.inscrire("   ");
    await exigerErreur(p, "On laisse trois espaces à la place du prénom :", "We leave three spaces in place of the name:");
    await exigerLignes(p, [], "Un prénom fait d'espaces n'est pas un prénom.", "A name of spaces is no name.");
    await p.inscrire("Yanis");
    const reste = await p.attendre(p.erreur, (t) => t.trim() === "");
    exiger(reste.trim() === "", `Une fois Yanis bien inscrit, le message d'erreur doit disparaître ; on lit encore « ${reste} ».`,
      `Once Yanis is put down, the error has to go away; we still read "${reste}".`);
  },

  async doublon(p) {
    await p.inscrire("Chloé", "Jeux");
    await p.inscrire(" CHLOÉ ", "Jeux");
    await exigerErreur(p, "Chloé est aux Jeux ; on inscrit « CHLOÉ », avec des espaces autour, au même stand :", "Chloé is at Jeux; we put down \"CHLOÉ\", with spaces around, for the same:");
    await exigerLignes(p, [["Chloé", "Jeux"]], "Après ce doublon refusé,", "After that refused double,");
    await p.inscrire("Chloé", "Musique");
    await exigerLignes(p, [["Chloé", "Jeux"], ["Chloé", "Musique"]], "À un autre stand, Chloé est la bienvenue.", "At another stand Chloé is welcome.");
  },

  async retirer(p) {
    for (const nom of ["Ali", "Bea", "Carl"]) await p.inscrire(nom);
    await p.page.locator("#liste li", { hasText: "Bea" }).locator("button").click();
    await exigerLignes(p, [["Ali"], ["Carl"]], "Ali, Bea et Carl sont inscrits ; on clique sur le bouton de Bea.", "Ali, Bea and Carl are down; we click on Bea's button.");
    await exigerCompteur(p, "2 bénévoles", "Une fois Bea retirée,", "Once Bea is gone,");
  },

  async bouton_nomme(p) {
    await p.inscrire("Maëlle", "Crêpes");
    await p.inscrire("Hugo", "Jeux");
    for (const nom of ["Maëlle", "Hugo"]) {
      const combien = await p.attendre(() => p.page.getByRole("button", { name: new RegExp(`Retirer.*${nom}`) }).count(), (n) => n === 1);
      exiger(combien === 1,
        `Une personne aveugle entend le nom de chaque bouton : trois fois « Retirer » ne l'aide pas. Un bouton doit s'appeler « Retirer ${nom} », par son texte ou par aria-label.`,
        `A blind person hears each button's name: three times "Retirer" is no help. A button has to be called "Retirer ${nom}", by its text or by aria-label.`);
    }
  },

  async filtrer(p) {
    await p.inscrire("Aya", "Crêpes");
    await p.inscrire("Malo", "Jeux");
    await p.inscrire("Zoé", "Crêpes");
    await p.filtrer("Crêpes");
    await exigerLignes(p, [["Aya"], ["Zoé"]], "Aya et Zoé sont aux Crêpes, Malo aux Jeux ; on choisit Crêpes dans #filtre.", "Aya and Zoé are at Crêpes, Malo at Jeux; we choose Crêpes in #filtre.");
    await p.filtrer("Tous les stands");
    await exigerLignes(p, [["Aya"], ["Malo"], ["Zoé"]], "On revient à « Tous les stands ».", "We go back to \"Tous les stands\".");
  },

  async filtre_et_inscription(p) {
    await p.inscrire("Aya", "Crêpes");
    await p.filtrer("Crêpes");
    await p.inscrire("Malo", "Jeux");
    await exigerLignes(p, [["Aya", "Crêpes"]], "Le filtre est sur Crêpes ; on inscrit Malo aux Jeux : le filtre tient toujours.", "The filter is on Crêpes; we put Malo down for Jeux: the filter still holds.");
    await exigerCompteur(p, "2 bénévoles", "Le filtre ne change pas le nombre de bénévoles :", "The filter does not change how many volunteers there are:");
  },

  async texte_pas_html(p) {
    const nom = "<b>Zoé</b><img src=x onerror=\"document.title='piraté'\">";
    await p.inscrire(nom);
    const lignes = await p.attendre(p.lignes, (l) => l.length === 1);
    const piege = await p.page.locator("#liste img, #liste b").count();
    const titre = await p.page.title();
    exiger(piege === 0 && titre !== "piraté",
      `On écrit ce prénom : ${nom}\nLa page l'a pris pour du HTML : n'importe qui peut y glisser un programme. Un texte se pose avec textContent, jamais avec innerHTML.`,
      `We write this name: ${nom}\nThe page took it for HTML: anybody can slip a program in. Text is set with textContent, never with innerHTML.`);
    exiger(lignes.length === 1 && lignes[0].includes("<b>Zoé</b>"),
      `On écrit le prénom ${nom} : il doit s'afficher tel quel. On voit : ${voir(lignes)}`,
      `We write the name ${nom}: it has to be shown as it is. We see: ${voir(lignes)}`);
  },

  async souvenir(p) {
    await p.inscrire("Aya", "Crêpes");
    await p.inscrire("Malo", "Jeux");
    await p.inscrire("Zoé", "Musique");
    await p.page.locator("#liste li", { hasText: "Malo" }).locator("button").click();
    await p.recharger();
    await exigerLignes(p, [["Aya", "Crêpes"], ["Zoé", "Musique"]], "On inscrit Aya, Malo et Zoé, on retire Malo, puis on recharge la page.", "We put down Aya, Malo and Zoé, remove Malo, then load the page again.");
    await exigerCompteur(p, "2 bénévoles", "Après le rechargement,", "After loading again,");
  },

  async souvenir_abime(p) {
    for (const abime of ["{pas du json", "{\"nom\":\"Aya\"}", "[null, 3, {\"nom\": 5}, \"Aya\"]", "null"]) {
      await p.page.evaluate((texte) => localStorage.setItem("benevoles", texte), abime);
      await p.recharger();
      await p.inscrire("Lou");
      const lignes = await p.attendre(p.lignes, (l) => l.length === 1 && l[0].includes("Lou"));
      exiger(lignes.length === 1 && lignes[0].includes("Lou"),
        `localStorage contient « ${abime} » sous la clé benevoles : la page doit repartir d'une liste vide et marcher. On inscrit Lou et on voit : ${voir(lignes)}`,
        `localStorage holds "${abime}" under the key benevoles: the page has to start from an empty list and work. We put Lou down and see: ${voir(lignes)}`);
    }
  },
};
