using System.ComponentModel.DataAnnotations;
using Academy.Contracts.Curriculum;
using Academy.Grading.Regrading;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Pages.Regrades;

[Authorize(Permissions.Regrade)]
internal sealed class IndexModel(
    RegradeReader reader, StartRegrade start, ChooseLearners choose, ICurriculum curriculum, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public RegradeForm Input { get; set; } = new();

    public IReadOnlyList<RegradeSummary> Regrades { get; private set; } = [];

    public LearnerChoice Choice { get; private set; } = new([], [], []);

    public IReadOnlyList<Project> Projects =>
        [.. curriculum.Current?.Projects.Values.OrderBy(p => p.Title.ToString(), StringComparer.CurrentCulture) ?? Enumerable.Empty<Project>()];

    public async Task OnGetAsync(CancellationToken ct) => Regrades = await reader.ListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = Input.OnlySome && Input.Chosen.Count + Input.NameList.Count == 0
                ? Refusals.NobodyChosen
                : await start.RunAsync(Input.Request, User.Id(), ct);
            if (!outcome.IsRefused) return Redirect($"/admin/regrades/{outcome.Value}");
            this.Refused(outcome.Refusal!, texts);
        }

        return await ShowAsync(ct);
    }

    /// <summary>Shows who is meant by the names, to be ticked.</summary>
    public Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        ModelState.Clear();
        Input.OnlySome = true;
        return ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (Input.NameList.Count <= NameList.Most)
        {
            Choice = await choose.RunAsync(Input.Project, Input.Chosen, Input.NameList, ct);
            // Who was found is ticked from now on; what fits nobody stays, to be corrected.
            ModelState.Remove("Input.Names");
            Input.Names = string.Join('\n', Choice.Unknown);
        }

        await OnGetAsync(ct);
        return Page();
    }
}

internal sealed class RegradeForm
{
    [Required]
    public string Project { get; set; } = "";

    [RegularExpression("[0-9a-f]{16}", ErrorMessage = "A version has 16 letters and digits, as the content page shows it.")]
    public string? Release { get; set; }

    public bool WithCurrentTests { get; set; } = true;

    public bool OnlySome { get; set; }

    public string? Names { get; set; }

    /// <summary>Who was ticked.</summary>
    public List<Guid> Learners { get; set; } = [];

    public IReadOnlyList<Guid> Chosen => OnlySome ? Learners : [];

    public IReadOnlyList<string> NameList => OnlySome ? Regrading.NameList.Read(Names) : [];

    public RegradeRequest Request => new(Project, Release is { Length: > 0 } only ? only.Trim() : null, WithCurrentTests, Chosen, NameList);
}
