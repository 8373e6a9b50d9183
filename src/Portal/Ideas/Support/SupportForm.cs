namespace Smederijen.Portal.Ideas.Support;

/// <summary>The support form as somebody filled it in, checked.</summary>
public sealed record SupportForm(Person Supporter, CommandId Command, FormErrors Errors)
{
    /// <summary>Checks the fields in the order of the form. Support counts from the area of the Smederij only.</summary>
    /// <param name="covering">The Smederijen that a postcode belongs to: somebody just over the border hears which is theirs.</param>
    public static SupportForm Check(Typed typed, SmederijSettings smederij, Func<Postcode, IReadOnlyList<SmederijSettings>> covering)
    {
        typed.CheckTrap();
        var name = typed.Line("naam", 100, "Vul uw naam in.");
        var email = typed.Email("email");
        var postcode = typed.PostcodeOf("postcode");
        if (!typed.Errors.Has("postcode") && !smederij.Covers(postcode))
            typed.Errors.Add("postcode",
                $"Postcode {postcode} hoort niet bij {smederij.Name}.{Theirs(covering(postcode))} Alleen mensen uit {smederij.Name} kunnen dit idee steunen.");
        return new SupportForm(new Person(name, email, postcode.Value ?? "", Initials: Initials(typed)), typed.Pressed, typed.Errors);
    }

    private static string Theirs(IReadOnlyList<SmederijSettings> covering) =>
        covering.Count == 0 ? "" : $" Uw Smederij is {string.Join(" of ", covering.Select(smederij => smederij.Name))}.";

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
