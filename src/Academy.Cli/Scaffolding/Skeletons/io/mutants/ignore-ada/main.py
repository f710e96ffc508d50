print("Bonjour Léo !")
