namespace Smederijen.Domain;

/// <summary>
/// What has to be done because something was decided: data, performed later by the driver, harmless when performed twice or after a
/// crash in the middle. Every kind of item has its own.
/// </summary>
public abstract record Effect;
