using System;

namespace TypedWebhooks;

/// <content>Whether a scheme can be what its options say.</content>
internal partial class HmacScheme
{
    private void Check(WebhookHmacOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Name, nameof(options));
        ArgumentException.ThrowIfNullOrWhiteSpace(options.SignatureHeader, nameof(options));
        ArgumentNullException.ThrowIfNull(options.Prefix, nameof(options));
        ArgumentNullException.ThrowIfNull(options.KeyPrefix, nameof(options));
        int times = (options.TimestampHeader is null ? 0 : 1) + (options.TimestampPrefix is null ? 0 : 1);
        string? fault = times > 1 ? "The time stands in a header of its own or in the list of signatures, and not in both."
            : _usesTime && times == 0 ? "The template has {timestamp}, and nothing says where the time stands."
            : !_usesTime && times > 0 ? "The time is not in the template: one that is not signed is worth nothing."
            : !_usesTime && options.Tolerance is not null ? "There is a tolerance, and no time is signed."
            : options.Tolerance < TimeSpan.Zero ? "The tolerance is negative."
            : _usesId != options.IdHeader is not null ? "The identifier has to have both a header and a place in the template: one that is not signed is worth nothing."
            : options.TimestampPrefix is not null && options.Separator is null ? "The time stands in the list of signatures, and there is no separator for one."
            : options.TimestampPrefix is { Length: 0 } ? "Nothing sets the time apart from the signatures."
            : null;
        if (fault is not null)
        {
            throw new ArgumentException(fault, nameof(options));
        }
    }
}
