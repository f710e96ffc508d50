using System.Reflection;
using Academy.Kernel.Data;
using Academy.Kernel.Modules;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Academy.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Architecture.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void A_module_shows_nothing_but_its_front_door()
    {
        foreach (var module in Modules.All())
        {
            // Compiled pages are public by the compiler's will; everything that we write is internal.
            var shown = module.GetType().Assembly.GetExportedTypes()
                .Where(t => !typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(t))
                .Where(t => t.Namespace?.StartsWith("Academy.", StringComparison.Ordinal) == true);
            shown.ShouldBe([module.GetType()], module.Name);
        }
    }

    [Fact]
    public async Task Every_table_carries_the_name_of_its_module()
    {
        await using var academy = await TestAcademy.CreateAsync();
        await academy.RunAsync<AcademyDb>(db =>
        {
            foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned()))
            {
                var table = Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(entity).ShouldNotBeNull();
                Owners().ShouldContain(table.Split('_')[0], table);
            }

            return Task.CompletedTask;
        });

        static IEnumerable<string> Owners() => Modules.All().Select(m => m.Name).Append("Kernel");
    }

    [Fact]
    public void Every_permission_is_named_after_its_module_and_given_to_somebody()
    {
        foreach (var module in Modules.All())
        {
            foreach (var permission in module.Permissions)
            {
                permission.Name.ShouldStartWith($"{module.Name.ToLowerInvariant()}.");
                permission.Roles.ShouldNotBe(Role.None, permission.Name);
            }
        }
    }

    [Fact]
    public void Every_page_names_a_permission_or_says_that_it_is_open()
    {
        var pages = Modules.All().Select(m => m.GetType().Assembly).Append(typeof(Site).Assembly)
            .SelectMany(a => a.GetTypes())
            .Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract);

        foreach (var page in pages)
        {
            var guarded = page.GetCustomAttributes<Microsoft.AspNetCore.Authorization.AuthorizeAttribute>().Any(a => a.Policy is not null);
            var open = page.GetCustomAttributes<Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute>().Any();
            (guarded || open).ShouldBeTrue(page.FullName);
        }
    }

    [Fact]
    public async Task Every_menu_entry_and_zone_part_can_be_shown()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var modules = academy.Services.GetRequiredService<AcademyModules>();

        foreach (var entry in modules.MenuFor(Role.Everybody)) modules.Permissions.Keys.ShouldContain(entry.Permission);
        foreach (var part in modules.All.SelectMany(m => m.ZoneParts))
            part.ViewComponent.GetMethod("InvokeAsync").ShouldNotBeNull(part.ViewComponent.Name).GetParameters().Single().Name.ShouldBe("model");
    }
}
