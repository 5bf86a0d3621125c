using System;
using System.Collections.Generic;

namespace TypedWebhooks.Generators.Support;

/// <summary>Orders versions as people count: <c>2</c> comes before <c>10</c>, <c>v1.9</c> before <c>v1.10</c>, and all the rest by its characters.</summary>
internal sealed class VersionOrder : IComparer<string>
{
    public static readonly VersionOrder Instance = new();

    private VersionOrder()
    {
    }

    public int Compare(string? x, string? y)
    {
        string left = x ?? "", right = y ?? "";
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            int compared;
            if (IsDigit(left[i]) && IsDigit(right[j]))
            {
                string one = Digits(left, ref i), other = Digits(right, ref j);
                compared = one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other);
            }
            else
            {
                compared = left[i++].CompareTo(right[j++]);
            }

            if (compared != 0)
            {
                return compared;
            }
        }

        int rest = (left.Length - i).CompareTo(right.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    /// <summary>A run of digits, without the zeros in front.</summary>
    private static string Digits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && IsDigit(text[at]))
        {
            at++;
        }

        return text.Substring(start, at - start).TrimStart('0');
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
