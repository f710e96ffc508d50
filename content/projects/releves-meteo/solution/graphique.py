import sys

from station import resumer

for jour in resumer(sys.argv[1]):
    print(f"{jour.date} {jour.pluie:.1f} {'#' * int(jour.pluie)}".rstrip())
