from calcul import somme


def test_additionne():
    assert somme([1, 2, 3]) == 6


def test_liste_vide():
    assert somme([]) == 0
