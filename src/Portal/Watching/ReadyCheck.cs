namespace Smederijen.Portal.Watching;

/// <summary>Something without which an edition cannot do its work, beside the store.</summary>
/// <param name="Wrong">A sentence for the operator when it does not work, with what to do. It is shown to everybody: no name, no path.</param>
/// <param name="Works">Tries it by really doing it. An exception says that it does not work.</param>
public sealed record ReadyCheck(string Wrong, Func<CancellationToken, Task<bool>> Works)
{
    /// <summary>Asked every time, before the others, because it does not cost anything.</summary>
    public bool IsFree { get; init; }
}
