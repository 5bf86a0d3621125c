using System;
using Microsoft.Extensions.Options;

namespace TypedWebhooks.Subscriptions;

/// <summary>Says what options lack, when a host starts or a client is made.</summary>
internal sealed class SubscriptionOptionsCheck<T>(Func<T, string?> failure) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options) =>
        failure(options) is { } message ? ValidateOptionsResult.Fail(message) : ValidateOptionsResult.Success;
}
