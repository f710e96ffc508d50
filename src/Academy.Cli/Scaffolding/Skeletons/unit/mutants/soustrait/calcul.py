def somme(nombres):
    total = 0
    for nombre in nombres:
        total -= nombre
    return total
