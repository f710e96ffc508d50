using System.Xml;
using System.Xml.Linq;

namespace Academy.Kernel.Typesetting;

/// <summary>Reads markup that a program wrote, without entities and without anything from outside.</summary>
internal static class XmlMarkup
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 4_000_000,
    };

    /// <returns>The root, or null when this is not well-formed XML.</returns>
    public static XElement? Parse(string markup)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(markup), Settings);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>
    /// A copy, of which HTML parsers read the same as XML parsers: only elements and attributes that are allowed, without
    /// prefixes and namespaces.
    /// </summary>
    /// <param name="element">What is copied.</param>
    /// <param name="elements">Allowed elements; null is returned when there is another one.</param>
    /// <param name="attribute">The value that an attribute gets, or null to leave it out.</param>
    public static XElement? Copy(XElement element, IReadOnlySet<string> elements, Func<XElement, string, string, string?> attribute)
    {
        if (!elements.Contains(element.Name.LocalName)) return null;
        var copy = new XElement(element.Name.LocalName);
        foreach (var a in element.Attributes().Where(a => a.Name.Namespace == XNamespace.None && !a.IsNamespaceDeclaration))
        {
            if (attribute(element, a.Name.LocalName, a.Value) is { } value) copy.SetAttributeValue(a.Name.LocalName, value);
        }

        foreach (var node in element.Nodes())
        {
            if (node is XText text) copy.Add(new XText(text.Value));
            else if (node is XElement child && Copy(child, elements, attribute) is { } allowed) copy.Add(allowed);
            else return null;
        }

        // An empty element is written with an end tag: <mi/> would swallow what follows it in HTML.
        if (copy.IsEmpty) copy.Value = "";
        return copy;
    }
}
