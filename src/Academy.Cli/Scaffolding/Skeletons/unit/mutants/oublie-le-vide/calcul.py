def somme(nombres):
    return sum(nombres) if nombres else None
