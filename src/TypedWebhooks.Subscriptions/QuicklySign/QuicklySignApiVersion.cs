namespace TypedWebhooks.Subscriptions;

/// <summary>A version of QuicklySign's API. What version 0 calls a subscription is a webhook in version 1.</summary>
public enum QuicklySignApiVersion
{
    /// <summary>Version 0: <c>/subscriptions</c> and <c>subscription_key</c>.</summary>
    V0 = 0,

    /// <summary>Version 1: <c>/webhooks</c> and <c>webhook_key</c>.</summary>
    V1 = 1,
}
