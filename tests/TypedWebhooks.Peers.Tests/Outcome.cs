using System.Globalization;

namespace TypedWebhooks.Peers.Tests;

/// <summary>What became of a post, in the words of the tables in <c>docs/migration.md</c>.</summary>
internal static class Outcome
{
    public static async Task<string> Of(Receiver receiver, params Post[] posts)
    {
        List<int> statuses = [];
        foreach (Post post in posts)
        {
            statuses.Add(await post.SendAsync(receiver.Address));
        }

        string answered = string.Join(", then ", statuses.Distinct().Select(static status => status.ToString(CultureInfo.InvariantCulture)));
        return receiver.Handled switch
        {
            0 => statuses.All(static status => status < 300) ? answered + ", not handled" : answered,
            1 => answered + ", handled",
            2 => answered + ", handled twice",
            _ => throw new InvalidOperationException("No post is sent more often than twice."),
        };
    }

    /// <summary>The sender hangs up while the handler works.</summary>
    public static async Task<string> OfHangingUp(Receiver receiver, Post post)
    {
        receiver.IsSlow = true;
        await post.HangUpAsync(receiver.Address, receiver.Started.Task);
        await receiver.Ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return receiver.WasCancelled ? "cancelled" : "handled";
    }
}
