using System.Security.Cryptography;
using System.Text;

namespace Smederijen.Banking;

/// <summary>Gives the lines of a file their <see cref="StatementLine.Id"/>.</summary>
internal sealed class LineIds
{
    private readonly Dictionary<string, int> _times = [];

    /// <param name="statement">Pages of one statement share it, so equal lines on two pages stay two.</param>
    /// <param name="references">What the bank calls the booking and the payment.</param>
    /// <param name="areEnough">Whether the references belong to this line alone.</param>
    public StatementLine WithId(StatementLine line, string account, string statement, IReadOnlyList<string?> references, bool areEnough)
    {
        string?[] parts =
        [
            account, $"{line.BookedOn:yyyy-MM-dd}", $"{line.Kind}", $"{line.Amount.Cents}", line.EndToEndId, .. references,
            areEnough ? null : Squeezed(line.Remittance),
        ];
        // A text of its own length in front of each part: no two lines are written alike.
        var written = string.Concat(parts.Select(part => part is null ? "-," : $"{part.Length}:{part},"));
        var place = $"{statement.Length}:{statement}{written}";
        _times[place] = _times.GetValueOrDefault(place) + 1;
        return line with { Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{written}{_times[place]}"))) };
    }

    /// <summary>Versions of a format break lines at other places.</summary>
    private static string? Squeezed(string? text) => text is null ? null : string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
