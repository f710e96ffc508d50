using Academy.Contracts.Accounts;
using Academy.Contracts.Enrolment;
using Academy.Enrolment.Teams;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Enrolment.Pages.Attempts;

/// <summary>The team of an attempt: for its members, those who are invited, and trainers.</summary>
[Authorize(Permissions.Read)]
internal sealed class TeamModel(TeamReader reader, ChangeTeam change, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Search { get; set; } = "";

    public TeamView Team { get; private set; } = null!;

    public IReadOnlyList<Person> Candidates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(id, User.Id(), User.Has(Role.Trainer), ct) is not { } team) return NotFound();

        Team = team;
        if (team is { Role: TeamRole.Captain, IsOpen: true, IsFull: false })
            Candidates = await reader.CandidatesAsync(team, Search ?? "", ct);
        return Page();
    }

    public Task<IActionResult> OnPostInviteAsync(Guid id, Guid learner, CancellationToken ct) =>
        DoAsync(id, change.InviteAsync(id, User.Id(), learner, ct), "The invitation is sent.", ct);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, Guid learner, CancellationToken ct) =>
        DoAsync(id, change.RemoveAsync(id, User.Id(), learner, ct), null, ct);

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, change.ConfirmAsync(id, User.Id(), ct), "You are in the team.", ct);

    public async Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken ct)
    {
        var outcome = await change.StartAsync(id, User.Id(), ct);
        return outcome.IsRefused ? await DoAsync(id, Task.FromResult(outcome), null, ct) : Redirect($"/attempts/{id}");
    }

    public async Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(id, User.Id(), seesAll: false, ct) is not { } team) return NotFound();

        var outcome = await change.LeaveAsync(id, User.Id(), ct);
        return outcome.IsRefused ? await DoAsync(id, Task.FromResult(outcome), null, ct) : Redirect($"/projects/{team.Project.Slug}");
    }

    public string WhatLeavingMeans(IStringLocalizer t) => Team switch
    {
        { Confirmed: 1, State: AttemptState.Gathering } => t["You are alone in this team: it is dissolved, and its invitations end. You can begin again at once."],
        { Confirmed: 1 } => t["You are alone in this team: leaving it gives the attempt up. Your repository stays readable, and what is pushed is no longer graded."],
        { Role: TeamRole.Captain } => t["The others go on, and whoever has been there longest becomes captain. You no longer see the repository, and can begin the project with others."],
        _ => t["The others go on without you. You no longer see the repository, and can begin the project with others."],
    };

    private async Task<IActionResult> DoAsync(Guid id, Task<Outcome> doing, string? done, CancellationToken ct)
    {
        var outcome = await doing;
        if (!outcome.IsRefused)
        {
            if (done is not null) TempData["Flash"] = texts[done].Value;
            return Redirect($"/attempts/{id}/team");
        }

        this.Refused(outcome.Refusal!, texts);
        return await OnGetAsync(id, ct);
    }
}
