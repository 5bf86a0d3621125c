using System;
using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.Json;

namespace TypedWebhooks.AspNetCore;

/// <content>Claims a delivery, hands its events to their handlers, and settles it.</content>
internal sealed partial class WebhookReceiver<TEvent>
{
    /// <summary>The handling of one delivery, from claim to end. It owns its scope, since it may outlive the request.</summary>
    private sealed class Work(
        WebhookReceiver<TEvent> receiver,
        WebhookSettings settings,
        RequestContext context,
        RequestHeaders headers,
        RentedBody body,
        ReadOnlyMemory<byte> json,
        bool isKnown,
        Activity? activity) : IScopeMaker
    {
        private AsyncServiceScope? _scope;
        private bool _isLate;

        public TimeSpan Timeout => settings.Options.HandlerTimeout;

        /// <summary>From now on the body is its own to give back.</summary>
        public void TakeBody() => body.IsHandedOn = true;

        /// <summary>Lets it go on without the request.</summary>
        public void Detach()
        {
            headers.Detach();
            _isLate = true;
            WebhookLog.HandlerTimedOut(receiver._logger, Provider.Name, context.Key.Id, Timeout, exception: null);
        }

        public async ValueTask<WebhookAnswer> RunAsync()
        {
            context.Scopes = this;
            using RentedBody rented = body;
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(receiver._shutdown.Handlers);
            stop.CancelAfter(Timeout);
            try
            {
                WebhookAnswer answer = Provider.HasBatches ? await HandleBatchAsync(stop.Token).ConfigureAwait(false) : await HandleSingleAsync(stop.Token).ConfigureAwait(false);
                if (_isLate)
                {
                    WebhookLog.HandledLate(receiver._logger, Provider.Name, context.Key.Id, answer.Outcome);
                }

                return answer;
            }
            finally
            {
                await receiver.DisposeAsync(_scope, context.Key).ConfigureAwait(false);
            }
        }

        private async ValueTask<WebhookAnswer> HandleSingleAsync(CancellationToken cancellationToken)
        {
            WebhookClaim? claim = null;
            if (isKnown)
            {
                (claim, WebhookAnswer? known) = await receiver.ClaimAsync(settings, context.Key, cancellationToken).ConfigureAwait(false);
                if (known is { } answered)
                {
                    return answered;
                }
            }

            WebhookAnswer answer = TryParse(out WebhookEvents<TEvent> events);
            if (answer.IsSuccess)
            {
                context.MoveTo(0, context.Key.Id, claim?.Attempt ?? 0);
                answer = await HandleAsync(events[0], cancellationToken).ConfigureAwait(false);
            }

            await EndAsync(context.Key, claim, answer).ConfigureAwait(false);
            if (answer.IsSuccess)
            {
                WebhookLog.Handled(receiver._logger, Provider.Name, context.Key.Id, 1);
            }

            return answer;
        }

        /// <summary>
        /// Each event of a batch is claimed for itself, so that a batch which comes again is handled from where it failed. All are tried, whatever
        /// becomes of those before them.
        /// </summary>
        private async ValueTask<WebhookAnswer> HandleBatchAsync(CancellationToken cancellationToken)
        {
            WebhookAnswer answer = TryParse(out WebhookEvents<TEvent> events);
            if (!answer.IsSuccess)
            {
                return answer;
            }

            int handled = 0;
            bool isDuplicate = events.Count > 0;
            for (int i = 0; i < events.Count; i++)
            {
                WebhookAnswer each = await HandleOneOfAsync(events[i], i, cancellationToken).ConfigureAwait(false);
                isDuplicate &= each.Outcome == "duplicate";
                handled += each.Outcome == "handled" ? 1 : 0;
                answer = Worse(answer, each);
            }

            WebhookLog.Handled(receiver._logger, Provider.Name, context.Key.Id, handled);
            return isDuplicate && answer.IsSuccess ? WebhookAnswer.Duplicate(settings.Reply) : answer;
        }

        private async ValueTask<WebhookAnswer> HandleOneOfAsync(TEvent e, int index, CancellationToken cancellationToken)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return WebhookAnswer.TimedOut;
            }

            context.MoveTo(index, settings.DuplicateKey.IsOfEvent ? IdOf(e) : null);
            WebhookKey key = context.Key with { Id = context.Id };
            WebhookClaim? claim = null;
            if (isKnown)
            {
                (claim, WebhookAnswer? known) = await receiver.ClaimAsync(settings, key, cancellationToken).ConfigureAwait(false);
                if (known is { } answered)
                {
                    return answered;
                }
            }

