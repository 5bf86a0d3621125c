using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Compares what a schema says beside a type: its documentation, and what is not enforced.</summary>
internal static class FactComparison
{
    /// <summary>What is compared elsewhere.</summary>
    private static readonly HashSet<string> s_structure = new(StringComparer.Ordinal)
    {
        FacetNames.Type, FacetNames.Required, FacetNames.Name, FacetNames.Number, FacetNames.Keys, FacetNames.Record, FacetNames.Constant, FacetNames.Named, FacetNames.Kind,
        FacetNames.Base, FacetNames.Place, FacetNames.Closed, FacetNames.Requires, FacetNames.Discriminator, FacetNames.Open, FacetNames.Obsolete, FacetNames.Untyped,
    };

    private static readonly Dictionary<string, (ChangeRule Rule, string What)> s_rules = new(StringComparer.Ordinal)
    {
        [FacetNames.Documentation] = (ChangeRules.DocumentationChanged, "The description"),
        [FacetNames.Notes] = (ChangeRules.NotesChanged, "A title, an example or a comment"),
        [FacetNames.Id] = (ChangeRules.IdentifierChanged, "The identifier"),
        [FacetNames.Const] = (ChangeRules.ConstantChanged, "The constant"),
        [FacetNames.Default] = (ChangeRules.DefaultChanged, "The default"),
        [FacetNames.ReadOnly] = (ChangeRules.AccessChanged, "readOnly"),
        [FacetNames.WriteOnly] = (ChangeRules.AccessChanged, "writeOnly"),
        [FacetNames.Format] = (ChangeRules.FormatNote, "The format"),
        [FacetNames.ContentEncoding] = (ChangeRules.EncodingChanged, "The encoding"),
        ["contentMediaType"] = (ChangeRules.EncodingChanged, "The media type of the content"),
        [FacetNames.Pattern] = (ChangeRules.PatternChanged, "The pattern"),
        ["minLength"] = (ChangeRules.BoundsChanged, "The least length"),
        ["maxLength"] = (ChangeRules.BoundsChanged, "The greatest length"),
        ["minimum"] = (ChangeRules.BoundsChanged, "The least value"),
        ["maximum"] = (ChangeRules.BoundsChanged, "The greatest value"),
        ["exclusiveMinimum"] = (ChangeRules.BoundsChanged, "The lower bound"),
        ["exclusiveMaximum"] = (ChangeRules.BoundsChanged, "The upper bound"),
        ["multipleOf"] = (ChangeRules.BoundsChanged, "What it is a multiple of"),
        ["minItems"] = (ChangeRules.CountChanged, "The least number of items"),
        ["maxItems"] = (ChangeRules.CountChanged, "The greatest number of items"),
        ["minProperties"] = (ChangeRules.CountChanged, "The least number of members"),
        ["maxProperties"] = (ChangeRules.CountChanged, "The greatest number of members"),
        ["uniqueItems"] = (ChangeRules.UniquenessChanged, "uniqueItems"),
        ["minContains"] = (ChangeRules.UniquenessChanged, "minContains"),
        ["maxContains"] = (ChangeRules.UniquenessChanged, "maxContains"),
        ["contains"] = (ChangeRules.UniquenessChanged, "What it contains"),
        ["prefixItems"] = (ChangeRules.NotJudged, "What stands at the places of the array"),
        ["patternProperties"] = (ChangeRules.NotJudged, "What members are by the patterns of their names"),
        ["additionalProperties"] = (ChangeRules.NotJudged, "What other members are"),
        ["alternatives"] = (ChangeRules.NotJudged, "What restricts its alternatives"),
        [FacetNames.Composition] = (ChangeRules.NotJudged, "How it restricts what it refers to (allOf)"),
        [FacetNames.Conditions] = (ChangeRules.NotJudged, "A condition (if, not, dependent members)"),
    };

    /// <param name="subject">What the entries are of, to be put into a sentence.</param>
    /// <param name="isOtherType">Whether the type is another one, which says what the format and the constant would say again.</param>
    public static void Compare(ChangeList changes, BaselineEntry old, BaselineEntry now, string subject, int events, bool isOtherType)
    {
        foreach (string path in old.Facets.Concat(now.Facets).Select(static facet => facet.Name).Where(static name => name.IndexOf('/') >= 0).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal))
        {
            CompareListed(changes, old[path], now[path], path, now.Key, subject, events);
        }

        foreach (IGrouping<ChangeRule, (string Fact, string What)> rule in old.Facets.Concat(now.Facets)
            .Select(static facet => facet.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(fact => fact.IndexOf('/') < 0 && !s_structure.Contains(fact) && old[fact] != now[fact])
            .OrderBy(static fact => fact, StringComparer.Ordinal)
            .Select(fact => (fact, Rule: Of(fact, old, now)))
            .Where(fact => !isOtherType || !(IsOfType(fact.Rule.Rule)))
            .GroupBy(static fact => fact.Rule.Rule, static fact => (fact.fact, fact.Rule.What)))
        {
            (string Fact, string What)[] facts = [.. rule];
            string was = string.Join(" ", facts.Select(fact => $"{fact.Fact}={old[fact.Fact]}")), isNow = string.Join(" ", facts.Select(fact => $"{fact.Fact}={now[fact.Fact]}"));
            changes.Add(rule.Key, now.Key, events, was, isNow, Message(rule.Key, facts, old, now, subject, events));
        }
    }

