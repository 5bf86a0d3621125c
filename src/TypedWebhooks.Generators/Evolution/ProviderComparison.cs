using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Compares what holds for all events: where their names stand, what a request's body holds, what the project says.</summary>
internal sealed class ProviderComparison(ChangeList changes)
{
    private static readonly Dictionary<string, (ChangeRule Rule, string What)> s_facts = new(StringComparer.Ordinal)
    {
        [FacetNames.Names] = (ChangeRules.EventKeyChanged, "The place of events' names"),
        [FacetNames.Comparison] = (ChangeRules.ComparisonChanged, "How events' names are compared"),
        [FacetNames.Batch] = (ChangeRules.EnvelopeChanged, "Where the events of a batch stand"),
        [FacetNames.Body] = (ChangeRules.EnvelopeChanged, "What the body of a request is"),
        [FacetNames.Envelope] = (ChangeRules.EnvelopeChanged, "What is put around the events"),
        [FacetNames.CloudEvents] = (ChangeRules.EnvelopeChanged, "Whether the events are CloudEvents"),
        [FacetNames.Handshakes] = (ChangeRules.EventAliasChanged, "The names that come like events' names and are none"),
        [FacetNames.Namespace] = (ChangeRules.SettingChanged, "The namespace of the types"),
        [FacetNames.Access] = (ChangeRules.SettingChanged, "The access of the types"),
        [FacetNames.NamePrefix] = (ChangeRules.SettingChanged, "What events' names begin with on the wire only (NamePrefix)"),
        [FacetNames.RequiredMembers] = (ChangeRules.SettingChanged, "How strictly payloads are read (RequiredMembers)"),
        [FacetNames.Stated] = (ChangeRules.StatedVersionChanged, "The version that the schemas state"),
    };

    public void Compare()
    {
        if (changes.Old.Provider is not { } was || changes.New.Provider is not { } isNow)
        {
            return;
        }

        changes.Claim(was, isNow);
        CompareDispatchers(isNow);
        foreach (string fact in was.Facets.Concat(isNow.Facets).Select(static facet => facet.Name).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal))
        {
            string? before = was[fact], current = isNow[fact];
            if (before == current || fact is FacetNames.Schema or FacetNames.Version)
            {
                continue;
            }

            (ChangeRule rule, string what) = s_facts.TryGetValue(fact, out (ChangeRule, string) known) ? known : (ChangeRules.NotJudged, $"'{fact}' of the provider");
            int events = rule == ChangeRules.EventKeyChanged || rule == ChangeRules.EnvelopeChanged || rule == ChangeRules.ComparisonChanged ? changes.New.Events.Count : 0;
            changes.IsWrapped |= fact is FacetNames.Envelope or FacetNames.CloudEvents;
            changes.IgnoresPresence |= fact == FacetNames.RequiredMembers;
            changes.Add(rule, isNow.Key, events, before ?? "", current ?? "", rule == ChangeRules.EventAliasChanged
                ? Handshakes(before ?? "", current ?? "")
                : $"{what}: it was {Quoted(fact, before)}, and is {Quoted(fact, current)}{Wording.Events(events)}{Consequence(rule)}");
        }
    }

    /// <summary>Functions for all events, one each, come to an end at some number of events.</summary>
    private void CompareDispatchers(BaselineEntry provider)
    {
        int before = Selected(changes.Old), current = Selected(changes.New);
        if (before <= EventCatalog.MaxMatchedEvents && current > EventCatalog.MaxMatchedEvents)
        {
            changes.Add(ChangeRules.DispatchersGone, provider.Key, current, Text(before), Text(current), $"{changes.New.Name} has {current} events, had {before}: Match and Switch take up to {EventCatalog.MaxMatchedEvents} functions, and do not exist any more");
        }
    }

    private static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Selected(Surface surface) => surface.Events.Values.Count(static e => e[FacetNames.Record]!.Length > 0);

    private string Consequence(ChangeRule rule) =>
        rule == ChangeRules.EventKeyChanged || rule == ChangeRules.EnvelopeChanged ? $": deliveries from before, in queues or tests, may be {changes.Unrecognized}, or not be read at all, and new ones so in receivers not yet rebuilt"
        : rule == ChangeRules.ComparisonChanged ? changes.New.Provider?[FacetNames.Comparison] == "ignore-case" ? ": a name in another case, which was unrecognized, is the event now" : $": a name in another case, which was the event, is {changes.Unrecognized} now"
        : "";

    private static string Handshakes(string before, string current)
    {
        string[] gone = [.. before.Split(' ').Except(current.Split(' '), StringComparer.Ordinal).Where(static name => name.Length > 0)], added = [.. current.Split(' ').Except(before.Split(' '), StringComparer.Ordinal).Where(static name => name.Length > 0)];
        string[] parts =
        [
            .. added.Length > 0 ? new[] { $"{Wording.List([.. added.Select(static name => $"'{name}'")])} {(added.Length == 1 ? "comes" : "come")} like an event's name, and {(added.Length == 1 ? "is" : "are")} none" } : [],
            .. gone.Length > 0 ? new[] { $"{Wording.List([.. gone.Select(static name => $"'{name}'")])} {(gone.Length == 1 ? "is" : "are")} no handshake any more" } : [],
        ];
        return string.Join("; ", parts);
    }

    private static string Quoted(string fact, string? value) => value is null ? (fact == FacetNames.Access ? "'public'" : fact == FacetNames.RequiredMembers ? "'strict'" : "nothing") : value.Length == 0 ? "there" : $"'{value}'";
}
