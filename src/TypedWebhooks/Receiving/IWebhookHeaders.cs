using System.Collections.Generic;

namespace TypedWebhooks;

/// <summary>
/// The headers of a delivery, however the one who received it holds them. Enumerated they are names and values, one with several values several
/// times: the attributes of a CloudEvent are headers of any names.
/// </summary>
/// <remarks><see cref="WebhookHeaderList"/> makes one of names and values; an endpoint of ASP.NET Core brings its own.</remarks>
public interface IWebhookHeaders : IEnumerable<KeyValuePair<string, string>>
{
    /// <summary>Looks a header up.</summary>
    /// <param name="name">Its name; case does not count.</param>
    /// <param name="value">The value of the first that is called so; <see langword="null"/> where there is none.</param>
    /// <returns>How many header lines are called so. A signature that is there twice is refused, so one has to know.</returns>
    int Find(string name, out string? value);
}
