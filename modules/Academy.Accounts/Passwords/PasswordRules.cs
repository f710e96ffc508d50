using System.Collections.Frozen;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Texts;

namespace Academy.Accounts.Passwords;

/// <summary>
/// What a password has to be: long, and not one that a stranger would try first. No rules about digits and signs: they make
/// passwords hard to remember, not hard to guess (NIST SP 800-63B, ANSSI).
/// </summary>
internal static class PasswordRules
{
    public const int Shortest = 10;
    public const int Longest = 200;

    private const int FewestDifferent = 4;
    private const int FewestBesidePerson = 6;

    public static Outcome Check(string password, string email, string name)
    {
        if (password.Length is < Shortest or > Longest) return Refusals.PasswordLength.With(Shortest, Longest);
        if (IsCommon(password)) return Refusals.PasswordCommon;
        if (IsPersonal(password, email, name)) return Refusals.PasswordPersonal;
        return Outcome.Done;
    }

    /// <summary>One of the passwords that everybody tries, also with a year or a sign at the end.</summary>
    private static bool IsCommon(string password)
    {
        var word = Plain(password);
        return word.Distinct().Count() < FewestDifferent
            || Common.Contains(word)
            || Common.Contains(word.TrimEnd("0123456789!?.*#@$-_+ ".ToCharArray()));
    }

    /// <summary>Little more than the person's own name or address.</summary>
    private static bool IsPersonal(string password, string email, string name)
    {
        var rest = Plain(password);
        var words = $"{email} {name}".Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Select(Plain).Where(w => w.Length >= 3).OrderByDescending(w => w.Length))
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.Length < FewestBesidePerson && rest.Length < Plain(password).Length;
    }

    /// <summary>Small letters without accents.</summary>
    private static string Plain(string text) => Accents.Without(text).ToLowerInvariant();

    // Ten letters and more, or shorter ones that people lengthen with digits and signs.
    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
    [
        "0123456789", "01234567890", "0987654321", "1234567890", "12345678910", "123456789a", "1234567891", "123456789123",
        "123123123123", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx3edc", "a1b2c3d4e5", "a123456789", "abc123456789", "abcd123456",
        "abcdefghij", "abcdefghijk", "qwertyuiop", "qwerty", "qwerty12345", "qwerty123456", "azertyuiop", "azerty", "azerty12345",
        "azerty123456", "azertyuiopq", "qsdfghjklm", "asdfghjkl", "asdfghjkl;", "asdfghjklm", "wxcvbn", "zxcvbnm", "zaq12wsx",
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "passwordpassword", "mypassword", "motdepasse", "mot de passe", "mot2passe",
        "motdepassemotdepasse", "monmotdepasse", "secret", "secretsecret", "letmein", "letmein12345", "welcome", "bienvenue",
        "bonjour", "bonjourbonjour", "bonjourbonsoir", "salut", "coucou", "coucoucoucou", "soleil", "soleilsoleil", "doudou",
        "loulou", "chouchou", "chocolat", "princesse", "princess", "sunshine", "football", "basketball", "superman", "batman",
        "pokemon", "starwars", "marseille", "olympique", "olympiquedemarseille", "paris", "parissaintgermain", "france",
        "vivelafrance", "allezlesbleus", "jetaime", "jetaimejetaime", "je t'aime", "iloveyou", "iloveyouiloveyou", "mamanpapa",
        "papamaman", "nicolas", "camille", "juliette", "changeme", "changemoi", "changez-moi", "administrateur", "administrator",
        "admin", "adminadmin", "root", "rootroot", "test", "testtest", "testtesttest", "default", "academy", "academie", "ecole",
        "ordinateur", "internet", "informatique", "developpeur", "michael", "charlie", "jordan", "monkey", "dragon", "master",
        "trustno1", "whatever", "computer", "liverpool", "manchester", "barcelona", "hello", "hellohello", "helloworld",
        "hello world", "lorem ipsum", "loremipsum", "correcthorsebatterystaple",
    ]);
}
