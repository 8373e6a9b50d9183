namespace Smederijen.Portal.Work;

/// <summary>
/// What is done for one effect: a list per folder, as of endpoints, so that a kind need not know who works for it. Every effect has
/// one deed. It may be done twice, and may have stopped in the middle before.
/// </summary>
public sealed class Deed
{
    private Deed(Type effect) => Effect = effect;

    public delegate Task Act<in TService, in TEffect>(TService service, WorkKey key, TEffect effect, CancellationToken cancellation);

    /// <param name="forPaper">Staff print it: no link in it may decide anything, for more people than its reader see it.</param>
    /// <returns>The mails, written as the item is now; empty when there is nobody to tell any more.</returns>
    public delegate Task<IReadOnlyList<AddressedLetter>> Write<in TService, in TEffect>(
        TService service, WorkKey key, TEffect effect, bool forPaper, CancellationToken cancellation);

    /// <summary>The effect that it is done for.</summary>
    public Type Effect { get; }

    /// <summary>Null for a mail.</summary>
    internal Func<IServiceProvider, WorkKey, Effect, CancellationToken, Task>? Perform { get; private init; }

    /// <summary>Null for what is no mail.</summary>
    internal Func<IServiceProvider, WorkKey, Effect, bool, CancellationToken, Task<IReadOnlyList<AddressedLetter>>>? Letters { get; private init; }

    /// <summary>
    /// Whether nobody has to look at it when it fails for good: the mailbox need not exist any more, and no mail service brings it back.
    /// </summary>
    public bool MayBeLost { get; private init; }

    /// <summary>Something that changes the store or the files.</summary>
    public static Deed Of<TService, TEffect>(Act<TService, TEffect> act) where TService : notnull where TEffect : Effect => new(typeof(TEffect))
    {
        Perform = (services, key, effect, cancellation) => act(services.GetRequiredService<TService>(), key, (TEffect)effect, cancellation),
    };

    /// <summary>A mail: the work list sends it, tries again and lets staff print it.</summary>
    /// <param name="mayBeLost"><see cref="MayBeLost"/>.</param>
    public static Deed Mail<TService, TEffect>(Write<TService, TEffect> write, bool mayBeLost = false)
        where TService : notnull where TEffect : Effect => new(typeof(TEffect))
    {
        MayBeLost = mayBeLost,
        Letters = (services, key, effect, forPaper, cancellation) =>
            write(services.GetRequiredService<TService>(), key, (TEffect)effect, forPaper, cancellation),
    };
}

/// <summary>All deeds, by the effect that they are done for.</summary>
public sealed class Deeds(IServiceProvider services, IEnumerable<Deed> all)
{
    private readonly Dictionary<Type, Deed> byEffect = all.ToDictionary(deed => deed.Effect);

    /// <summary>The mails of an effect. Null when it is no mail; empty when there is nobody to tell any more.</summary>
    public async Task<IReadOnlyList<AddressedLetter>?> Letters(WorkKey key, Effect effect, bool forPaper, CancellationToken cancellation) =>
        Of(effect).Letters is { } write ? await write(services, key, effect, forPaper, cancellation) : null;

    /// <summary>Does what was decided. Mails are <see cref="Letters"/>.</summary>
    public Task Perform(WorkKey key, Effect effect, CancellationToken cancellation) => Of(effect).Perform!(services, key, effect, cancellation);

    /// <inheritdoc cref="Deed.MayBeLost"/>
    public bool MayBeLost(Effect effect) => byEffect.TryGetValue(effect.GetType(), out var deed) && deed.MayBeLost;

    private Deed Of(Effect effect) => byEffect.TryGetValue(effect.GetType(), out var deed) ? deed
        : throw new InvalidOperationException($"Nobody performs the effect {effect.GetType().Name}: add a deed for it.");
}
