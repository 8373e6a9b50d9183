using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>A stack of paper as somebody typed it.</summary>
/// <param name="Wrong">What cannot be read: it has to be typed again.</param>
/// <param name="Questions">Ballots that were typed like any other and are not valid: whoever types has to agree before they count so.</param>
public sealed record TypedPaper(IReadOnlyList<PaperBallot> Ballots, IReadOnlyList<string> Wrong, IReadOnlyList<string> Questions)
{
    /// <summary>What the form sends to agree with these questions, about this stack, and no others.</summary>
    public required string Answer { get; init; }
}

/// <summary>
/// Reads typed ballots: a line each, first the code, then the numbers of the chosen ideas as they stand on the ballot
/// (<c>7K3M-9QXT-0AB1-CDEF 1 4</c>); or why it is not valid, with the code where there is one
/// (<c>7K3M-9QXT-0AB1-CDEF ongeldig: te veel gekozen</c>, <c>ongeldig: geen code</c>). A code may have spaces between its groups.
/// </summary>
public sealed class PaperLines(BallotBox box)
{
    private const string Invalid = "ongeldig";

    private static readonly Dictionary<string, PaperFault> Faults =
        Enum.GetValues<PaperFault>().ToDictionary(VoteTexts.Fault, StringComparer.OrdinalIgnoreCase);

    public async Task<TypedPaper> Read(RoundKey vote, Manifest manifest, string typed, CancellationToken cancellation)
    {
        var (ballots, wrong, questions) = (new List<PaperBallot>(), new List<string>(), new List<string>());
        foreach (var (i, line) in typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
        {
            if (Parse(line) is not var (code, words) || (FaultIn(words) is null && NumbersIn(words) is null))
            {
                wrong.Add($"Regel {i + 1} kunnen wij niet lezen. Typ de code, een spatie en dan de nummers van de ideeën. Is het biljet niet geldig? Typ dan ook waarom: ongeldig: onleesbaar.");
                continue;
            }
            var hash = code is null ? "" : await box.HashOf(vote, code, cancellation);
            var standing = code is null ? CodeStanding.Unknown : await box.Standing(vote, hash, cancellation);
            var twice = hash.Length > 0 && ballots.Exists(ballot => ballot.Code == hash);
            var usable = standing == CodeStanding.Free && !twice ? hash : "";
            var label = code?.Characters[^4..] ?? "";
            if (FaultIn(words) is { } said)
                ballots.Add(new PaperBallot(usable, label, "", said));
            else if (twice || standing != CodeStanding.Free)
                Ask(twice ? "deze code staat er twee keer." : VoteTexts.OnPaper(standing), twice ? PaperFault.CodeUsed : FaultOf(standing));
            else
                ReadChoices(NumbersIn(words)!);

            void Ask(string why, PaperFault fault)
            {
                questions.Add($"Biljet {i + 1}: {why} Tel als ongeldig?");
                ballots.Add(new PaperBallot(usable, label, "", fault));
            }

            void ReadChoices(IReadOnlyList<int> numbers)
            {
                if (numbers.FirstOrDefault(number => number > manifest.Ideas.Length) is > 0 and var unknown)
                {
                    Ask($"nummer {unknown} staat niet op het stembiljet.", PaperFault.NotOnTheBallot);
                    return;
                }
                var (marks, refusal) = BallotCheck.OnPaper(manifest, [.. numbers.Select(number => manifest.Ideas[number - 1].Idea)]);
                if (refusal is BallotRefusal.IdeaTwice)
                    wrong.Add($"Regel {i + 1}: een nummer staat er twee keer. Kijk op het biljet.");
                else if (refusal is BallotRefusal.TooManyChoices)
                    Ask($"dit biljet heeft {numbers.Count} keuzes, {manifest.MaxChoices} mag.", PaperFault.TooManyChoices);
                else if (refusal is BallotRefusal.AboveTheMoney)
                    Ask($"deze ideeën kosten samen meer dan {Dutch.EuroShort(manifest.Money.Cents)}.", PaperFault.AboveTheMoney);
                else
                    ballots.Add(new PaperBallot(usable, label, marks.Value));
            }
        }
        if (ballots.Count > PaperBallots.MostPerBatch)
            wrong.Add($"Dit zijn te veel biljetten tegelijk. Voer er hoogstens {PaperBallots.MostPerBatch} in.");
        if (ballots.Count == 0 && wrong.Count == 0)
            wrong.Add("Typ minstens één biljet.");
        return new TypedPaper(ballots, wrong, questions) { Answer = AnswerTo(typed, questions) };
    }

    /// <summary>Why a ballot with such a code is not valid.</summary>
    public static PaperFault FaultOf(CodeStanding standing) => standing == CodeStanding.Unknown ? PaperFault.UnknownCode : PaperFault.CodeUsed;

    /// <summary>
    /// The code, if there is one, and what follows it; null when the line begins with something else. A word belongs to the code only with
    /// whole groups, so a code that misses a character never takes in a choice.
    /// </summary>
    private static (VoteCode? Code, string Words)? Parse(string line)
    {
        if (line.StartsWith(Invalid, StringComparison.OrdinalIgnoreCase))
            return (null, line);
        var words = WordsOf(line);
        var (taken, characters) = (0, 0);
        while (taken < words.Length && characters < VoteCode.Length)
        {
            var own = words[taken++].Count(char.IsLetterOrDigit);
            if (own % VoteCode.GroupLength != 0)
                return null;
            characters += own;
        }
        return VoteCode.TryParse(string.Concat(words[..taken]), out var code) ? (code, string.Join(' ', words[taken..])) : null;
    }

    private static PaperFault? FaultIn(string words) =>
        words.StartsWith(Invalid, StringComparison.OrdinalIgnoreCase)
        && Faults.TryGetValue(words[Invalid.Length..].Trim(' ', ':', '.', '\t'), out var fault) ? fault : null;

    private static List<int>? NumbersIn(string words)
    {
        var numbers = new List<int>();
        foreach (var word in WordsOf(words))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return null;
            numbers.Add(number);
        }
        return numbers;
    }

    /// <summary>By commas, semicolons and every kind of space.</summary>
    private static string[] WordsOf(string line) =>
        line.Replace(',', ' ').Replace(';', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string AnswerTo(string typed, IReadOnlyList<string> questions) =>
        Digest.Hex($"{typed.ReplaceLineEndings("\n")}\n{string.Join('\n', questions)}", 8);
}
