print("Bonjour Ada !")
