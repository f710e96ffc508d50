using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Academy.Accounts.Pages.Admin;

/// <summary>Leads from one page of a list to the next, with the same filters.</summary>
internal sealed record PageLinks(int Page, int Pages, HttpRequest Request)
{
    public string Url(int page)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key != "page")) { { "page", page.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        return Request.Path + query.ToQueryString();
    }
}
