# Les fonctions qui servent à plusieurs programmes. / The functions that several programs share.
#
# Dans un autre fichier :   from station import lire_ligne


def lire_ligne(ligne):
    """Découpe une ligne du fichier. Renvoie None quand la ligne est en panne.

    Cuts a line of the file. Returns None when the line is faulty.
    """
    colonnes = ligne.strip().split(";")
    # À toi : combien de colonnes ? lesquelles doivent être des nombres ?
    return colonnes
