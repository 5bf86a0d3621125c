using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.AspNetCore;

/// <summary>
/// Knows the secrets of providers and accounts, where they are not in the options: a vault, a table of tenants. Where one is registered, it is
/// asked in place of <see cref="WebhookOptions.Secrets"/> and <see cref="WebhookOptions.Accounts"/>.
/// </summary>
/// <remarks>It is asked for each delivery, also for those that anybody sends, so an implementation caches.</remarks>
public interface IWebhookSecretStore
{
    /// <summary>Finds secrets.</summary>
    /// <param name="provider">The provider's name.</param>
    /// <param name="account">The account that the endpoint's address named, a stranger's text; <see langword="null"/> where it names none.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>
    /// The secrets, any of which may have signed; <see langword="null"/> where there is no such account. As long as it is the same list, it is read
    /// but once.
    /// </returns>
    /// <remarks>Any exception is answered with 503, so that the provider comes again.</remarks>
    ValueTask<IReadOnlyList<string>?> FindAsync(string provider, string? account, CancellationToken cancellationToken);
}
