using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TypedWebhooks.AspNetCore;

/// <summary>Keeps the host from starting where a delivery could not be verified, and says once what everybody should know.</summary>
/// <remarks>Endpoints that are mapped while the server starts, as a <c>Startup</c> class does, are looked at right after it has.</remarks>
internal sealed class WebhookStartup(WebhookEndpointList endpoints, IWebhookLedger ledger, ILoggerFactory loggers, IServiceProviderIsService? services = null) : IHostedLifecycleService
{
    private readonly ILogger _logger = loggers.CreateLogger("TypedWebhooks");
    private bool _hasSaidLedger;

    /// <exception cref="OptionsValidationException">Deliveries could not be verified.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Check();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="OptionsValidationException">Deliveries could not be verified.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Check();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Check()
    {
        foreach (WebhookEndpoint endpoint in endpoints.All.Where(static endpoint => !endpoint.IsChecked).ToList())
        {
            endpoint.Check();
            if (endpoint.SinkType is { } sink && services?.IsService(sink) == false)
            {
                throw new InvalidOperationException($"Deliveries of {endpoint.Provider.Name} to '{endpoint.Pattern}' go to {sink}, and no such service is registered.");
            }

            if (!endpoint.IsGone && endpoint.IsUnsigned(endpoint.Keyring!.Settings))
            {
                WebhookLog.Unsigned(_logger, endpoint.Provider.Name, endpoint.Pattern);
            }

            if (!_hasSaidLedger && ledger is InMemoryWebhookLedger && endpoint is { Sink: null, IsGone: false })
            {
                _hasSaidLedger = true;
                WebhookLog.LedgerInMemory(_logger);
            }
        }
    }
}
