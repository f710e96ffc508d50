# What the checks share: repositories made in a known state, the learner's script run in them, and kind refusals.
# shellcheck shell=bash

scripts=$PWD
essai=$(mktemp -d)

# The state of a computer on which nobody has set anything but a name. No editor: Git takes the message that it proposes.
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$essai/config" GIT_EDITOR=true GIT_PAGER=cat GIT_TERMINAL_PROMPT=0
git config --global user.name "Lou Martin"
git config --global user.email lou@preau.example
git config --global core.quotePath false

mkdir "$essai/depot"
cd "$essai/depot" || exit 1

# refuse FRANÇAIS ENGLISH : the test ends here, with what the learner reads
refuse() {
  echo "$1"
  echo "$2"
  if git rev-parse --git-dir > /dev/null 2>&1; then
    echo
    echo "L'histoire après ton script : / History after your script:"
    git log --oneline --graph --all 2> /dev/null || echo "(aucun commit / no commit)"
    echo
    echo "git status :"
    git status --short --branch
  fi
  if [ -s "$essai/sortie" ]; then
    echo
    echo "Ce que ton script a affiché : / What your script showed:"
    head -c 2000 "$essai/sortie"
  fi
  exit 1
}

# lancer 01-commencer.sh : runs the learner's script in the repository
lancer() {
  if [ ! -f "$scripts/$1" ]; then
    refuse "Je ne trouve pas $1 : vérifie son nom, lettre par lettre." "I cannot find $1: check its name, letter by letter."
  fi
  if grep -q $'\r' "$scripts/$1"; then
    refuse "$1 a des fins de ligne de Windows : choisis LF dans ton éditeur." "$1 has Windows line ends: choose LF in your editor."
  fi
  # Its exit code does not count: what it leaves behind does.
  bash "$scripts/$1" > "$essai/sortie" 2>&1 < /dev/null
}

noter() { git add --all && git commit --quiet -m "$1"; }

commencer() {
  git init --quiet --initial-branch=main
  echo "Le Préau" > accueil.md
  echo "Ouvert le jeudi" > horaires.md
  echo "Adhésion : 8 euros" > tarifs.md
  noter "Commencer le journal"
}

doit_etre_un_depot() {
  [ -d .git ] || refuse "Ce dossier n'est pas devenu un dépôt : il manque git init." "This folder has not become a repository: git init is missing."
}

doit_etre_sur() {
  local ici
  ici=$(git symbolic-ref --short HEAD 2> /dev/null) || ici="aucune branche / no branch"
  [ "$ici" = "$1" ] || refuse "À la fin, il faut être sur la branche $1 ; on est sur : $ici." "At the end, the branch has to be $1; it is: $ici."
}

# doit_compter 2 main : so many commits, merges included
doit_compter() {
  local nombre
  nombre=$(git rev-list --count "$2" 2> /dev/null || echo 0)
  [ "$nombre" -eq "$1" ] || refuse "La branche $2 devrait avoir $1 commit(s), elle en a $nombre." "The branch $2 should have $1 commit(s), it has $nombre."
}

# doit_s_appeler main "message" : the subject line, spaces around it do not count
doit_s_appeler() {
  local message
  message=$(git log -1 --format=%s "$1" 2> /dev/null | sed 's/^ *//; s/ *$//')
  [ "$message" = "$2" ] || refuse "Le message du commit devrait être « $2 », c'est « $message »." "The message of the commit should be \"$2\", it is \"$message\"."
}

# doit_contenir main fichier "texte" : the file, as recorded in that commit
doit_contenir() {
  local texte
  texte=$(git show "$1:$2" 2> /dev/null) || refuse "Le fichier $2 n'est pas enregistré dans $1." "The file $2 is not recorded in $1."
  [ "$texte" = "$3" ] || refuse "Dans $1, le fichier $2 devrait contenir « $3 » ; il contient « $texte »." "In $1, the file $2 should hold \"$3\"; it holds \"$texte\"."
}

doit_etre_range() {
  [ -z "$(git status --porcelain)" ] || refuse "Il reste des changements qui ne sont pas enregistrés." "Some changes are left that are not recorded."
}
