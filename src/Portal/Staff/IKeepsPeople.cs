using System.Text.Json.Nodes;

namespace Smederijen.Portal.Staff;

/// <summary>
/// Rows of one kind that say who somebody is: where they lie, and how one of them is told, put right and erased, by the rules of that kind.
/// The page about one person knows no more of a kind than this.
/// </summary>
public interface IKeepsPeople
{
    /// <summary>How the keys of its rows begin, with the last <c>|</c>; not all of them need be about people.</summary>
    string Start { get; }

    bool IsPerson(string row);

    /// <exception cref="UnreadableRowException">The row does not hold what its key says.</exception>
    KnownData Read(Entity row);

    /// <summary>Where that is, in words.</summary>
    Task<PersonPlace> Describe(string smederij, Entity row, CancellationToken cancellation);

    /// <summary>All that the person may have of it.</summary>
    Task<JsonObject> Tell(string smederij, Entity row, CancellationToken cancellation);

    /// <summary>Puts it right. Doing it twice is fine.</summary>
    /// <param name="changed">All of it as it has to be.</param>
    /// <returns>Null when it is so now; otherwise a sentence that says why not, and what to do.</returns>
    Task<string?> Correct(PersonWork work, KnownData changed);

    /// <summary>Erases it. Doing it twice is fine.</summary>
    /// <returns>Null when it is gone; otherwise a sentence that says why not, and what to do.</returns>
    Task<string?> Erase(PersonWork work);
}

/// <summary>What is known of somebody in one place. What a place does not keep is empty.</summary>
public sealed record KnownData(string Name, string Email = "", string Postcode = "", string Phone = "")
{
    /// <summary>The account that was paid.</summary>
    public string Account { get; init; } = "";

    /// <summary>The idea that they handed in, or were paid for: what belongs to the same submission is of the same person.</summary>
    public string? Submission { get; init; }

    /// <summary>With what is known better instead; only what this place keeps.</summary>
    /// <param name="better">What is empty in it stays as it is.</param>
    public KnownData With(KnownData better) => this with
    {
        Name = Better(Name, better.Name), Email = Better(Email, better.Email), Postcode = Better(Postcode, better.Postcode),
        Phone = Better(Phone, better.Phone),
    };

    private static string Better(string known, string better) => known.Length == 0 || better.Length == 0 ? known : better;
}

/// <summary>Where somebody is known.</summary>
/// <param name="What">What it is: the title of an idea or plan, or the name of the list.</param>
/// <param name="Role">As what they are known there.</param>
/// <param name="Item">Under which it is noted that somebody looked: an idea, a plan, a call.</param>
/// <param name="Address">Where staff look at it; null when there is no such page.</param>
public sealed record PersonPlace(string What, string Role, string Item, string? Address);

/// <summary>Something to do for one person in one place.</summary>
/// <param name="Row">As it was read; it is read again before anything is written.</param>
/// <param name="Reason">The log shows it to everybody, where there is one.</param>
/// <param name="Command">The same press of the button is the same for this place.</param>
public sealed record PersonWork(string Smederij, Entity Row, StaffMember By, string Reason, CommandId Command)
{
    /// <summary>Whether the address from before hears that it is used no longer: once, in however many places it stood.</summary>
    public bool TellsOldAddress { get; init; } = true;
}
