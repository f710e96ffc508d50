using Academy.Curriculum.Loading;
using Academy.Testing;

namespace Academy.Curriculum.Tests.Loading;

public sealed class ShippedContentTests
{
    [Fact]
    public void What_is_shipped_has_no_error()
    {
        var errors = new ContentErrors();

        ReadContent.Read(ReadFolder.Read(TestPaths.Content, errors), "/frozen", new ContentOptions().KnownImages(), errors);

        errors.All.Select(e => e.ToString()).ShouldBeEmpty();
    }
}
