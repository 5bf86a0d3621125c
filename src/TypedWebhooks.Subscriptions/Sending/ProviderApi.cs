using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.Subscriptions;

/// <summary>Sends one call to a provider's API and takes its answer, with limits on time and size.</summary>
internal sealed class ProviderApi(string provider, HttpClient client, TimeSpan timeout)
{
    private const int MaxAnswer = 4 * 1024 * 1024;
    private const int MaxError = 64 * 1024;
    private const int MaxBody = 8192;

    /// <summary>The text of an answer that says success.</summary>
    /// <remarks>The time holds for the body as well, which <see cref="HttpClient.Timeout"/> would not.</remarks>
    public async Task<string> SendAsync(HttpRequestMessage request, Secrets secrets, CancellationToken cancellationToken)
    {
        string call = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            (string text, bool cut) = await ReadAsync(response, response.IsSuccessStatusCode ? MaxAnswer : MaxError, limit.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw Failure($"answered {Name(response.StatusCode)} to {call}.", response.StatusCode, text, cut, secrets);
            }

            return cut
                ? throw Failure($"answered {call} with more than {MaxAnswer.ToString("N0", CultureInfo.InvariantCulture)} bytes.", response.StatusCode, text, cut, secrets)
                : text;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Of the caller's token, and without the request in it.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new WebhookSubscriptionException(
                secrets.Redact($"{provider} did not answer {call} in time. What was asked for may have been done."),
                new TimeoutException());
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException)
        {
            throw new WebhookSubscriptionException(
                secrets.Redact($"{provider} could not be asked {call}, or its answer ended before its end."),
                null,
                null,
                secrets.Redact(cause));
        }
    }

    /// <summary>Reads the answer of a call as JSON, by a function that returns <see langword="null"/> for what it cannot use.</summary>
    public T Read<T>(string text, string call, Secrets secrets, Func<string, T?> read)
        where T : class
    {
        JsonException? cause = null;
        try
        {
            if (read(text) is { } value)
            {
                return value;
            }
        }
        catch (JsonException exception)
        {
            cause = exception;
        }

        throw new WebhookSubscriptionException(
            secrets.Redact($"{provider}'s answer to {call} cannot be read: it is not what the documentation shows."),
            HttpStatusCode.OK,
            Shown(text, cut: false, secrets),
            cause is null ? null : secrets.Redact(cause));
    }

    /// <summary>A failure of which the answer's body tells.</summary>
    public WebhookSubscriptionException Failure(string what, HttpStatusCode status, string text, bool cut, Secrets secrets) =>
        new(secrets.Redact($"{provider} {what}"), status, Shown(text, cut, secrets));

    public static string Name(HttpStatusCode status) => Enum.IsDefined(status)
        ? $"{((int)status).ToString(CultureInfo.InvariantCulture)} ({status})"
        : ((int)status).ToString(CultureInfo.InvariantCulture);

    private static string Shown(string text, bool cut, Secrets secrets)
    {
        // Half a secret, at the end of what was read, would not be found.
        string shown = secrets.Redact(text);
        shown = cut ? shown[..Math.Max(0, shown.Length - secrets.Longest)] : shown;
        return shown.Length <= MaxBody ? shown : shown[..MaxBody];
    }

    private static async Task<(string Text, bool Cut)> ReadAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream bytes = new();
            byte[] buffer = new byte[8192];
            int read;
            while (bytes.Length <= most && (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                bytes.Write(buffer.AsSpan(0, read));
            }

            bool cut = bytes.Length > most;
            ReadOnlySpan<byte> body = bytes.GetBuffer().AsSpan(0, cut ? most : (int)bytes.Length);
            ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
            return (Encoding.UTF8.GetString(body.StartsWith(mark) ? body[mark.Length..] : body), cut);
        }
    }
}
