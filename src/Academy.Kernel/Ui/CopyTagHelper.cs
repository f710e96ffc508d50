using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Academy.Kernel.Ui;

/// <summary>
/// A button's inside and behaviour: <c>&lt;button copy="id-of-the-text"&gt;&lt;icon name="copy" /&gt;…&lt;/button&gt;</c> copies the
/// text of that element, or the value of that field. Hidden where scripts are off.
/// </summary>
[HtmlTargetElement("button", Attributes = "copy")]
public sealed class CopyTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>Id of the element whose text is copied.</summary>
    public string Copy { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.AddClass("button", HtmlEncoder.Default);
        output.AddClass("button-quiet", HtmlEncoder.Default);
        output.Attributes.SetAttribute("type", "button");
        output.Attributes.SetAttribute("data-copy", Copy);
        output.Attributes.SetAttribute("data-copied", texts["Copied"].Value);
    }
}
