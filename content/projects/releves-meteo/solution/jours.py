import sys

from station import resumer

for jour in resumer(sys.argv[1]):
    print(f"{jour.date} | min {jour.minimum:.1f} | max {jour.maximum:.1f} | pluie {jour.pluie:.1f}")