            context.MoveTo(index, key.Id, claim?.Attempt ?? 0);
            WebhookAnswer answer = await HandleAsync(e, cancellationToken).ConfigureAwait(false);
            await EndAsync(key, claim, answer).ConfigureAwait(false);
            return answer;
        }

        /// <summary>Of two answers the one that has the provider come again, and of these the one that says that something is wrong.</summary>
        private static WebhookAnswer Worse(WebhookAnswer first, WebhookAnswer second) =>
            first.IsSuccess ? second.IsSuccess ? first : second
            : second.IsSuccess || Weight(first) >= Weight(second) ? first
            : second;

        private static int Weight(WebhookAnswer answer) => answer.Status switch
        {
            500 => 3,
            503 => 2,
            _ => 1,
        };

        [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a handler throws, the provider is told to send the event again.")]
        private async ValueTask<WebhookAnswer> HandleAsync(TEvent e, CancellationToken cancellationToken)
        {
            string eventType = e.UnrecognizedReason is null or UnrecognizedReason.SchemaMismatch or UnrecognizedReason.NotSelected ? e.EventType : WebhookMetrics.OtherEventType;
            if (activity is { IsAllDataRequested: true })
            {
                activity.SetTag("webhook.event_type", eventType);
            }

            if (e.UnrecognizedReason is { } reason)
            {
                if (reason == UnrecognizedReason.Handshake)
                {
                    return AnswerHandshake();
                }

                WebhookLog.Unrecognized(receiver._logger, Provider.Name, context.Id, context.Index, reason);
                if (settings.Options.OnUnrecognized == UnrecognizedEventPolicy.Refuse)
                {
                    return WebhookAnswer.Unrecognized;
                }
            }

            receiver._metrics.Handled(Provider.Name, eventType);
            try
            {
                if (receiver._handler is { } handler)
                {
                    await handler(e, context, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await e.DispatchAsync(context.Services, cancellationToken).ConfigureAwait(false);
                }

                return WebhookAnswer.Handled(settings.Reply);
            }
            catch (Exception exception) when (cancellationToken.IsCancellationRequested)
            {
                if (!_isLate)
                {
                    WebhookLog.HandlerTimedOut(receiver._logger, Provider.Name, context.Id, Timeout, exception);
                }

                return WebhookAnswer.TimedOut;
            }
            catch (Exception exception)
            {
                WebhookLog.HandlerFailed(receiver._logger, Provider.Name, context.Id, context.Index, exception);
                return WebhookAnswer.HandlerFailed;
            }
        }

        [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever an application throws, the provider is told to come again.")]
        private WebhookAnswer AnswerHandshake()
        {
            try
            {
                WebhookReply reply = settings.Options.Handshake?.Invoke(context) ?? settings.Reply;
                WebhookLog.Handshake(receiver._logger, Provider.Name);
                return WebhookAnswer.Handshake(reply);
            }
            catch (Exception exception)
            {
                WebhookLog.HandlerFailed(receiver._logger, Provider.Name, context.Id, context.Index, exception);
                return WebhookAnswer.HandlerFailed;
            }
        }

        private WebhookAnswer TryParse(out WebhookEvents<TEvent> events)
        {
            try
            {
                events = TEvent.ParseDelivery(headers, json.Span);
                return WebhookAnswer.Handled(settings.Reply);
            }
            catch (JsonException e)
            {
                events = default;
                return receiver.Refuse(WebhookAnswer.BadBody, e.LineNumber is null ? "its body is no event" : FormattableString.Invariant($"its body is no JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"));
            }
        }

        /// <summary>A handshake is not settled: asked again, it is answered again.</summary>
        private ValueTask EndAsync(WebhookKey key, WebhookClaim? claim, WebhookAnswer answer) =>
            answer.IsSuccess && answer.Outcome != "handshake" ? receiver.SettleAsync(key, claim) : receiver.ReleaseAsync(key, claim);

        /// <summary>Makes the delivery's own scope. A function that asks for no service has none.</summary>
        public IServiceProvider MakeScope()
        {
            _scope ??= receiver._scopes.CreateAsyncScope();
            if (_scope.Value.ServiceProvider.GetService<WebhookContextHolder>() is { } holder)
            {
                holder.Context = context;
            }

            return _scope.Value.ServiceProvider;
        }

        /// <summary>What an event of a batch is known by, found in its JSON as it would be written again, which is as it came.</summary>
        private string? IdOf(TEvent e)
        {
            ArrayBufferWriter<byte> buffer = new(1024);
            using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { SkipValidation = true });
            try
            {
                e.WriteTo(writer);
                writer.Flush();
                return settings.DuplicateKey.FindOfEvent(buffer.WrittenSpan);
            }
            catch (JsonException)
            {
                // What came cannot be written; then it is known by its place.
                return null;
            }
        }
    }
}
