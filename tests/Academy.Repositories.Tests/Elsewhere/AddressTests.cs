using System.Net;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Academy.Repositories.Elsewhere;

namespace Academy.Repositories.Tests.Elsewhere;

public sealed class AddressTests
{
    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("203.0.114.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a01:e0a::1")]
    public void The_open_internet_is_public(string address) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("::ffff:32.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("4000::1")]
    [InlineData("1fff::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void Everything_else_is_not(string address) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("https://codeberg.org/sacha/projet.git")]
    [InlineData("https://git.exemple.fr/groupe/sous-groupe/projet")]
    [InlineData("https://exämple.org/a")]
    public void A_usual_address_is_taken(string url) => ElsewhereAddress.Parse(url, allowPrivate: false).IsRefused.ShouldBeFalse();

    [Theory]
    [InlineData("", "elsewhere-address")]
    [InlineData("projet", "elsewhere-address")]
    [InlineData("git@codeberg.org:sacha/projet.git", "elsewhere-address")]
    [InlineData("http://codeberg.org/sacha/projet.git", "elsewhere-https")]
    [InlineData("ssh://codeberg.org/sacha/projet.git", "elsewhere-https")]
    [InlineData("file:///etc/passwd", "elsewhere-address")]
    [InlineData("ext::sh -c id", "elsewhere-address")]
    [InlineData("--upload-pack=touch", "elsewhere-address")]
    [InlineData("https://sacha:secret@codeberg.org/sacha/projet.git", "elsewhere-credentials")]
    [InlineData("https://codeberg.org/", "elsewhere-address")]
    [InlineData("https://codeberg.org/a?service=x", "elsewhere-address")]
    [InlineData("https://codeberg.org:8443/sacha/projet.git", "elsewhere-private")]
    [InlineData("https://localhost/a", "elsewhere-private")]
    [InlineData("https://intranet/a", "elsewhere-private")]
    [InlineData("https://127.0.0.1/a", "elsewhere-private")]
    [InlineData("https://2130706433/a", "elsewhere-private")]
    [InlineData("https://0x7f.1/a", "elsewhere-private")]
    [InlineData("https://0177.0.0.1/a", "elsewhere-private")]
    [InlineData("https://127.1/a", "elsewhere-private")]
    [InlineData("https://[::1]/a", "elsewhere-private")]
    [InlineData("https://[::ffff:169.254.169.254]/a", "elsewhere-private")]
    [InlineData("https://[fe80::1%25eth0]/a", "elsewhere-private")]
    [InlineData("https://exemple.1/a", "elsewhere-private")]
    [InlineData("https://127.0.0.1./a", "elsewhere-private")]
    public void An_address_that_leads_astray_is_refused(string url, string code) =>
        ElsewhereAddress.Parse(url, allowPrivate: false).Refusal.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public async Task A_name_that_points_inside_is_refused_when_it_is_looked_up()
    {
        // The hosts file of every machine has it; as a name it could as well be anybody's.
        var address = new ElsewhereAddress(new Uri("https://localhost/a.git"));

        (await address.ResolveAsync(allowPrivate: false, CancellationToken.None)).Refusal.ShouldBe(Refusals.PrivateAddress);
        (await address.ResolveAsync(allowPrivate: true, CancellationToken.None)).Value!.ShouldContain(IPAddress.Loopback);
    }

    [Fact]
    public void Git_is_told_the_addresses_that_were_checked() =>
        new ElsewhereAddress(new Uri("https://exemple.org/a.git")).Pin([IPAddress.Parse("1.1.1.1"), IPAddress.Parse("2606:4700::1")])
            .ShouldBe("exemple.org:443:1.1.1.1,[2606:4700::1]");
}
