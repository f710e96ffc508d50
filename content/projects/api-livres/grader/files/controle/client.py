"""Asks the API, and says in both languages what was asked, expected and answered."""
import http.client
import itertools
import json

import pytest

numeros = itertools.count(1)


class Reponse:
    def __init__(self, question, statut, entetes, corps):
        self.question, self.statut, self.entetes, self.corps = question, statut, entetes, corps

    @property
    def donnees(self):
        try:
            return json.loads(self.corps)
        except ValueError:
            echouer(self, "la réponse doit être du JSON", "the answer has to be JSON")


def echouer(reponse, fr, en):
    recu = f"{reponse.statut} {reponse.corps[:300].decode('utf-8', 'replace')}".strip()
    pytest.fail(f"{reponse.question}\n{fr}.\nRéponse : {recu}\n\n{reponse.question}\n{en}.\nAnswer: {recu}", pytrace=False)


def exiger(condition, reponse, fr, en):
    if not condition:
        echouer(reponse, fr, en)


def demander(methode, chemin, donnees=None, brut=None):
    corps = brut if brut is not None else None if donnees is None else json.dumps(donnees, ensure_ascii=False).encode()
    montre = "" if corps is None else f" avec {corps.decode('utf-8', 'replace')}"
    question = f"{methode} {chemin}{montre}"
    liaison = http.client.HTTPConnection("127.0.0.1", 8080, timeout=5)
    try:
        liaison.request(methode, chemin, corps, {} if corps is None else {"Content-Type": "application/json"})
        recue = liaison.getresponse()
        return Reponse(question, recue.status, recue.headers, recue.read(1 << 20))
    except (OSError, http.client.HTTPException):
        pytest.fail(
            f"{question}\nPas de réponse : ton programme a eu une erreur pendant cette requête (voir ce qu'il a écrit, plus haut), ou il a mis plus de 5 secondes.\n\n"
            f"{question}\nNo answer: your program had an error during this request (see what it printed, above), or took more than 5 seconds.", pytrace=False)
    finally:
        liaison.close()


def statut(reponse, attendu):
    exiger(reponse.statut == attendu, reponse, f"On attend le statut {attendu}", f"We expect the status {attendu}")
    return reponse


def refus(reponse, attendu):
    statut(reponse, attendu)
    exiger(isinstance(reponse.donnees, dict) and isinstance(reponse.donnees.get("erreur"), str) and reponse.donnees["erreur"] != "", reponse,
           "Un refus dit pourquoi : {\"erreur\": \"…\"}", "A refusal says why: {\"erreur\": \"…\"}")


def nouveau(**champs):
    """A new book that no other check knows; what the API says of it."""
    livre = {"titre": f"Titre {next(numeros)}", "auteur": f"Auteure {next(numeros)}", "annee": 1900 + next(numeros), **champs}
    reponse = statut(demander("POST", "/livres", livre), 201)
    exiger(isinstance(reponse.donnees, dict) and isinstance(reponse.donnees.get("id"), int), reponse,
           "On attend le livre, avec son id (un nombre entier)", "We expect the book, with its id (a whole number)")
    return reponse.donnees


def comme(reponse, attendu):
    """The answer has these fields, whatever else."""
    recu = reponse.donnees
    exiger(isinstance(recu, dict) and all(recu.get(champ, "absent") == valeur for champ, valeur in attendu.items()), reponse,
           f"On attend {json.dumps(attendu, ensure_ascii=False)}", f"We expect {json.dumps(attendu, ensure_ascii=False)}")


def titres(reponse):
    exiger(isinstance(reponse.donnees, list) and all(isinstance(livre, dict) for livre in reponse.donnees), reponse,
           "On attend une liste de livres", "We expect a list of books")
    return [livre.get("titre") for livre in reponse.donnees]
