using System.IO.Compression;
using QRCoder;

namespace Smederijen.Portal.Voting;

/// <summary>
/// The voting codes on their only way out: a list for the printing house, and letters to print, A4, one a page. No address
/// stands on them, so nobody can tell which household gets which code.
/// </summary>
public sealed class VoteLetters(IServiceProvider services, IOptions<PortalOptions> options)
{
    /// <summary>A zip file with <c>stemcodes.csv</c> and <c>brieven.html</c>.</summary>
    public async Task<byte[]> Pack(CurrentVote vote, IReadOnlyList<VoteCode> codes)
    {
        var page = new Uri(options.Value.PublicUrl, $"/smederijen/{vote.Smederij.Id}/stemmen");
        var letters = codes.Select(code => new VoteLetter(code.ToString(), AddressOf(vote, code), SquaresOf(AddressOf(vote, code)))).ToList();
        var sheet = await Http.Html.Render<VoteLettersSheet>(services, new VoteLettersModel(vote, page, letters));
        using var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await Add(archive, "stemcodes.csv", List(letters));
            await Add(archive, "brieven.html", Encoding.UTF8.GetBytes(sheet));
        }
        return zip.ToArray();
    }

    private Uri AddressOf(CurrentVote vote, VoteCode code) => new(options.Value.PublicUrl, $"/stem/{vote.Smederij.Id}/{code}");

    private static async Task Add(ZipArchive archive, string name, byte[] content)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync();
        await entry.WriteAsync(content);
    }

    private static byte[] List(List<VoteLetter> letters) =>
        Spreadsheets.Write([["code", "adres voor de QR-code"], .. letters.Select(letter => (string[])[letter.Code, letter.Address.ToString()])]);

    /// <summary>A QR code as the path of an SVG, with squares of size 1, so that it is sharp at every resolution.</summary>
    private static Squares SquaresOf(Uri address)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address.ToString(), QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in data.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                var from = x;
                while (x < row.Length && row[x])
                    x++;
                if (x > from)
                    path.Append($"M{from} {y}h{x - from}v1H{from}z");
            }
        }
        return new Squares(data.ModuleMatrix.Count, path.ToString());
    }
}

public sealed record VoteLetter(string Code, Uri Address, Squares Squares);

/// <param name="Size">The number of squares on a side, the white border included.</param>
public sealed record Squares(int Size, string Path);

/// <param name="Page">Where a voter types the code.</param>
public sealed record VoteLettersModel(CurrentVote Vote, Uri Page, IReadOnlyList<VoteLetter> Letters);
