using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Academy.Evaluations.Recorded;

/// <summary>Decides before a byte of a form with a video is read: it has to come from whoever may send one, and may not be larger than allowed.</summary>
internal sealed class RecordingLimit(
    AcademyDb db, IOptions<EvaluationsOptions> options, ITempDataDictionaryFactory tempData, IStringLocalizer texts) : IAsyncAuthorizationFilter
{
    /// <summary>Before the check against forged forms, which reads them whole.</summary>
    public const int Order = 900;

    /// <summary>A text, and what browsers put around the parts of a form.</summary>
    private const long Margin = 1 << 20;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method)) return;

        var personId = http.User.Id();
        if (!Guid.TryParse(context.RouteData.Values["id"] as string, out var id)
            || !await db.Set<WorkMember>().AnyAsync(m => m.AttemptId == id && m.LearnerId == personId, http.RequestAborted))
        {
            context.Result = new NotFoundResult();
            return;
        }

        var most = (options.Value.RecordingMegabytes * 1024L * 1024) + Margin;
        if (http.Request.ContentLength > most)
        {
            var said = tempData.GetTempData(http);
            said["FlashError"] = texts.Say(Refusals.VideoTooLarge.With(options.Value.RecordingMegabytes));
            said.Save();
            context.Result = new LocalRedirectResult($"/attempts/{id}/recording");
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most }));
    }
}
