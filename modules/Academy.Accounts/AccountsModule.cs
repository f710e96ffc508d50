using Academy.Accounts.Api;
using Academy.Accounts.Demo;
using Academy.Accounts.People;
using Academy.Accounts.Profile;
using Academy.Accounts.Sessions;
using Academy.Accounts.SigningIn;
using Academy.Accounts.Tokens;
using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Academy.Kernel.Modules;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Academy.Accounts;

/// <summary>Who people are: accounts, sign-in, sessions, tokens, roles.</summary>
public sealed class AccountsModule : IModule
{
    public string Name => "Accounts";

    public IReadOnlyList<Permission> Permissions => Accounts.Permissions.All;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<User>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<UserOnlyStore<User, AcademyDb, Guid>>();

        services.AddSchemes();
        services.AddSingleton<OpenSessions>();
        services.AddSingleton<RecentPasswords>();
        services.AddSingleton<PasswordThrottle>();
        services.AddScoped<CheckPassword>();
        services.AddScoped<FindToken>();
        services.AddScoped<MakeToken>();
        services.AddScoped<OpenSession>();
        services.AddScoped<CloseSession>();
        services.AddScoped<FillDemo>();
        services.AddScoped<IPeople, PeopleDirectory>();
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<User>(User.Map);
        model.Entity<Session>(Session.Map);
        model.Entity<AccessToken>(AccessToken.Map);
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
            passkey.OwnsOne(p => p.Data).ToJson();
        });
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        AccountEndpoints.Map(endpoints);
        PreferenceEndpoints.Map(endpoints);
    }

    public async Task StartAsync(IServiceProvider services, CancellationToken ct)
    {
        if (services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
            await services.GetRequiredService<FillDemo>().RunAsync(ct);
    }
}
