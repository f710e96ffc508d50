using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace Academy.Kernel.Texts;

/// <summary>
/// The texts of all modules in one place: the English text is the key, each module brings <c>Resources/Texts.fr.resx</c>.
/// The same English text has the same French text everywhere.
/// </summary>
internal sealed class AcademyLocalizer(IEnumerable<TextSource> sources, ILogger<AcademyLocalizer> log) : IStringLocalizer
{
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> _byLanguage = new();
    private readonly ConcurrentDictionary<string, bool> _missing = new();

    public LocalizedString this[string name] => new(name, Find(name, out var found), !found);

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.CurrentCulture, Find(name, out var found), arguments), !found);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Texts(CultureInfo.CurrentUICulture).Select(pair => new LocalizedString(pair.Key, pair.Value));

    private string Find(string key, out bool found)
    {
        var culture = CultureInfo.CurrentUICulture;
        found = culture.TwoLetterISOLanguageName == "en" || Texts(culture).ContainsKey(key);
        if (!found && _missing.TryAdd(key, true)) log.LogWarning("No text in {Language} for {Key}", culture.Name, key);
        return Texts(culture).GetValueOrDefault(key, key);
    }

    private FrozenDictionary<string, string> Texts(CultureInfo culture) =>
        _byLanguage.GetOrAdd(culture.TwoLetterISOLanguageName, language => Load(CultureInfo.GetCultureInfo(language)));

    private FrozenDictionary<string, string> Load(CultureInfo language)
    {
        var texts = new Dictionary<string, string>();
        foreach (var source in sources)
        {
            var resources = new ResourceManager($"{source.Assembly.GetName().Name}.Resources.Texts", source.Assembly);
            var set = resources.GetResourceSet(language, createIfNotExists: true, tryParents: false);
            if (set is null) continue;
            foreach (DictionaryEntry entry in set) texts[(string)entry.Key] = Typeset((string?)entry.Value ?? "", language);
        }

        return texts.ToFrozenDictionary();
    }

    private static string Typeset(string text, CultureInfo language) =>
        language.TwoLetterISOLanguageName == "fr" ? FrenchSpaces.Keep(text) : text;
}

/// <summary>An assembly with <c>Resources/Texts.*.resx</c>.</summary>
public sealed record TextSource(Assembly Assembly);
