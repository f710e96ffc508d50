def somme(nombres):
    """La somme des nombres de la liste. / The sum of the numbers in the list."""
    return sum(nombres)
