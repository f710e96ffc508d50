# Écris ton script ici.
