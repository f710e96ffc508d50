#!/bin/bash
# bash atelier.sh 3          prépare un dépôt tout neuf pour t'entraîner / makes a fresh repository to practise in
# bash atelier.sh 3 essai    le prépare, y lance ton script, montre le résultat / also runs your script and shows the result

numero=$1
projet=$(cd "$(dirname "$0")" && pwd)
script=$(echo "$projet/$(printf '%02d' "$numero" 2> /dev/null)"-*.sh)
if [ ! -f "$script" ]; then
  echo "Donne le numéro d'un exercice, de 1 à 10. / Give the number of an exercise, 1 to 10." >&2
  exit 1
fi

# À côté du projet, et non dedans : un dépôt dans un dépôt embrouille tout le monde, Git compris.
ateliers=$(dirname "$projet")/ateliers
rm -rf "${ateliers:?}/$numero" "$ateliers/partage.git" "$ateliers/collegue"
mkdir -p "$ateliers/$numero"
cd "$ateliers/$numero" || exit 1

# noter MESSAGE : enregistre tout ce qui a changé
noter() { git add --all && git commit --quiet -m "$1"; }

commencer() {
  git init --quiet
  git symbolic-ref HEAD refs/heads/main
  echo "Le Préau, journal de l'atelier" > accueil.md
  echo "Ouvert le samedi" > horaires.md
  echo "Adhésion : 10 euros" > tarifs.md
  noter "Commencer le journal"
}

case "$numero" in
  1)
    echo "Le Préau, journal de l'atelier" > accueil.md
    mkdir comptes-rendus
    echo "Présents : Ines et Karim" > comptes-rendus/mars.md
    ;;
  2)
    commencer
    echo "wifi : petit-velo" > mots-de-passe.txt
    mkdir brouillons && echo "à finir" > brouillons/affiche.md
    echo "?" > copie.tmp
    echo "Cinq personnes au café-réparation" > avril.md
    ;;
  3)
    commencer
    echo "Ouvert le samedi et le mercredi" > horaires.md
    echo "Adhésion : 12 euros" > tarifs.md
    echo "je teste mon clavier" > essai.txt
    ;;
  4)
    commencer
    ;;
  5)
    commencer
    git switch --quiet -c fete
    echo "Samedi 21 juin" > fete.md && noter "Annoncer la fête"
    echo "Apporter un gâteau" >> fete.md && noter "Penser au gâteau"
    git switch --quiet main
    ;;
  6)
    commencer
    git switch --quiet -c ete
    echo "Ouvert tous les soirs" > horaires.md && noter "Passer aux horaires d'été"
    git switch --quiet main
    echo "Ouvert le samedi après-midi" > horaires.md && noter "Préciser le samedi"
    echo "Adhésion : 12 euros" > tarifs.md && noter "Augmenter l'adhésion"
    ;;
  7)
    commencer
    echo "Fermé pour toujours" > horaires.md && noter "Changer les horaires"
    ;;
  8)
    commencer
    echo "jzkqsdjkl" > accueil.md
    echo "Adhésion : 12 euros, 5 pour les étudiants" > tarifs.md
    echo "code du coffre" > secret.txt && git add secret.txt
    ;;
  9)
    commencer
    echo "Crêpes : 250 g de farine" > recettes.md && noter "Noter les crêpes"
    echo "Soupe : 1 potiron" >> recettes.md && noter "Noter la soupe"
    git rm --quiet recettes.md && noter "Faire de la place"
    echo "Vélos réparés : 12" > velos.md && noter "Compter les vélos"
    ;;
  10)
    # Le dépôt partagé est ici un dossier voisin ; au travail, c'est une adresse sur Internet.
    git init --quiet --bare ../partage.git
    git --git-dir=../partage.git symbolic-ref HEAD refs/heads/main
    commencer
    git remote add origin ../partage.git
    git push --quiet --set-upstream origin main
    git clone --quiet ../partage.git ../collegue
    (cd ../collegue && echo "12 vélos réparés" > velos.md && noter "Compter les vélos" && git push --quiet)
    echo "8 machines à coudre" > couture.md && noter "Compter les machines"
    ;;
esac

if [ "$2" = essai ]; then
  bash "$script"
  echo
  git log --oneline --graph --all
  git status --short --branch
else
  echo "C'est prêt : cd \"$PWD\""
fi
