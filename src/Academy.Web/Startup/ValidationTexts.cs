using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Academy.Web.Startup;

/// <summary>What the rules on bound models say to people, in their language, unless the model says it better.</summary>
internal sealed class ValidationTexts(IStringLocalizer texts)
    : IConfigureOptions<MvcOptions>, IConfigureOptions<MvcDataAnnotationsLocalizationOptions>, IValidationMetadataProvider
{
    // These two come with a message of their own, in English.
    private static readonly string?[] BuiltIn = [null, "", new EmailAddressAttribute().ErrorMessage, new UrlAttribute().ErrorMessage];

    public void Configure(MvcDataAnnotationsLocalizationOptions options) => options.DataAnnotationLocalizerProvider = (_, _) => texts;

    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => texts["Please fill this in."]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Please fill this in."]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["This does not fit here."]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["This does not fit here."]);
        messages.SetValueIsInvalidAccessor(_ => texts["This does not fit here."]);
        messages.SetValueMustBeANumberAccessor(_ => texts["This has to be a number."]);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessageResourceName is null && BuiltIn.Contains(rule.ErrorMessage) && Text(rule) is { } text) rule.ErrorMessage = text;
        }
    }

    // {0} is the name of the property, which the label above says already.
    private static string? Text(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "Please fill this in.",
        EmailAddressAttribute => "This is not a complete e-mail address. It looks like name@example.org.",
        StringLengthAttribute { MinimumLength: > 0 } => "From {2} to {1} characters.",
        StringLengthAttribute or MaxLengthAttribute => "At most {1} characters.",
        MinLengthAttribute => "At least {1} characters.",
        RangeAttribute => "From {1} to {2}.",
        UrlAttribute => "This is not a complete address. It begins with https://.",
        CompareAttribute => "The two are not the same.",
        _ => null,
    };
}
