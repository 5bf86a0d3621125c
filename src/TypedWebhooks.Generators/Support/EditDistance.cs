using System;

namespace TypedWebhooks.Generators.Support;

/// <summary>How many letters have to be added, dropped, changed, or swapped with their neighbour, to make one text of another; case is nothing.</summary>
internal static class EditDistance
{
    // Longer texts are never typed by hand, and the table below grows with the square.
    private const int MaxLength = 200;

    public static int Between(string left, string right)
    {
        if (left.Length > MaxLength || right.Length > MaxLength)
        {
            return int.MaxValue;
        }

        int[,] steps = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                steps[i, j] = i == 0 || j == 0 ? i + j : Cheapest(steps, left, right, i, j);
            }
        }

        return steps[left.Length, right.Length];
    }

    private static int Cheapest(int[,] steps, string left, string right, int i, int j)
    {
        int change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
        int cheapest = Math.Min(Math.Min(steps[i - 1, j] + 1, steps[i, j - 1] + 1), steps[i - 1, j - 1] + change);
        bool swapped = i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]);
        return swapped ? Math.Min(cheapest, steps[i - 2, j - 2] + 1) : cheapest;
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
