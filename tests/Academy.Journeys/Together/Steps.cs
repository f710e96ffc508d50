using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Together;

/// <summary>What people do again and again, on the pages where they do it.</summary>
internal static partial class Steps
{
    public const int Phone = 360;

    /// <summary>Opens an hour of today to others, with the form.</summary>
    public static async Task OpenHourAsync(this IPage evaluator, DateTimeOffset today, string from, string to)
    {
        await evaluator.GotoAsync("/evaluations/times");
        await evaluator.GetByLabel("Jour", new() { Exact = true }).FillAsync(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await evaluator.GetByLabel("Début", new() { Exact = true }).FillAsync(from);
        await evaluator.GetByLabel("Fin", new() { Exact = true }).FillAsync(to);
        await evaluator.PressAsync("Ouvrir ce créneau");
        await Expect(evaluator.GetByText("Le créneau est ouvert.")).ToBeVisibleAsync();
    }

    public static async Task HandInAsync(this IPage learner, Guid attempt)
    {
        await learner.GotoAsync($"/attempts/{attempt}");
        await learner.PressAsync("Rendre");
        await Expect(learner).ToHaveURLAsync(new Regex("/evaluations$"));
    }

    public static async Task BookAsync(this IPage learner, Guid attempt, string time)
    {
        await learner.GotoAsync($"/attempts/{attempt}/evaluations");
        await learner.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{time}") }).ClickAsync();
        await Expect(learner.GetByText("C’est réservé")).ToBeVisibleAsync();
    }

    /// <summary>Gives each question of the rubric its best answer, or its worst.</summary>
    public static async Task AnswerAllAsync(this IPage evaluator, bool best = true)
    {
        foreach (var question in await evaluator.Locator("fieldset.criterion").AllAsync())
        {
            var answers = question.GetByRole(AriaRole.Radio);
            await (best ? answers.Last : answers.First).CheckAsync();
        }
    }

    public static Task PressAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task FollowAsync(this IPage page, string link) =>
        page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Goes on by keyboard to the control of this name.</summary>
    public static async Task TabToAsync(this IPage page, string name)
    {
        var control = page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true }).Or(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));
        for (var stops = 0; stops < 60; stops++)
        {
            if (await control.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"The Tab key does not lead to “{name}”.");
    }

    /// <summary>Loads the page again until it says so: somebody else, or a job, has something to do first.</summary>
    public static Task ReloadUntilAsync(this IPage page, string text) => Until.TrueAsync(
        async () =>
        {
            await page.ReloadAsync();
            return await page.GetByRole(AriaRole.Main).GetByText(text).First.IsVisibleAsync();
        },
        $"“{text}”");

    /// <summary>The address to clone, as the page of an attempt shows it.</summary>
    public static async Task<string> CloneAddressAsync(this IPage page) => CloneUrl().Match(await page.ContentAsync()).Value;

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/git/[a-z0-9-]+/[a-z0-9-]+\.git")]
    private static partial Regex CloneUrl();
}
