using Academy.Contracts.Curriculum;
using Academy.Curriculum.Releases;
using Academy.Testing;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Curriculum.Tests;

/// <summary>The whole site with a small content of its own.</summary>
public sealed class CurriculumSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    internal SmallContent Content { get; } = new();

    internal PublishedCurriculum Curriculum => Site.Services.GetRequiredService<PublishedCurriculum>();

    public async Task InitializeAsync() =>
        Site = await TestSite.StartAsync(("Content:Directory", Content.Folder), ("Content:Watch", "false"));

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        Content.Dispose();
    }

    internal async Task<ContentCheck> PublishAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PublishContent>().RunAsync(default);
    }

    internal static async Task<IDocument> PageAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        // French punctuation has spaces that hold (FrenchSpaces): a test writes plain ones.
        return new HtmlParser().ParseDocument((await answer.Content.ReadAsStringAsync()).Replace("&#xA0;", " ").Replace('\u00a0', ' '));
    }

    internal const string Learner = "apprenant@demo.academy";
    internal const string Trainer = "formateur@demo.academy";
}
