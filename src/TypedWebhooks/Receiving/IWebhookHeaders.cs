namespace TypedWebhooks;

/// <summary>The headers of a delivery, however the one who received it holds them.</summary>
/// <remarks><see cref="WebhookHeaderList"/> makes one of names and values; an endpoint of ASP.NET Core brings its own.</remarks>
public interface IWebhookHeaders
{
    /// <summary>Looks a header up.</summary>
    /// <param name="name">Its name; case does not count.</param>
    /// <param name="value">The value of the first that is called so; <see langword="null"/> where there is none.</param>
    /// <returns>How many header lines are called so. A signature that is there twice is refused, so one has to know.</returns>
    int Find(string name, out string? value);
}
