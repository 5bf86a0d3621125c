using System;
using System.Collections.Generic;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedWebhooks.Subscriptions;

/// <summary>What a call must not tell anybody: its credentials, in every form in which an answer or an error may repeat them.</summary>
internal sealed class Secrets
{
    private const string Mask = "***";

    private readonly List<string> _forms = [];

    public Secrets(params IEnumerable<string> values)
    {
        HashSet<string> forms = new(StringComparer.OrdinalIgnoreCase);
        foreach (string value in values)
        {
            if (value.Length == 0)
            {
                continue;
            }

            forms.Add(value);
            forms.Add(Uri.EscapeDataString(value));
            forms.Add(WebUtility.UrlEncode(value));
            forms.Add(WebUtility.HtmlEncode(value));
            forms.Add(JsonEncodedText.Encode(value).ToString());
            forms.Add(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());
        }

        _forms.AddRange(forms);

        // A form may hold another one, and would be left in pieces if the shorter went first.
        _forms.Sort(static (left, right) => right.Length.CompareTo(left.Length));
    }

    /// <summary>The length of the longest text that is looked for.</summary>
    public int Longest => _forms.Count == 0 ? 0 : _forms[0].Length;

    public string Redact(string text)
    {
        foreach (string form in _forms)
        {
            text = text.Replace(form, Mask, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    /// <summary>The cause of an error, unless its text would tell a secret.</summary>
    public Exception? Redact(Exception cause)
    {
        string text = cause.ToString();
        return string.Equals(Redact(text), text, StringComparison.Ordinal) ? cause : null;
    }
}
