using System.Numerics;

namespace Smederijen.Domain.Tally;

/// <summary>An exact number in lowest terms; the denominator is positive.</summary>
internal readonly struct Fraction
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (_numerator, _denominator) = (numerator / divisor, denominator / divisor);
    }

    public static Fraction Zero { get; } = new(0, 1);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator);

    public static Fraction operator *(Fraction a, long b) => new(a._numerator * b, a._denominator);

    public static Fraction operator /(Fraction a, long b) => new(a._numerator, a._denominator * b);

    public int CompareTo(Fraction other) =>
        (_numerator * other._denominator).CompareTo(other._numerator * _denominator);

    /// <summary>The whole part of a number that is not negative.</summary>
    public BigInteger Floor() => BigInteger.Divide(_numerator, _denominator);
}
