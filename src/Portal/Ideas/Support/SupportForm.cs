namespace Smederijen.Portal.Ideas.Support;

/// <summary>The support form as somebody filled it in, checked.</summary>
public sealed record SupportForm(Person Supporter, CommandId Command, FormErrors Errors)
{
    /// <summary>Checks the fields in the order of the form. Support counts from the area of the Smederij only.</summary>
    /// <param name="book">Knows the other Smederijen: somebody just over the border hears which is theirs.</param>
    public static SupportForm Check(Typed typed, SmederijSettings smederij, SettingsBook book)
    {
        typed.CheckTrap();
        var name = typed.Line("naam", 100, "Vul uw naam in.");
        var email = typed.Email("email");
        var postcode = typed.PostcodeOf("postcode");
        if (!typed.Errors.Has("postcode"))
            CheckHome(typed, postcode, smederij, book);
        return new SupportForm(new Person(name, email, postcode.Value ?? "", Initials: Initials(typed)), typed.Pressed, typed.Errors);
    }

    /// <summary>The house is asked only where it decides, looked at here and kept nowhere.</summary>
    private static void CheckHome(Typed typed, Postcode postcode, SmederijSettings smederij, SettingsBook book)
    {
        var (covers, house) = (smederij.Covers(postcode), (int?)null);
        if (covers == Coverage.SomeHouses)
        {
            house = typed.HouseNumber(
                HouseField.Name, $"Niet alle huizen met postcode {postcode} horen bij {smederij.Name}. Vul ook uw huisnummer in. Wij bewaren het niet.");
            if (house is null)
                return;
            covers = smederij.Covers(postcode, house);
        }
        var home = house is null ? $"Postcode {postcode}" : $"Postcode {postcode} met huisnummer {house}";
        if (covers == Coverage.No)
            typed.Errors.Add(
                house is null ? "postcode" : HouseField.Name,
                $"{home} hoort niet bij {smederij.Name}.{AreaTexts.Theirs(book.WhichCover(postcode, house))} Alleen mensen uit {smederij.Name} kunnen dit idee steunen.");
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