    /// <summary>The strings to which a schema restricts a member of what it refers to. No type has them, but code compares with them.</summary>
    private static void CompareListed(ChangeList changes, string? old, string? now, string path, EntryKey place, string subject, int events)
    {
        if (old == now)
        {
            return;
        }

        string where = $"{path} of {subject}";
        if (path.IndexOf('#') >= 0)
        {
            // What is not a list of strings: a fact of one event about a member that all of them have.
            int at = path.IndexOf('#');
            string fact = path.Substring(at + 1);
            changes.Add(Of(fact, old, now).Rule, place, events, path + " " + old, path + " " + now, $"{(s_rules.TryGetValue(fact, out (ChangeRule, string What) known) ? known.What : fact)} of {path.Substring(0, at)} in {subject} changed{Wording.Events(events)}");
            return;
        }

        if (old is null || now is null)
        {
            changes.Add(ChangeRules.NotJudged, place, events, path + " " + old, path + " " + now, $"{where} is {(now is null ? "no longer restricted" : "restricted to some values now")}{Wording.Events(events)}: no type has it, so look at what it means for your code");
            return;
        }

        List<string> gone = [.. Values(old).Except(Values(now), StringComparer.Ordinal)], added = [.. Values(now).Except(Values(old), StringComparer.Ordinal)];
        foreach ((string was, string isNow) in NearNames.Pair(gone, added, NearNames.AreNear))
        {
            gone.Remove(was);
            added.Remove(isNow);
            changes.Add(ChangeRules.ValueRenamed, place, events, path + " " + was, path + " " + isNow, $"Value '{was}' seems to be '{isNow}' now in {where}{Wording.Events(events)}: what compares it with '{was}' finds nothing");
        }

        gone.ForEach(value => changes.Add(ChangeRules.ValueRemoved, place, events, path + " " + value, "", $"Value '{value}' is gone from {where}{Wording.Events(events)}: what compares it with '{value}' finds nothing"));
        added.ForEach(value => changes.Add(ChangeRules.ValueAdded, place, events, path, value, $"Value '{value}' is new in {where}{Wording.Events(events)}"));
    }

    private static IEnumerable<string> Values(string listed) => listed.Split('|').Select(static value => value.Replace("~1", "|").Replace("~0", "~"));

    private static bool IsOfType(ChangeRule rule) => rule == ChangeRules.FormatNote || rule == ChangeRules.ConstantChanged || rule == ChangeRules.ConstantAddedOrRemoved || rule == ChangeRules.BoundsChanged || rule == ChangeRules.NotJudged;

    private static (ChangeRule Rule, string What) Of(string fact, BaselineEntry old, BaselineEntry now) => Of(fact, old[fact], now[fact], now.Key.Name);

    private static (ChangeRule Rule, string What) Of(string fact, string? old, string? now, string name = "")
    {
        string keyword = fact.StartsWith("items.", StringComparison.Ordinal) ? fact.Substring(fact.LastIndexOf('.') + 1) : fact;
        (ChangeRule rule, string what) = s_rules.TryGetValue(keyword, out (ChangeRule, string) known) ? known : (ChangeRules.NotJudged, $"'{fact}'");
        if (rule == ChangeRules.ConstantChanged || rule == ChangeRules.DefaultChanged)
        {
            bool isVersion = old is { } was && now is { } isNow && IsVersion(was) && IsVersion(isNow) && name.IndexOf("version", StringComparison.OrdinalIgnoreCase) >= 0;
            rule = isVersion ? ChangeRules.StatedVersionChanged
                : rule == ChangeRules.ConstantChanged && (old is null || now is null) ? ChangeRules.ConstantAddedOrRemoved
                : rule;
        }

        return (rule, keyword == fact ? what : what + " of the items");
    }

    /// <summary>Whether a constant is numbers with dots between them, as versions are.</summary>
    private static bool IsVersion(string value) => value.Trim('"').Length > 0 && value.Trim('"').All(static c => c is >= '0' and <= '9' or '.' or '-' or 'v' or 'V');

    private static string Message(ChangeRule rule, (string Fact, string What)[] facts, BaselineEntry old, BaselineEntry now, string subject, int events)
    {
        if (!rule.IsMore && rule != ChangeRules.DefaultChanged && facts.All(static fact => fact.Fact is FacetNames.Documentation or FacetNames.Notes or FacetNames.Id))
        {
            return $"{facts[0].What} of {subject} changed";
        }

        if (rule == ChangeRules.NotJudged)
        {
            return $"{facts[0].What} changed for {subject}{Wording.Events(events)}: no type has it, so look at what it means for your code";
        }

        string changes = Wording.List([.. facts.Select(fact => $"{fact.What} of {subject} {Change(old[fact.Fact], now[fact.Fact])}")]);
        return changes + Wording.Events(events) + (
            rule == ChangeRules.ConstantChanged ? ": the code compiles, and what compares it with the old value finds nothing"
            : rule == ChangeRules.CountChanged ? ": what counted on a first item may find none"
            : "");
    }

    private static string Change(string? was, string? isNow) =>
        IsHash(was) || IsHash(isNow) ? "changed"
        : was is null ? $"is {isNow} now" : isNow is null ? $"was {was}, and is not stated any more" : $"is {isNow}, was {was}";

    /// <summary>Whether a value is too long to be said, and stands for itself as a hash.</summary>
    private static bool IsHash(string? value) => value is { Length: 9 } && value[0] == '#';
}
