using System;
using System.Collections.Generic;
using System.Text;

namespace TypedWebhooks;

/// <summary>What a scheme signs, such as <c>{id}.{timestamp}.{body}</c>.</summary>
internal sealed class SignedTemplate
{
    private readonly List<(Part Part, byte[] Literal)> _parts = [];

    /// <exception cref="ArgumentException">A name in braces is not known, or the body is not signed.</exception>
    public SignedTemplate(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        ReadOnlySpan<char> rest = template;
        while (!rest.IsEmpty)
        {
            int open = rest.IndexOf('{');
            if (open != 0)
            {
                ReadOnlySpan<char> literal = open < 0 ? rest : rest[..open];
                _parts.Add((Part.Literal, Encoding.UTF8.GetBytes(literal.ToString())));
                rest = rest[literal.Length..];
                continue;
            }

            int close = rest.IndexOf('}');
            Part part = (close < 0 ? rest : rest[..(close + 1)]) switch
            {
                "{body}" => Part.Body,
                "{timestamp}" => Part.Timestamp,
                "{id}" => Part.Id,
                "{url}" => Part.Address,
                _ => throw new ArgumentException($"The template '{template}' has something in braces that is none of {{body}}, {{timestamp}}, {{id}} and {{url}}.", nameof(template)),
            };
            _parts.Add((part, []));
            rest = rest[(close + 1)..];
        }

        if (!Uses(Part.Body))
        {
            throw new ArgumentException($"The template '{template}' has no {{body}}, so that nothing would vouch for it.", nameof(template));
        }
    }

    internal enum Part
    {
        Literal,
        Timestamp,
        Id,
        Address,
        Body,
    }

    public bool IsBodyAlone => _parts is [(Part.Body, _)];

    public bool Uses(Part part) => _parts.Exists(one => one.Part == part);

    /// <summary>How many bytes it has at most.</summary>
    public int MaxLength(in SignedValues values)
    {
        int length = 0;
        foreach ((Part part, byte[] literal) in _parts)
        {
            length += part switch
            {
                Part.Literal => literal.Length,
                Part.Body => values.Body.Length,
                _ => Encoding.UTF8.GetMaxByteCount(values[part].Length),
            };
        }

        return length;
    }

    public int Write(in SignedValues values, Span<byte> destination)
    {
        int at = 0;
        foreach ((Part part, byte[] literal) in _parts)
        {
            Span<byte> rest = destination[at..];
            switch (part)
            {
                case Part.Literal:
                    literal.CopyTo(rest);
                    at += literal.Length;
                    break;
                case Part.Body:
                    values.Body.CopyTo(rest);
                    at += values.Body.Length;
                    break;
                default:
                    at += Encoding.UTF8.GetBytes(values[part], rest);
                    break;
            }
        }

        return at;
    }
}

/// <summary>What a template is filled with.</summary>
internal readonly ref struct SignedValues(ReadOnlySpan<byte> body, ReadOnlySpan<char> timestamp, ReadOnlySpan<char> id, ReadOnlySpan<char> address)
{
    private readonly ReadOnlySpan<char> _timestamp = timestamp;
    private readonly ReadOnlySpan<char> _id = id;
    private readonly ReadOnlySpan<char> _address = address;

    public ReadOnlySpan<byte> Body { get; } = body;

    public ReadOnlySpan<char> this[SignedTemplate.Part part] => part switch
    {
        SignedTemplate.Part.Timestamp => _timestamp,
        SignedTemplate.Part.Id => _id,
        _ => _address,
    };
}
