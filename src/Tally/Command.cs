using System.Text;
using Smederijen.Domain.Tally.Pabulib;

namespace Smederijen.Tally;

/// <summary>Counts one file and prints the result, with what the file says otherwise.</summary>
internal static class Command
{
    /// <summary>Counted, and nothing in the file makes another outcome possible.</summary>
    private const int Counted = 0;

    /// <summary>The arguments or the file were not understood; nothing is counted.</summary>
    private const int Refused = 2;

    /// <summary>Counted, but the file contradicts itself or the count, so that other projects may have won.</summary>
    private const int CountedWithDoubt = 3;

    /// <summary>In characters; far more than any published election has. Ends reading from a device that never ends.</summary>
    private const int LargestFile = 256 * 1024 * 1024;

    private const string Help = """
        tally telt de stemmen van een wijk, dorp of stad opnieuw.

        Gebruik: tally BESTAND.pb [opties]

          --rule greedy          meeste stemmen eerst, zolang het geld reikt
          --rule equal-shares    gelijke delen: elke kiezer heeft evenveel geld om mee te kiezen
                                 (zonder --rule: de regel die in het bestand staat)
          --completion none|add1|add1-greedy
                                 wat er bij gelijke delen met het geld gebeurt dat over is:
                                 niets; elk deel stap voor stap een hele euro (of andere munt) hoger;
                                 of dat laatste en daarna meeste stemmen eerst (zo telt tally als u niets kiest)
          --no-skip              stop bij greedy zodra een plan niet meer past
          --ties TEKST           loot met deze tekst tussen plannen die gelijk staan
                                 (anders gaat het nummer dat op alfabet eerst komt voor)
          --json                 schrijf het resultaat als JSON
          --help                 deze uitleg

        BESTAND.pb heeft het formaat van Pabulib (https://pabulib.org).
        tally telt aangekruiste plannen (vote_type approval en choose-1), en bij greedy ook punten (cumulative).
        Het kijkt of het bestand met zichzelf klopt, en zet onder de uitslag wat niet klopt.

        tally eindigt met
          0  als er geteld is en niets in het bestand op een andere uitslag wijst
          2  als de opdracht of het bestand niet te begrijpen is; dan is er niet geteld
          3  als er geteld is, maar de uitslag anders kan zijn: lees dan de opmerkingen
        """;

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            output.WriteLine(Help);
            return Counted;
        }
        var (options, problem) = Options.Read(args);
        if (options is null)
            return Refuse(errors, $"{problem} Met tally --help ziet u wat er kan.");
        try
        {
            var election = PabulibFile.Parse(Text(options.File));
            var (recount, reason) = Recount.Of(election, options);
            if (recount is null)
                return Refuse(errors, reason);
            output.Write(options.Json ? JsonReport.Of(recount) : TextReport.Of(recount));
            if (!recount.OutcomeCouldDiffer)
                return Counted;
            errors.WriteLine("Let op: de uitslag kan anders zijn. In de opmerkingen bij de uitslag staat waarom.");
            return CountedWithDoubt;
        }
        catch (PabulibException e)
        {
            return Refuse(errors, $"{options.File}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return Refuse(errors, $"{options.File}: {Reason(e)}");
        }
    }

    private static string Text(string path)
    {
        if (Directory.Exists(path))
            throw new IOException("dit is een map. Noem een bestand.");
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var text = new StringBuilder();
        var piece = new char[64 * 1024];
        for (var read = reader.Read(piece); read > 0; read = reader.Read(piece))
        {
            if (text.Append(piece, 0, read).Length > LargestFile)
                throw new IOException($"het bestand is groter dan {LargestFile >> 20} MB. Zo veel kan ik niet lezen.");
        }
        return text.ToString();
    }

    private static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "dit bestand is er niet. Kijk de naam na.",
        UnauthorizedAccessException => "dit bestand mag ik niet lezen. Pas de rechten van het bestand aan.",
        DecoderFallbackException => "dit is geen tekst in UTF-8. Sla het bestand op als UTF-8.",
        _ => e.Message,
    };

    private static int Refuse(TextWriter errors, string problem)
    {
        errors.WriteLine(problem);
        return Refused;
    }
}
