namespace Smederijen.Functions.Staff;

/// <summary>How staff are recognised.</summary>
public sealed class StaffOptions
{
    /// <summary>
    /// Whether App Service authentication is switched on before this app. The infrastructure sets it together with the
    /// authentication itself; while it is off, nobody is staff.
    /// </summary>
    public bool BehindAppServiceAuthentication { get; set; }
}
