using System;
using System.Text;

namespace TypedWebhooks.Subscriptions;

/// <summary>The address of an API, and the addresses below it.</summary>
internal static class ApiAddress
{
    /// <summary>What is wrong with a base address, or nothing.</summary>
    public static string? Failure(Uri? address)
    {
        if (address is null)
        {
            return "is not set";
        }

        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            return "is neither an https address nor one of this machine; credentials are sent to it";
        }

        return address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0 ? "has a query, a fragment or a user; it ends with its path" : null;
    }

    /// <summary>An address below the base: its segments as they are, with the last one escaped where it is a key, and a query.</summary>
    public static Uri At(Uri address, string path, string? key, params ReadOnlySpan<(string Name, string Value)> query)
    {
        StringBuilder text = new(address.AbsoluteUri.TrimEnd('/'));
        text.Append('/').Append(path);
        if (key is not null)
        {
            text.Append('/').Append(Uri.EscapeDataString(key));
        }

        char separator = '?';
        foreach ((string name, string value) in query)
        {
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new Uri(text.ToString());
    }

    /// <summary>
    /// Refuses what cannot be a key. An empty one, or one of dots, would make an address of other things than the one that is meant, and what is
    /// deleted there is gone.
    /// </summary>
    public static void ThrowIfNoKey(string key, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key, parameter);
        if (key is "." or "..")
        {
            throw new ArgumentException("Dots are no key.", parameter);
        }
    }

    /// <summary>Refuses an address to which no provider can send anything.</summary>
    public static void ThrowIfNoReceiver(Uri address, string parameter)
    {
        ArgumentNullException.ThrowIfNull(address, parameter);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException("Events are sent to an absolute http or https address.", parameter);
        }
    }
}
