using System.Text.RegularExpressions;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Accounts;

/// <summary>A person's way through an account: invited, signed in with a passkey, forgetting the password.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccountJourney(BrowserFixture fixture)
{
    [Fact]
    public async Task A_passkey_is_added_signs_in_and_is_removed()
    {
        // Passkeys belong to a name, not to an address of numbers.
        var home = new UriBuilder(fixture.Site.Address) { Host = "localhost" }.Uri;
        var page = await fixture.VisitAsync();
        await PlugInDeviceAsync(page);
        await page.GotoAsync(new Uri(home, "/account/sign-in").ToString());
        await SignInAsync(page, "mentor@demo.academy", DemoOptions.Password);

        await page.GotoAsync(new Uri(home, "/account/security").ToString());
        await page.GetByLabel("Nom de la nouvelle clé d’accès").FillAsync("Clé bleue");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé d’accès" }).ClickAsync();
        await Expect(page.GetByText("La clé d’accès est ajoutée.")).ToBeVisibleAsync();
        await BrowserFixture.ShootAsync(page, "compte-cle-acces");

        await SignOutAsync(page, home);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Bonjour Yanis");

        await page.GotoAsync(new Uri(home, "/account/security").ToString());
        await page.GetByText("Modifier").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).ClickAsync();
        await Expect(page.GetByText("La clé d’accès est retirée.")).ToBeVisibleAsync();

        // The device still has it; the site no longer knows it.
        await SignOutAsync(page, home);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" }).ClickAsync();
        await Expect(page.GetByText("Ça n’a pas marché")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Somebody_invited_makes_an_account_forgets_the_password_and_comes_back()
    {
        const string email = "chloe@example.org";
        var officer = await fixture.SignInAsync("programme@demo.academy");
        await officer.GotoAsync("/admin/invitations");
        await officer.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("^Apprenant") }).CheckAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Créer l’invitation" }).ClickAsync();
        var link = await officer.Locator("#link").InnerTextAsync();

        var page = await fixture.VisitAsync(width: 360);
        await page.GotoAsync(link);
        await page.GetByLabel("Nom").FillAsync("Chloé Faure");
        await page.GetByLabel("Adresse e-mail").FillAsync(email);
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync("motdepasse2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer mon compte" }).ClickAsync();
        await Expect(page.GetByText("tout le monde essaie en premier")).ToBeVisibleAsync();
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync("trois chats sur un toit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer mon compte" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Bonjour Chloé");

        var elsewhere = await fixture.VisitAsync();
        await elsewhere.GotoAsync("/account/sign-in");
        await elsewhere.GetByRole(AriaRole.Link, new() { Name = "J’ai oublié mon mot de passe" }).ClickAsync();
        await elsewhere.GetByLabel("Adresse e-mail").FillAsync(email);
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "M’envoyer le lien" }).ClickAsync();
        await Expect(elsewhere.GetByText("Regarde ta boîte mail")).ToBeVisibleAsync();
        await elsewhere.GotoAsync(await LinkOfMailAsync(email));
        await elsewhere.GetByLabel("Nouveau mot de passe").FillAsync("quatre chevaux dans un pré");
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Garder ce mot de passe" }).ClickAsync();
        await SignInAsync(elsewhere, email, "quatre chevaux dans un pré");
        await Expect(elsewhere.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Bonjour Chloé");

        // The first browser was signed out by the new password.
        await page.GotoAsync("/account/profile");
        await Expect(page).ToHaveURLAsync(new Regex("/account/sign-in"));
    }

    private static async Task PlugInDeviceAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GetByLabel("Adresse e-mail").FillAsync(email);
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new Regex("sign-in"));
    }

    private static async Task SignOutAsync(IPage page, Uri home)
    {
        await page.GotoAsync(new Uri(home, "/account/sign-out").ToString());
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/account/sign-in"));
    }

    /// <summary>The mail is written after the answer: looked for until it is there.</summary>
    private async Task<string> LinkOfMailAsync(string email)
    {
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Site.Folder, "mail"));
        var mail = await Until.NotNullAsync(
            () => Task.FromResult(folder.GetFiles("*.eml").Select(file => File.ReadAllText(file.FullName)).FirstOrDefault(text =>
                text.Contains($"To: {email}", StringComparison.Ordinal) && text.Contains("reset-password", StringComparison.Ordinal))),
            "the mail");
        return Regex.Match(mail, @"http://\S+").Value;
    }
}
