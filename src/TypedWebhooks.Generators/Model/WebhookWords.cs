using System;
using System.Collections.Generic;

namespace TypedWebhooks.Generators.Model;

/// <summary>
/// Words of which names of events are made, whatever the provider: what things are, and what happens to them. A word that is itself made
/// of two others, such as <c>checkout</c>, stands here so that it is not cut; short words and beginnings, such as <c>in</c> and <c>un</c>, do not.
/// </summary>
internal static class WebhookWords
{
    public static readonly HashSet<string> All = new(
        """
        account accounts action actions activity activities address addresses admin agent agreement agreements alert alerts amount api app application applications
        appointment appointments approval approvals article articles artifact artifacts asset assets assignee assignment assignments attachment attachments attempt attempts attendee attendees
        audit audits authorization authorizations balance balances bank batch batches bill billing bills booking bookings branch branches bucket buckets budget build builds business
        calendar calendars call callback callbacks calls campaign campaigns candidate candidates card cards cart carts case cases catalog category categories certificate certificates
        channel channels charge chargeback chargebacks charges chat chats checklist checkout checkouts claim claims client clients collection collections comment comments commit company companies
        connection connections consent consents contact contacts content contract contracts conversation conversations coupon coupons course courses credit credits currency customer customers
        data date deal deals debit delivery deliveries department departments dependency deployment deployments deposit deposits device devices digest discount discounts discussion discussions
        dispute disputes document documents domain domains donation donations draft drafts driver drivers email emails employee employees endpoint enrollment enrollments entity envelope envelopes
        environment environments error errors estimate estimates event events exchange expense expenses export exports failure failures feature features feedback fee fees field fields file files
        folder folders form forms fulfillment fulfillments fund funds gateway gift goal group groups guest guests history hold identity image images import imports inbox incident incidents installation installations
        integration integrations intent intents interview interviews inventory invitation invitations invite invitee invites invoice invoices issue issues item items job jobs label labels lead leads lesson level
        license licenses link list listing listings loan loans location locations login logout mail mailbox mandate mandates media meeting meetings member members membership memberships merchant merchants message messages
        milestone milestones model models newsletter note notes notification notifications offer offers opportunity opportunities order orders organization organizations owner package packages page pages parcel parcels
        participant participants partner partners password patient patients payer payment payments payout payouts payroll period permission permissions person phone photo photos pickup plan plans policy policies preview
        price prices process processes product production products profile profiles project projects promotion promotions proof property proposal proposals provider publication pull purchase purchases push
        question questions quote quotes reaction reactions receipt receipts recipient recipients record recording recordings records refund refunds registration registrations relationship release releases reminder reminders report reports
        repository repositories request requests reservation reservations resource resources response responses result results return returns review reviewer reviewers reviews reward rewards role roles room rooms run
        sale sales schedule schedules seller sellers session sessions setting settings settlement settlements shipment shipments shipping shop signatory signatories signature signatures signer signers signup site sites
        source stage state statement statements status step steps stock store stores stream streams student students subscriber subscribers subscription subscriptions supplier survey surveys tag tags task tasks tax team teams
        tenant tenants test tests thread threads ticket tickets timeout token tokens topic topics trail transaction transactions transcript transcription transfer transfers trial user users variant variants vendor vendors
        verification verifications version versions video videos visit visitor visitors voucher vouchers waitlist wallet wallets warehouse warning webhook webhooks whitelist wishlist withdrawal withdrawals workflow workflows workspace workspaces

        abandoned aborted accepted access accessed acknowledged activated active added adjusted allocated amended answered applied approaching approved archived arrived assigned attached attempted attended authenticated authorised authorized
        available blocked booked bounced broken calculated called canceled cancelled captured changed charged checked claimed cleared clicked closed collected committed completed complete concluded confirmed connected consented
        consumed contested converted copied corrected countersigned create created credited deactivated debited declined delayed delegated delete deleted delivered deployed deprecated detached detected disabled disconnected dismissed dispatched
        displayed disputed downloaded due duplicated edited enabled ended enqueued enrolled entered escalated evaluated exceeded exchanged executed expired expiring exported extended failed fail finalized finalised finished flagged
        forwarded fulfilled funded generated granted held hidden identified imported inactive indexed initialized initiated installed invalid invalidated invited invoiced issued joined launched left linked loaded locked logged lost
        mapped marked matched merged migrated missed modified moved muted new notified offered opened ordered overdue paid participated partial parsed passed paused pending performed pinned placed planned posted prepared
        processed processing promoted provisioned published purchased queued ranked reached reactivated read ready reassigned received recorded recovered redeemed redelivered refreshed refunded refused registered rejected released
        remediated reminded removed renamed renewal renewed reopened replaced replied reported reprocessed requested required rescheduled resent reserved reset resolved responded restarted restored resubmitted resumed retried returned reversed
        reviewed revised revoked saved scanned scheduled seen selected sent settled shared shipped signed skipped sold soft started stopped stored submitted subscribed succeeded success successful suspended synced synchronized
        tagged terminated tested tracked transcribed transferred transmitted triggered unarchived unassigned unavailable unblocked uninstalled unlinked unlocked unmuted unpinned unpublished unsubscribed unsuspended update updated upcoming
        upgraded downgraded uploaded upload used validated verified viewed voided void waived warned withdrawn won

        checklist checkpoint filename keynote postcard username
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);
}
