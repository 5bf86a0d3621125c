using System;
using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>The first place where the JSON does not fit the schema.</content>
public ref partial struct WebhookReader
{
    /// <summary>The characters for which System.Text.Json brackets a name.</summary>
    private static readonly SearchValues<char> s_bracketed = SearchValues.Create(". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    /// <summary>Whether the JSON does not fit the schema. Once it is set it stays.</summary>
    public readonly bool Failed => _mismatch is not null;

    /// <summary>
    /// Where the JSON does not fit the schema, as System.Text.Json writes paths: <c>$.EventData.Items[3]['a b']</c>.
    /// It is complete when the reading of the outermost object has ended; <see langword="null"/> unless <see cref="Failed"/>.
    /// </summary>
    public readonly string? MismatchPath => Failed ? "$" + _path : null;

    /// <summary>What the schema wants there and what was found; <see langword="null"/> unless <see cref="Failed"/>.</summary>
    public readonly string? MismatchMessage => _found is null ? _mismatch : $"Expected {_mismatch}, found {_found}.";

    /// <summary>Notes that the value read last does not fit the schema. Only the first such note counts.</summary>
    /// <param name="message">What the schema wants and what was found, a sentence.</param>
    public void Fail(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        _mismatch ??= message;
    }

    /// <summary>Notes that the next value is not what the schema wants; unless it is none at all.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FailExpecting(string wanted)
    {
        string found = Describe(_cursor.Peek());
        _cursor.Skip();
        Fail(wanted, found);
    }

    private void Fail(string wanted, string found)
    {
        if (!Failed)
        {
            _mismatch = wanted;
            _found = found;
        }
    }

    private void FailMissing(string name)
    {
        if (!Failed)
        {
            Fail("The required member is missing.");
            PrependName(name);
        }
    }

    private static string Describe(byte first) => first switch
    {
        (byte)'{' => "an object",
        (byte)'[' => "an array",
        (byte)'"' => "a string",
        (byte)'t' or (byte)'f' => "a boolean",
        (byte)'n' => "null",
        _ => "a number",
    };

    /// <summary>Puts a member's name before the path, on the way out.</summary>
    private void PrependName(string name)
    {
        if (_isTrial)
        {
            return;
        }

        _path = name.AsSpan().IndexOfAny(s_bracketed) < 0 && name.Length > 0
            ? $".{name}{_path}"
            : $"['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']{_path}";
    }

    private void PrependIndex(int index)
    {
        if (!_isTrial)
        {
            _path = string.Create(CultureInfo.InvariantCulture, $"[{index}]{_path}");
        }
    }

    /// <summary>Puts the name of the object's current member before the path, if it has come to one.</summary>
    private void PrependCurrentName(in ObjectReader members)
    {
        if (_isTrial)
        {
            return;
        }

        if (members.Current >= 0)
        {
            PrependName(members.Names![members.Current]);
        }
        else if (members.NameStart > 0)
        {
            ReadOnlySpan<byte> name = _json.Slice(members.NameStart, members.NameLength);
            PrependName(JsonText.ToUtf16(name, members.IsNameEscaped));
        }
    }
}
