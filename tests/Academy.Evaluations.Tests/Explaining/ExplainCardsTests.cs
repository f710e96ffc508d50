using Academy.Evaluations.Explaining;

namespace Academy.Evaluations.Tests.Explaining;

public sealed class ExplainCardsTests
{
    private static readonly AddedBlock Script = new("panier.js", 10,
    [
        "export function total(lignes) {",
        "  let somme = 0;",
        "  for (const ligne of lignes) {",
        "    if (ligne.quantite > 0) somme += ligne.prix * ligne.quantite;",
        "  }",
        "  return somme;",
        "}",
    ]);

    private static readonly AddedBlock Query = new("requetes.sql", 1, ["SELECT l.titre FROM livre l", "LEFT JOIN pret p ON p.livre_id = l.id;"]);

    [Fact]
    public void A_function_is_asked_about_by_its_name()
    {
        var card = ExplainCards.Make([Script], "abc", 1).ShouldHaveSingleItem();

        card.Question.ShouldBe("What does {0} need, and what does it give back? Where is it used?");
        card.Word.ShouldBe("total");
        (card.Path, card.FirstLine, card.LastLine).ShouldBe(("panier.js", 10, 15));
    }

    [Fact]
    public void Cards_spread_over_files_and_kinds_of_question()
    {
        var cards = ExplainCards.Make([Script, Query], "abc", 3);

        cards.Select(c => c.Path).Distinct().Count().ShouldBe(2);
        cards.Select(c => c.Question).Distinct().Count().ShouldBe(cards.Count);
    }

    [Fact]
    public void The_same_work_gives_the_same_cards_in_whatever_order_its_files_come()
    {
        var blocks = Enumerable.Range(1, 30).Select(i => Script with { Path = $"f{i}.js" }).ToList();

        ExplainCards.Make(blocks, "abc", 5).ShouldBe(ExplainCards.Make(blocks.AsEnumerable().Reverse(), "abc", 5));
        ExplainCards.Make(blocks, "abc", 5).ShouldNotBe(ExplainCards.Make(blocks, "def", 5));
    }

    [Fact]
    public void Lines_without_any_sign_have_a_question_all_the_same()
    {
        var card = ExplainCards.Make([new AddedBlock("notes.txt", 3, ["", "Bonjour le monde"])], "abc", 5).ShouldHaveSingleItem();

        (card.Question, card.FirstLine).ShouldBe((CodeQuestions.Anything, 4));
    }

    [Fact]
    public void Nothing_written_asks_nothing() =>
        ExplainCards.Make([new AddedBlock("vide.txt", 1, ["", "  ", "}"])], "abc", 5).ShouldBeEmpty();

    [Theory]
    [InlineData("grep -c 'pluie' releves.csv", "Explain this pattern: give one text that fits and one that does not.")]
    [InlineData("  bouton.addEventListener('click', ajouter);", "When does this run, and who sets it off? What if it happens twice in a row?")]
    [InlineData("    except ValueError:", "What can go wrong here? Show how you tried it.")]
    [InlineData("UPDATE livre SET titre = ?", "Say in your own words which rows this query touches. How did you make sure that it is not more?")]
    [InlineData(".page { display: grid; }", "What does this rule change on the page? Show what happens on a narrow screen.")]
    [InlineData("saluer() {", "What does {0} need, and what does it give back? Where is it used?")]
    [InlineData("LEFT JOIN auteur ON auteur.id = livre.auteur", "Which rows does this query bring together, and what becomes of a row that has no partner?")]
    public void Each_kind_of_line_has_its_question(string line, string question) =>
        CodeQuestions.About(line).ShouldNotBeNull().Question.ShouldBe(question);

    [Theory]
    [InlineData("  ].join(\"\\n\");")]
    [InlineData("chemin = os.path.join(dossier, nom)")]
    [InlineData("texte = join (lignes)")]
    public void Joining_texts_is_no_query(string line) => (CodeQuestions.About(line)?.Question ?? "").ShouldNotContain("query");

    [Fact]
    public void A_line_made_to_be_slow_is_not()
    {
        var line = "const " + new string('(', 50_000) + new string(' ', 50_000);

        Should.CompleteIn(() => CodeQuestions.About(line), TimeSpan.FromSeconds(5));
    }
}
