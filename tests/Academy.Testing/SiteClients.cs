using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Academy.Kernel.Web;

namespace Academy.Testing;

/// <summary>People and programs that visit a <see cref="TestSite"/>.</summary>
public static partial class SiteClients
{
    /// <summary>A browser in which this account is signed in; the demo accounts have the demo password.</summary>
    public static Task<HttpClient> SignInAsync(this TestSite site, string email, string password = DemoOptions.Password) =>
        site.Client().SignInAsync(email, password);

    /// <summary>Signs in with the form; the client keeps the cookies.</summary>
    public static async Task<HttpClient> SignInAsync(this HttpClient client, string email, string password = DemoOptions.Password)
    {
        using var answer = await client.PostFormAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", password));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? client
            : throw new InvalidOperationException($"{email} could not sign in: {answer.StatusCode}");
    }

    /// <summary>A program that holds a token of this demo account.</summary>
    public static Task<HttpClient> ProgramAsync(this TestSite site, string email, params string[] scopes) =>
        site.Client().TakeTokenAsync(email, scopes);

    /// <summary>Makes a token of this demo account, with which the client signs from now on.</summary>
    public static async Task<HttpClient> TakeTokenAsync(this HttpClient client, string email, params string[] scopes)
    {
        client.DefaultRequestHeaders.Authorization = Basic(email, DemoOptions.Password);
        using var answer = await client.PostAsJsonAsync("/api/v1/tokens", new { name = "test", scopes = scopes is [] ? ["*"] : scopes });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Calls the API and expects success; the answer's JSON.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(body)
            : throw new InvalidOperationException($"{method} {path}: {answer.StatusCode} {body}");
    }

    public static AuthenticationHeaderValue Basic(string name, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));

    /// <summary>Opens a page and sends its form, as a browser does: with the page's antiforgery token.</summary>
    /// <param name="client">Keeps the cookies.</param>
    /// <param name="page">Path of the page, with its handler ("/x?handler=Remove") when the form has one.</param>
    /// <param name="fields">Names and values.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page.Split("?handler=")[0].Split("&handler=")[0]);
        return await client.PostFormAsync(page, Antiforgery(html), fields);
    }

    /// <summary>Sends a form with an antiforgery token that was on a page before.</summary>
    public static Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string path, string antiforgery, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(
            [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", antiforgery)]));

    /// <summary>The antiforgery token in a page's forms.</summary>
    public static string Antiforgery(string html) => AntiforgeryField().Match(html) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException("The page has no form with an antiforgery token.");

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();
}
