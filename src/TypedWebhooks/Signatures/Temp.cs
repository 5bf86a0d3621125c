#pragma warning disable CS1591, RS0016, CA1062, CA1720
namespace TypedWebhooks;
public abstract partial class WebhookScheme { public static WebhookScheme SharedHeaders(params string[] n) => null!; public static bool TryGet(string n, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WebhookScheme? s) { s = null; return false; } }
