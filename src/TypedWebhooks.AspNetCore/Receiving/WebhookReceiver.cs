using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhooks.Json;

namespace TypedWebhooks.AspNetCore;

/// <summary>
/// Receives the deliveries of an endpoint, in this order: read the bytes, verify, name, claim, parse, handle, settle, answer. Providers differ
/// by their scheme and settings only. Each step that fails has its answer, and <see cref="WebhookAnswer"/> lists them all.
/// </summary>
internal sealed partial class WebhookReceiver<TEvent>
    where TEvent : WebhookObject, IWebhookEvent<TEvent>
{
    private readonly WebhookEndpoint _endpoint;
    private readonly Func<TEvent, WebhookContext, CancellationToken, Task>? _handler;
    private readonly IServiceScopeFactory _scopes;
    private readonly IWebhookLedger _ledger;
    private readonly WebhookShutdown _shutdown;
    private readonly WebhookMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public WebhookReceiver(IServiceProvider services, WebhookEndpoint endpoint, Func<TEvent, WebhookContext, CancellationToken, Task>? handler)
    {
        _endpoint = endpoint;
        _handler = handler;
        _scopes = services.GetRequiredService<IServiceScopeFactory>();
        _ledger = services.GetRequiredService<IWebhookLedger>();
        _shutdown = services.GetRequiredService<WebhookShutdown>();
        _metrics = services.GetRequiredService<WebhookMetrics>();
        _time = services.GetRequiredService<TimeProvider>();
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("TypedWebhooks." + TEvent.Provider.Name);
        Keyring = new(TEvent.Provider, services.GetRequiredService<IOptionsMonitor<WebhookOptions>>(), services.GetService<IWebhookSecretStore>(), _logger);
    }

    public WebhookKeyring Keyring { get; }

    private static WebhookProvider Provider => TEvent.Provider;

    public async Task ReceiveAsync(HttpContext context)
    {
        long start = _time.GetTimestamp();
        using Activity? activity = WebhookMetrics.Source.StartActivity("webhook receive");
        WebhookAnswer answer = await AnswerAsync(context, activity ?? Activity.Current).ConfigureAwait(false);
        _metrics.Delivered(Provider.Name, answer.Outcome, _time.GetElapsedTime(start));
        if ((activity ?? Activity.Current) is { IsAllDataRequested: true } span)
        {
            span.SetTag("webhook.provider", Provider.Name);
            span.SetTag("webhook.outcome", answer.Outcome);
            if (answer.Status >= 500)
            {
                span.SetStatus(ActivityStatusCode.Error, answer.Outcome);
            }
        }

        await answer.WriteAsync(context).ConfigureAwait(false);
    }

    private async ValueTask<WebhookAnswer> AnswerAsync(HttpContext context, Activity? activity)
    {
        if (_endpoint.IsGone)
        {
            return WebhookAnswer.Gone;
        }

        if (_shutdown.Stopping.IsCancellationRequested)
        {
            return WebhookAnswer.Stopping;
        }

        WebhookSettings settings = Keyring.Settings;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            return CloudEventsPermission.Answer(context, settings.Options);
        }

        RequestHeaders headers = new(context.Request.Headers);
        string? contentType = context.Request.ContentType;
        bool hasCloudEventHeaders = Provider.IsCloudEvents && headers.Find("ce-type", out _) > 0;
        if (!ContentTypes.MayBeRead(contentType, Provider, hasCloudEventHeaders))
        {
            return Refuse(WebhookAnswer.BadContentType, "its content type is none of the provider's");
        }

        string? account = context.Request.RouteValues.TryGetValue(WebhookEndpoint.AccountParameter, out object? value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
        WebhookAccount? found;
        try
        {
            found = await Keyring.FindAsync(settings, account, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            WebhookLog.SecretsFailed(_logger, Provider.Name, e);
            return WebhookAnswer.SecretsDown;
        }
        catch (OperationCanceledException)
        {
            return WebhookAnswer.SenderGone;
        }

        (int status, RentedBody? body) = await RequestBody.ReadAsync(context, settings.MaxBodySize).ConfigureAwait(false);
        if (body is null)
        {
            return status == 0 ? WebhookAnswer.SenderGone : Refuse(WebhookAnswer.Unread(status), "its body could not be read");
        }

        try
        {
            return await AnswerAsync(context, settings, headers, found, body, activity).ConfigureAwait(false);
        }
        finally
        {
            if (!body.IsHandedOn)
            {
                body.Dispose();
            }
        }
    }

    private async ValueTask<WebhookAnswer> AnswerAsync(
        HttpContext context,
        WebhookSettings settings,
        RequestHeaders headers,
        WebhookAccount? account,
        RentedBody body,
        Activity? activity)
    {
        _metrics.Read(Provider.Name, body.Length);
        WebhookVerification verification = Verify(settings, headers, body.Memory.Span, account?.Secrets);
        if (account is null)
        {
            return Refuse(WebhookAnswer.UnknownAccount, "its address names an account that there is not");
        }

        if (!verification.IsValid)
        {
            return Refuse(WebhookAnswer.BadSignature, verification.Refusal);
        }

        if (body.Length == 0)
        {
            return Refuse(WebhookAnswer.BadBody, "its body is empty");
        }

        if (settings.Scheme?.FindChallenge(headers, body.Memory.Span, account.Secrets) is { } challenge)
        {
            WebhookLog.Handshake(_logger, Provider.Name);
            return WebhookAnswer.Handshake(WebhookReply.Of(challenge));
        }

        bool hasCloudEventHeaders = Provider.IsCloudEvents && headers.Find("ce-type", out _) > 0;
        if (!ContentTypes.IsOfEvents(context.Request.ContentType, Provider, hasCloudEventHeaders))
        {
            return Refuse(WebhookAnswer.BadContentType, "its content type is none of the provider's");
        }

        if (Provider.EventNameHeader is { Length: > 0 } name && headers.Find(name, out _) != 1)
        {
            return Refuse(WebhookAnswer.BadEventName, "the header that names its event is missing, or there twice");
        }

        ReadOnlyMemory<byte>? json;
        try
        {
            json = WebhookPayload.TryFind(Provider, headers, body.Memory);
        }
        catch (JsonException e)
        {
            return Refuse(WebhookAnswer.BadBody, e.Message);
        }

        if (json is null)
        {
            return Refuse(WebhookAnswer.BadBody, "its form has no field that is the event");
        }

        string? id = settings.DuplicateKey.Find(body.Memory.Span, json.Value.Span, verification);
        WebhookKey key = new(account.Name is null ? Provider.Name : Provider.Name + "/" + account.Name, id ?? Guid.NewGuid().ToString("N"));
        WebhookCoverage coverage = verification.SecretIndex < 0 && settings.Scheme?.NeedsSecrets != false ? WebhookCoverage.None : settings.Scheme?.Coverage ?? WebhookCoverage.None;
        RequestContext delivery = new(Provider, key, headers, settings, account.Name, body, coverage, _time.GetUtcNow(), activity?.Id);
        return _endpoint.Sink is null
            ? await WaitAsync(new Work(this, settings, delivery, headers, body, json.Value, isKnown: id is not null, activity)).ConfigureAwait(false)
            : await StoreAsync(_endpoint.Sink, settings, delivery.Delivery, isKnown: id is not null).ConfigureAwait(false);
    }

    private WebhookVerification Verify(WebhookSettings settings, RequestHeaders headers, ReadOnlySpan<byte> body, WebhookSecrets? secrets)
    {
        if (_endpoint.IsUnsigned(settings))
        {
            return default(WebhookVerification) with { SecretIndex = -1 };
        }

        // Where there is no such account, the same work is done with the secrets of another one, so that the time of the answer says nothing.
        secrets ??= settings.Accounts.Values.FirstOrDefault()?.Secrets ?? settings.Secrets;
        return settings.Scheme is null
            ? new(WebhookRefusal.NoSecret)
            : settings.Scheme.Verify(headers, body, secrets, _time.GetUtcNow(), settings.Options.Tolerance, settings.Options.PublicAddress);
    }

    private WebhookAnswer Refuse(WebhookAnswer answer, string why)
    {
        WebhookLog.Refused(_logger, Provider.Name, answer.Status, why);
        return answer;
    }

    private WebhookAnswer Refuse(WebhookAnswer answer, WebhookRefusal why)
    {
        if (_logger.IsEnabled(LogLevel.Warning))
        {
            WebhookLog.Refused(_logger, Provider.Name, answer.Status, "its signature is " + why);
        }

        return answer;
    }
}
