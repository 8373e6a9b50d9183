namespace Smederijen.Portal.Ideas.Support;

/// <summary>The support form as somebody filled it in, checked.</summary>
public sealed record SupportForm(Person Supporter, CommandId Command, FormErrors Errors)
{
    /// <summary>Checks the fields in the order of the form. Support counts from the area of the Smederij only.</summary>
    /// <param name="book">Knows the other Smederijen: somebody just over the border hears which is theirs.</param>
    public static SupportForm Check(Typed typed, SmederijSettings smederij, SettingsBook book) => Check(typed, [smederij], "dit idee", book);

    /// <summary>The same for what belongs to several Smederijen: support counts from the area of each.</summary>
    /// <param name="areas">The one that it lies in first.</param>
    /// <param name="what">What is supported.</param>
    public static SupportForm Check(Typed typed, IReadOnlyList<SmederijSettings> areas, string what, SettingsBook book)
    {
        typed.CheckTrap();
        var name = typed.Line("naam", 100, "Vul uw naam in.");
        var email = typed.Email("email");
        var postcode = typed.PostcodeOf("postcode");
        var home = typed.Errors.Has("postcode") ? null : Home(typed, postcode, areas, what, book);
        var supporter = new Person(name, email, postcode.Value ?? "", Initials: Initials(typed), Home: home == areas[0].Id ? null : home);
        return new SupportForm(supporter, typed.Pressed, typed.Errors);
    }

    /// <summary>The house is asked only where it decides, looked at here and kept nowhere.</summary>
    /// <returns>The Smederij where this person lives; null when it is none of these, which is added to the errors then.</returns>
    private static string? Home(Typed typed, Postcode postcode, IReadOnlyList<SmederijSettings> areas, string what, SettingsBook book)
    {
        var where = areas.Count == 1 ? areas[0].Name : $"de Smederijen van {what}";
        var covers = areas.Max(area => area.Covers(postcode));
        int? house = null;
        if (covers == Coverage.SomeHouses)
        {
            house = typed.HouseNumber(
                HouseField.Name, $"Niet alle huizen met postcode {postcode} horen bij {where}. Vul ook uw huisnummer in. Wij bewaren het niet.");
            if (house is null)
                return null;
        }
        if (areas.FirstOrDefault(area => area.Covers(postcode, house) == Coverage.Yes) is { } theirs)
            return theirs.Id;
        var home = house is null ? $"Postcode {postcode}" : $"Postcode {postcode} met huisnummer {house}";
        typed.Errors.Add(
            house is null ? "postcode" : HouseField.Name,
            $"{home} hoort niet bij {where}.{AreaTexts.Theirs(book.WhichCover(postcode, house))} Alleen mensen uit {where} kunnen {what} steunen.");
        return null;
    }

    /// <summary>Null when they were not given: only who shares a mailbox needs them.</summary>
    private static string? Initials(Typed typed) => typed.Raw("voorletters").AsSpan().Trim().IsEmpty ? null : NeededInitials(typed);

    /// <summary>Of who shares a mailbox. What is wrong is added to the errors of <paramref name="typed"/>.</summary>
    public static string NeededInitials(Typed typed)
    {
        var initials = PersonName.Initials(typed.Raw("voorletters"));
        if (initials.Length is 0 or > PersonName.MostInitials)
            typed.Errors.Add("voorletters", $"Vul alleen uw voorletters in, bijvoorbeeld J.P. Dat zijn er hoogstens {PersonName.MostInitials}.");
        return initials;
    }
}
