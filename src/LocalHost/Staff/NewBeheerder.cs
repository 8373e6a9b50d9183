using Smederijen.Portal.Governing;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// The first of the staff, who can let others in: <c>./start beheerder "Naam" naam@gemeente.nl</c>. Without it nobody could sign in, and
/// example people have no place in a real installation.
/// </summary>
/// <param name="Another">One more, where there is a <c>beheerder</c> already.</param>
public sealed record NewBeheerder(string Name, string Email, bool Another = false)
{
    public const string Command = "beheerder";

    private const int LongestName = 100;

    /// <summary>Null when these are no name and mail address.</summary>
    public static NewBeheerder? Read(IReadOnlyList<string> arguments) =>
        arguments is [var name, var email] && Tidy.Line(name) is { Length: > 0 and <= LongestName } line
        && Tidy.HasLetterOrDigit(line) && !line.Any(char.IsControl) && !line.StartsWith('-')
        && EmailAddress.Tidied(email) is var address && EmailAddress.WhatIsWrong(address) is null
            ? new NewBeheerder(line, address)
            : null;

    /// <summary>Adds them, whether the program runs or not, and tells what to do next.</summary>
    /// <exception cref="CannotStartException">It was not done; the message says why.</exception>
    public string AddTo(string folder)
    {
        var file = StaffFile.In(folder);
        var id = StaffFile.AddBeheerder(file, Name, Email, Another);
        return $"{Name} ({id}) is a beheerder now, in '{file}'.\n"
            + $"Start the program (again), and ask for a link at {SignInMail.Address} with {Email}; without a relay (Mail__Smtp__Host) the mail lies in '{Path.Combine(folder, "uitgaand")}'.\n"
            + $"Then open {SettingsDesk.Address}: there stands what to fill in before residents hand in ideas.\n"
            + $"Others are added to '{file}' by hand. Money is released by two people with the role {StaffRoles.Medewerker} or {StaffRoles.Regisseur}.";
    }
}
