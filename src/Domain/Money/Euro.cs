using System.Text.Json;

namespace Smederijen.Domain.Money;

/// <summary>An amount of money that is never negative, in whole cents: <c>new Euro(45000)</c> is € 450,00.</summary>
[JsonConverter(typeof(EuroJson))]
public readonly record struct Euro : IComparable<Euro>
{
    /// <summary>€ 10 billion: far above any budget here, far below where sums of cents could overflow.</summary>
    public const long MaxCents = 1_000_000_000_000;

    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or above <see cref="MaxCents"/>.</exception>
    public Euro(long cents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cents, MaxCents);
        Cents = cents;
    }

    public long Cents { get; }

    public static Euro Zero => default;

    public static Euro operator +(Euro left, Euro right) => new(left.Cents + right.Cents);

    /// <exception cref="ArgumentOutOfRangeException">More is taken than there is.</exception>
    public static Euro operator -(Euro left, Euro right) => new(left.Cents - right.Cents);

    public static bool operator <(Euro left, Euro right) => left.Cents < right.Cents;

    public static bool operator >(Euro left, Euro right) => left.Cents > right.Cents;

    public static bool operator <=(Euro left, Euro right) => left.Cents <= right.Cents;

    public static bool operator >=(Euro left, Euro right) => left.Cents >= right.Cents;

    public int CompareTo(Euro other) => Cents.CompareTo(other.Cents);

    public override string ToString() => $"{Cents} cent";
}

/// <summary>Stored as a bare number of cents.</summary>
public sealed class EuroJson : JsonConverter<Euro>
{
    public override Euro Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Euro value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
}
