using Academy.Grading.Live;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Grading.Components;

/// <summary>On the page of an attempt: its gradings, newest first.</summary>
internal sealed class GradingListViewComponent(GradingReader reader) : ViewComponent
{
    private const int Shown = 20;

    public async Task<IViewComponentResult> InvokeAsync(Guid model) =>
        View("/Pages/Gradings/List.cshtml", await reader.ForAttemptAsync(model, Shown, HttpContext.RequestAborted));
}
