using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Work;

/// <summary>A cup of coffee that a neighbour offers. It gets cold after an hour; until then guests may come.</summary>
public sealed record Coffee(string Id, int Guests, DateTimeOffset? ColdAt, bool IsOver = false, int Revision = 0, string Why = "");

[JsonPolymorphic(TypeDiscriminatorPropertyName = "gebeurde")]
[JsonDerivedType(typeof(Offered), "aangeboden")]
[JsonDerivedType(typeof(GuestCame), "gast")]
[JsonDerivedType(typeof(TimePassed), "tijd")]
[JsonDerivedType(typeof(SentByLetter), "per-brief")]
public abstract record CoffeeEvent(DateTimeOffset At)
{
    public sealed record Offered(DateTimeOffset At) : CoffeeEvent(At);

    public sealed record GuestCame(DateTimeOffset At, string Reason) : CoffeeEvent(At);

    public sealed record TimePassed(DateTimeOffset At) : CoffeeEvent(At);

    public sealed record SentByLetter(DateTimeOffset At, string By, string Reason) : CoffeeEvent(At);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(Invite), "nodig-uit")]
[JsonDerivedType(typeof(WashUp), "was-af")]
public abstract record CoffeeEffect : Effect
{
    public sealed record Invite : CoffeeEffect;

    public sealed record WashUp(int Cups) : CoffeeEffect;
}

public enum CoffeeRefusal
{
    NoneLeft,
}

/// <summary>A whole kind: what happens to coffee, who decides, where it lies, and what is done for it.</summary>
public static class CoffeeKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = "koffie-",
        Name = "koffie",
        Effects = new(CoffeeJson.Default.CoffeeEffect),
        Typed = ["reason", "why"],
        Starts = ["koffie|"],
        Holds = key => key is ["koffie", _] ? CoffeeJson.Default.StoredCoffee : null,
    };

    public static Kind<Coffee, CoffeeEvent, CoffeeEffect, CoffeeRefusal, int> Kind { get; } = new()
    {
        Facts = Facts,
        Row = CoffeeJson.Default.StoredCoffee,
        Event = CoffeeJson.Default.CoffeeEvent,
        Phase = coffee => coffee.IsOver ? DayOfWeek.Sunday : DayOfWeek.Monday,
        Revision = coffee => coffee.Revision,
        Due = coffee => coffee.ColdAt,
        At = e => e.At,
        TimePassed = at => new CoffeeEvent.TimePassed(at),
        SentOnPaper = (at, post) => new CoffeeEvent.SentByLetter(at, post.By, post.Reason),
        Know = (_, _, _, _) => ValueTask.FromResult(3),
        Decide = Decide,
        Lists = (_, _, _) => new([]),
    };

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<Kitchen, CoffeeEffect.Invite>((_, _, _, _, _) => Task.FromResult<IReadOnlyList<AddressedLetter>>(
            [new AddressedLetter("Piet", "piet@voorbeeld.example", new Letter("Koffie?", ["De koffie is klaar."]))])),
        Deed.Of<Kitchen, CoffeeEffect.WashUp>((kitchen, key, wash, cancellation) => kitchen.Wash(key, wash.Cups, cancellation)),
    ];

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<Kitchen>().AddSingleton(Facts).AddItems(_ => Kind);
        foreach (var deed in Deeds)
            services.AddSingleton(deed);
    }

    /// <param name="cups">How many there are.</param>
    private static Decision<Coffee, CoffeeEffect, CoffeeRefusal> Decide(Coffee coffee, CoffeeEvent e, int cups) => e switch
    {
        CoffeeEvent.GuestCame when coffee.IsOver || coffee.Guests == cups =>
            new Decision<Coffee, CoffeeEffect, CoffeeRefusal>.Refused(CoffeeRefusal.NoneLeft),
        CoffeeEvent.GuestCame came => Became(coffee with { Guests = coffee.Guests + 1, Why = came.Reason }),
        CoffeeEvent.TimePassed when coffee.ColdAt <= e.At =>
            Became(coffee with { IsOver = true, ColdAt = null }, new CoffeeEffect.WashUp(coffee.Guests)),
        CoffeeEvent.SentByLetter => Became(coffee),
        _ => Decision<Coffee, CoffeeEffect, CoffeeRefusal>.AlreadySo.Instance,
    };

    public static Decision<Coffee, CoffeeEffect, CoffeeRefusal> Became(Coffee coffee, params CoffeeEffect[] effects) =>
        new Decision<Coffee, CoffeeEffect, CoffeeRefusal>.Accepted(coffee with { Revision = coffee.Revision + 1 }, [.. effects]);
}

/// <summary>Where cups are washed, once for each item however often that is asked.</summary>
public sealed class Kitchen(IEntityStore store)
{
    public Task Wash(WorkKey key, int cups, CancellationToken cancellation) =>
        store.Commit(key.Smederij, [new Write.Put($"afwas|{key.Item}", $"{cups}")], cancellation);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<Coffee>))]
[JsonSerializable(typeof(CoffeeEvent))]
[JsonSerializable(typeof(CoffeeEffect))]
public sealed partial class CoffeeJson : JsonSerializerContext;
