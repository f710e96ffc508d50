using Academy.Accounts.Passwords;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Accounts.SigningIn;

/// <summary>ASP.NET Core Identity: keeps accounts and passkeys, hashes passwords, seals the codes of mails.</summary>
internal static class IdentitySetup
{
    public static IServiceCollection AddAcademyIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<UserOnlyStore<User, AcademyDb, Guid>>()
            .AddTokenProvider<DataProtectorTokenProvider<User>>(TokenOptions.DefaultProvider);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = ResetPassword.LinkLifetime);

        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey stands for the password and the address both: it lies on the device, behind its PIN or fingerprint.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        return services;
    }
}
