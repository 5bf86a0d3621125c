namespace TypedWebhooks;

/// <content>The schemes of known providers.</content>
public abstract partial class WebhookScheme
{
}
