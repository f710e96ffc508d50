using Academy.Kernel.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Academy.Kernel.Permissions;

/// <summary>
/// Makes each permission a policy, and denies whatever names none: an endpoint without a policy and without
/// AllowAnonymous is closed to everybody.
/// </summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options, AcademyModules modules)
    : DefaultAuthorizationPolicyProvider(options)
{
    public static AuthorizationPolicy Closed { get; } =
        new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (!modules.Permissions.TryGetValue(policyName, out var permission))
            return await base.GetPolicyAsync(policyName);

        return new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.User.Has(permission.Roles))
            .Build();
    }
}
