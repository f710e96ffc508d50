// Le programme de la page. Lis le sujet : tu vas le construire étape par étape.
// The page's program. Read the subject: you will build it step by step.

const formulaire = document.querySelector("#inscription");
const nom = document.querySelector("#nom");

console.log("La page est prête, le formulaire aussi :", formulaire, nom);
