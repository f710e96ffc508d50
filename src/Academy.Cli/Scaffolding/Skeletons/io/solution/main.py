import sys

name = sys.stdin.readline().strip()
print(f"Bonjour {name} !" if name else "Bonjour !")
