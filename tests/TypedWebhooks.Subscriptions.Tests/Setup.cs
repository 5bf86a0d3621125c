using System.Text.Json;

namespace TypedWebhooks.Subscriptions.Tests;

internal static class Setup
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TeliaSubscriptionOptions Telia(LocalServer server, TeliaSubscriptionOptions? options = null)
    {
        options ??= new();
        options.BaseAddress = server.Address;
        options.Token = TeliaServer.Token;
        options.SubscriptionKey = TeliaServer.Key;
        return options;
    }

    public static QuicklySignSubscriptionOptions QuicklySign(LocalServer server, QuicklySignSubscriptionOptions? options = null, QuicklySignApiVersion version = QuicklySignApiVersion.V1)
    {
        options ??= new();
        options.BaseAddress = new Uri(server.Address, $"/v{(int)version}");
        options.Version = version;
        options.Credentials = new(QuicklySignServer.Id, QuicklySignServer.Secret);
        return options;
    }

    /// <summary>JSON without blanks between its tokens, and with all else as it was: values, names and their order.</summary>
    public static string Compact(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Plain);
    }
}
