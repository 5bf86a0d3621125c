using System.Linq;
using TypedWebhooks.Generators.Model;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Model;

/// <summary>How names without word boundaries are cut that no words of the schema make up.</summary>
public sealed class WebhookWordTests
{
    [Theory]
    [InlineData("signaturerequeststatusupdated", "signature request status updated")]
    [InlineData("signaturerequestcompleted", "signature request completed")]
    [InlineData("signatorysigned", "signatory signed")]
    [InlineData("paymentfailed", "payment failed")]
    [InlineData("paymentsent", "payment sent")]
    [InlineData("paymentsettled", "payment settled")]
    [InlineData("itemsold", "item sold")]
    [InlineData("itemssold", "items sold")]
    [InlineData("filesaved", "file saved")]
    [InlineData("usersettingsupdated", "user settings updated")]
    [InlineData("checkoutsessionexpired", "checkout session expired")]
    [InlineData("chargerefunded", "charge refunded")]
    [InlineData("customersubscriptiondeleted", "customer subscription deleted")]
    [InlineData("invoicepaymentactionrequired", "invoice payment action required")]
    [InlineData("paymentintentsucceeded", "payment intent succeeded")]
    [InlineData("pullrequestopened", "pull request opened")]
    [InlineData("documentviewed", "document viewed")]
    [InlineData("contractcountersigned", "contract countersigned")]
    [InlineData("membershiprenewed", "membership renewed")]
    [InlineData("newmessage", "new message")]
    [InlineData("taskassigned", "task assigned")]
    [InlineData("taskunassigned", "task unassigned")]
    [InlineData("consentrevoked", "consent revoked")]
    [InlineData("mandatecancelled", "mandate cancelled")]
    [InlineData("ordershipped", "order shipped")]
    public void NameOfCommonWords_IsCut(string name, string cut) => Assert.Equal(cut, Cut(name));

    /// <summary>Names that only look as if they were made of such words, and names of one word.</summary>
    [Theory]
    [InlineData("unsigned")]
    [InlineData("therapist")]
    [InlineData("reordered")]
    [InlineData("bordered")]
    [InlineData("contractor")]
    [InlineData("unpaid")]
    [InlineData("prepaid")]
    [InlineData("designed")]
    [InlineData("resigned")]
    [InlineData("represented")]
    [InlineData("presented")]
    [InlineData("platform")]
    [InlineData("transformed")]
    [InlineData("attested")]
    [InlineData("discharged")]
    [InlineData("disclosed")]
    [InlineData("recommended")]
    [InlineData("intended")]
    [InlineData("information")]
    [InlineData("accountant")]
    [InlineData("threshold")]
    [InlineData("household")]
    [InlineData("breadth")]
    [InlineData("already")]
    [InlineData("planet")]
    [InlineData("coffee")]
    [InlineData("parole")]
    [InlineData("estates")]
    [InlineData("zorgblatt")]
    [InlineData("zorgblattcreated")]
    public void NameThatTheyDoNotMakeUp_StaysWhole(string name) => Assert.Null(Cut(name));

    [Theory]
    [InlineData("checkout")]
    [InlineData("consent")]
    [InlineData("candidate")]
    [InlineData("mandate")]
    [InlineData("newsletter")]
    [InlineData("postcard")]
    [InlineData("keynote")]
    [InlineData("username")]
    [InlineData("statement")]
    [InlineData("membership")]
    [InlineData("reassigned")]
    [InlineData("unlocked")]
    [InlineData("invalidated")]
    [InlineData("payout")]
    [InlineData("refund")]
    [InlineData("checklist")]
    public void OneWord_IsOneWord(string name) => Assert.Equal(name, Cut(name));

    [Fact]
    public void WordsOfTheSchema_AreTakenTogetherWithThem()
    {
        Assert.Equal("widget created", Cut("widgetcreated", "The widget."));
        Assert.Null(Cut("boxcreated", "A box."));
        Assert.Null(Cut("unsigned", "un, si, gn"));
        Assert.Null(Cut("therapistcreated", "the rap ist"));
    }

    /// <summary>There are two ways to cut it, and nothing says which is meant.</summary>
    [Fact]
    public void NameThatMayBeCutInTwoWays_StaysWhole() => Assert.Null(Cut("usersended", "sended ended users"));

    [Fact]
    public void Words_AreLowerCaseAndLongEnough() =>
        Assert.All(WebhookWords.All, static word => Assert.True(word.Length >= 3 && word.All(static c => c is >= 'a' and <= 'z'), word));

    private static string? Cut(string name, string prose = "")
    {
        Vocabulary words = new();
        words.Add(prose);
        return words.TryCut(name, WebhookWords.All);
    }
}
