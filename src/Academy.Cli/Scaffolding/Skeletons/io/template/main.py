# Lis un prénom, puis salue cette personne. / Read a first name, then greet that person.
