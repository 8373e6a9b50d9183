namespace Smederijen.Portal.Ideas.Support;

/// <summary>The support form as somebody filled it in, checked.</summary>
public sealed record SupportForm(Person Supporter, string Command, FormErrors Errors)
{
    /// <summary>Checks the fields in the order of the form. Support counts from the area of the Smederij only.</summary>
    public static SupportForm Check(Typed typed, SmederijSettings smederij)
    {
        var name = typed.Line("naam", 100, "Vul uw naam in.");
        var email = typed.Email("email");
        var postcode = typed.PostcodeOf("postcode");
        if (!typed.Errors.Has("postcode") && !smederij.Covers(postcode))
            typed.Errors.Add("postcode", $"Postcode {postcode} hoort niet bij {smederij.Name}. Alleen mensen uit {smederij.Name} kunnen dit idee steunen.");
        return new SupportForm(new Person(name, email, postcode.Value ?? ""), typed.SentCommand, typed.Errors);
    }
}
