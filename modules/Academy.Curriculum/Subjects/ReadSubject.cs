using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Academy.Contracts.Curriculum;
using Academy.Kernel.Typesetting;
using Microsoft.Extensions.Localization;

namespace Academy.Curriculum.Subjects;

/// <summary>Gives a project's subject in the reader's language, or in the default one. Rendered once, then kept in memory.</summary>
internal sealed class ReadSubject(Typesetter typesetter, IStringLocalizer texts, HtmlEncoder encoder, SubjectCache cache)
{
    public async Task<Subject> RunAsync(Release release, Project project, CancellationToken ct)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var path = PathOf(project, language);
        if (!release.Languages.Contains(language) || !File.Exists(path))
        {
            language = release.Languages[0];
            path = PathOf(project, language);
        }

        return await cache.GetAsync($"{release.Id}/{project.Slug}/{language}", () => RenderAsync(release, project, language, path, ct));
    }

    private static string PathOf(Project project, string language) => Path.Combine(project.Folder, $"subject.{language}.md");

    private async Task<Subject> RenderAsync(Release release, Project project, string language, string path, CancellationToken ct)
    {
        // The few words of ours inside a subject are in its language. An async method's culture ends with the method.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var markdown = await File.ReadAllTextAsync(path, ct);
        var document = SubjectPipeline.Parse(markdown);
        PrepareSubject.Run(document, $"/projects/{project.Slug}/files/{release.Id}/", language);
        await new TypesetSubject(typesetter, texts).RunAsync(document, ct);

        var html = new SubjectHtml(texts, encoder).Render(document);
        return new Subject(language, html, PrepareSubject.Headings(document), Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(markdown))));
    }
}
