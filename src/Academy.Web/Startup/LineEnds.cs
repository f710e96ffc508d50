using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Academy.Web.Startup;

/// <summary>
/// Whoever types counts one character for the end of a line, and so does the browser's maxlength; but a form sends two. What is
/// posted has one, so that a text which fits in the field also fits behind it.
/// </summary>
internal sealed class LineEnds(IModelBinder plain) : IModelBinder
{
    /// <summary>In place of the binder of plain values, for texts.</summary>
    public static void Configure(MvcOptions options)
    {
        var providers = options.ModelBinderProviders;
        providers.Insert(providers.IndexOf(providers.OfType<SimpleTypeModelBinderProvider>().Single()), new Provider());
    }

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await plain.BindModelAsync(bindingContext);
        if (bindingContext.Result.Model is string text)
            bindingContext.Result = ModelBindingResult.Success(text.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    private sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
            ? new LineEnds(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
    }
}
