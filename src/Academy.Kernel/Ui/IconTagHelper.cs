using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Academy.Kernel.Ui;

/// <summary>
/// <c>&lt;icon name="check" /&gt;</c>: a drawing of the sprite <c>wwwroot/img/icons.svg</c>. Without a label a screen reader
/// passes over it: the text beside it has to say the same.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private const string Sprite = "img/icons.svg";

    /// <summary>An id of the sprite.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it means, where no text beside it does.</summary>
    public string? Label { get; set; }

    /// <summary>The page being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("icon", HtmlEncoder.Default);
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        var use = new TagBuilder("use") { TagRenderMode = TagRenderMode.SelfClosing };
        use.Attributes["href"] = $"{SpriteUrl(ViewContext.HttpContext)}#{Name}";
        output.Content.SetHtmlContent(use);
    }

    /// <summary>The address with the fingerprint of the file: the browser asks for it once and never again.</summary>
    private static string SpriteUrl(HttpContext http)
    {
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{http.Request.PathBase}/{assets?[Sprite] ?? Sprite}";
    }
}
