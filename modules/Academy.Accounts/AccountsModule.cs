using Academy.Accounts.Admin;
using Academy.Accounts.Alerting;
using Academy.Accounts.Api;
using Academy.Accounts.Audit;
using Academy.Accounts.Demo;
using Academy.Accounts.Households;
using Academy.Accounts.Inviting;
using Academy.Accounts.Jobs;
using Academy.Accounts.Mail;
using Academy.Accounts.Passkeys;
using Academy.Accounts.Passwords;
using Academy.Accounts.People;
using Academy.Accounts.Profile;
using Academy.Accounts.Sessions;
using Academy.Accounts.Setup;
using Academy.Accounts.SigningIn;
using Academy.Accounts.Tokens;
using Academy.Contracts.Accounts;
using Academy.Contracts.Grading;
using Academy.Kernel.Menu;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;

namespace Academy.Accounts;

/// <summary>Who people are: accounts, sign-in, sessions, tokens, roles.</summary>
public sealed class AccountsModule : IModule
{
    public string Name => "Accounts";

    public IReadOnlyList<Permission> Permissions => Accounts.Permissions.All;

    public IReadOnlyList<MenuEntry> Menu =>
    [
        new("People", "/admin/people", "users", Accounts.Permissions.People, 80, MenuPlace.Manage),
        new("Invitations", "/admin/invitations", "mail", Accounts.Permissions.Invite, 81, MenuPlace.Manage),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccountsOptions>().Bind(configuration.GetSection("Accounts")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateDataAnnotations().ValidateOnStart();
        services.AddAcademyIdentity();
        services.AddSchemes();
        services.AddHttpContextAccessor();

        services.AddSingleton<OpenSessions>();
        services.AddSingleton<RecentPasswords>();
        services.AddSingleton<PasswordThrottle>();
        services.AddSingleton<PasskeyState>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<Letters>();
        services.AddSingleton<Postbox>();

        services.AddScoped<AuditTrail>();
        services.AddScoped<NewAccount>();
        services.AddScoped<CheckPassword>();
        services.AddScoped<OpenSession>();
        services.AddScoped<CloseSession>();
        services.AddScoped<ReadSecurity>();
        services.AddScoped<AskPasswordReset>();
        services.AddScoped<ResetPassword>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<NewPassword>();
        services.AddScoped<CheckPasskey>();
        services.AddScoped<AddPasskey>();
        services.AddScoped<RemovePasskey>();
        services.AddScoped<FindToken>();
        services.AddScoped<MakeToken>();
        services.AddScoped<RevokeToken>();
        services.AddScoped<ReadTokens>();
        services.AddScoped<ChangeProfile>();
        services.AddScoped<AskSignUp>();
        services.AddScoped<MakeInvitation>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<RevokeInvitation>();
        services.AddScoped<ReadInvitations>();
        services.AddScoped<ChangeRoles>();
        services.AddScoped<LastOperator>();
        services.AddScoped<LockAccount>();
        services.AddScoped<ReadPeople>();
        services.AddScoped<ReadAudit>();
        services.AddScoped<ChangeHousehold>();
        services.AddScoped<ReadHouseholds>();
        services.AddScoped<SetUpAcademy>();
        services.AddScoped<TidyAccounts>();
        services.AddScoped<FillDemo>();
        services.AddScoped<IPeople, PeopleDirectory>();

        services.AddReaction<PasswordResetAsked, WhenPasswordResetAsked>();
        services.AddReaction<PasswordReplaced, WhenPasswordReplaced>();
        services.AddReaction<PasskeyAdded, WhenPasskeyAdded>();
        services.AddReaction<InvitationAsked, WhenInvitationAsked>();
        services.AddReaction<SignUpAsked, WhenSignUpAsked>();
        services.AddReaction<OperatorAlerted, WhenOperatorAlerted>();
        services.AddReaction<LetterDue, WhenLetterDue>();
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<User>(User.Map);
        model.Entity<Session>(Session.Map);
        model.Entity<AccessToken>(AccessToken.Map);
        model.Entity<Invitation>(Invitation.Map);
        model.Entity<SecurityEvent>(SecurityEvent.Map);
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
        PasskeyEndpoints.Map(endpoints);
    }

    public void AddJobs(IQuartzBuilder quartz) => TidyJob.Schedule(quartz);

    public async Task StartAsync(IServiceProvider services, CancellationToken ct)
    {
        if (services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
            await services.GetRequiredService<FillDemo>().RunAsync(ct);
        else
            await services.GetRequiredService<SetUpAcademy>().PrepareAsync(ct);
    }
}
