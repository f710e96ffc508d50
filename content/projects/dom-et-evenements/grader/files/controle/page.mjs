// What a visitor does on the page and sees of it.

const ADRESSE = "http://127.0.0.1:8080/";
const UN_MOMENT = 1000; // for what the page does a little later

let fenetre = null;

/** A window that remembers nothing; the one of the check before, emptied, if that ended well: a new one takes a second. */
async function fenetreVide(navigateur) {
  if (fenetre !== null) {
    await fenetre.page.evaluate(() => { localStorage.clear(); sessionStorage.clear(); });
    fenetre.page.removeAllListeners();
    return fenetre;
  }
  const contexte = await navigateur.newContext({ locale: "fr-FR", viewport: { width: 360, height: 740 } });
  contexte.setDefaultTimeout(3000);
  fenetre = { contexte, page: await contexte.newPage() };
  return fenetre;
}

/** After a check that did not end well, nobody knows in which state the window is. */
async function abandonner() {
  const { contexte } = fenetre;
  fenetre = null;
  await contexte.close();
}

/** Opens the page as for the first time: nothing is remembered from another check. */
export async function ouvrir(navigateur) {
  const { page } = await fenetreVide(navigateur);
  const erreurs = [];
  let chargements = 0;
  page.on("pageerror", (erreur) => erreurs.push(erreur.message));
  page.on("load", () => { chargements += 1; });
  page.on("dialog", (boite) => { erreurs.push(`alert(${boite.message()})`); boite.dismiss().catch(() => {}); });
  await page.goto(ADRESSE);

  const texte = (ou) => page.locator(ou).innerText();
  return {
    page,
    chargements: () => chargements,
    erreurs: () => (erreurs.length === 0 ? "" : `\n\nErreur de la page / error of the page : ${erreurs[0]}`),
    aDesErreurs: () => erreurs.length > 0,
    abandonner,
    recharger: () => page.reload(),

    async inscrire(nom, stand = "Buvette") {
      await page.fill("#nom", nom);
      await page.selectOption("#stand", stand);
      await page.click("#inscription button");
    },
    filtrer: (stand) => page.selectOption("#filtre", { label: stand }),
    compteur: () => texte("#compteur"),
    erreur: () => texte("#erreur"),

    /** The lines that can be seen, without their buttons. */
    lignes: () => page.locator("#liste li").evaluateAll((elements) => elements
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const copie = element.cloneNode(true);
        for (const bouton of copie.querySelectorAll("button")) bouton.remove();
        return copie.textContent.replace(/\s+/g, " ").trim();
      })),

    /** Until the page is so, or a moment has passed; what it was at last. */
    async attendre(lire, bon) {
      const fin = Date.now() + UN_MOMENT;
      for (;;) {
        const lu = await lire();
        if (bon(lu) || Date.now() > fin) return lu;
        await new Promise((suite) => { setTimeout(suite, 30); });
      }
    },
  };
}
