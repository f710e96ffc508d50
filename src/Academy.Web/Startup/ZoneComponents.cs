using System.Reflection;
using Academy.Kernel.Modules;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ViewComponents;

namespace Academy.Web.Startup;

/// <summary>Lets a module's parts of zones stay internal: by itself the framework only finds public view components.</summary>
internal sealed class ZoneComponents(IReadOnlyList<IModule> modules) : IApplicationFeatureProvider<ViewComponentFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ViewComponentFeature feature)
    {
        foreach (var component in modules.SelectMany(m => m.ZoneParts).Select(p => p.ViewComponent.GetTypeInfo()))
        {
            if (!feature.ViewComponents.Contains(component)) feature.ViewComponents.Add(component);
        }
    }
}
