using Academy.Kernel.Modules;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Academy.Kernel.Zones;

/// <summary>Shows what the modules contribute to a zone, in order.</summary>
[HtmlTargetElement("zone", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ZoneTagHelper(AcademyModules modules, IViewComponentHelper components) : TagHelper
{
    /// <summary>One of <see cref="ZoneNames"/>.</summary>
    public string Name { get; set; } = "";

    /// <summary>What each part is given.</summary>
    public object? Model { get; set; }

    /// <summary>The page being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)components).Contextualize(ViewContext);
        output.TagName = null;

        var parts = modules.All
            .SelectMany(m => m.ZoneParts)
            .Where(p => p.Zone == Name && ViewContext.HttpContext.User.Has(p.Roles))
            .OrderBy(p => p.Order);
        foreach (var part in parts)
            output.Content.AppendHtml(await components.InvokeAsync(part.ViewComponent, new { model = Model }));
    }
}
