using Smederijen.Domain;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Work;

public sealed class Every_effect
{
    private static IEnumerable<Type> Concrete =>
        House.Effects.Types.SelectMany(type => type.GetNestedTypes()).Where(type => type.IsSubclassOf(typeof(Effect)));

    [Fact]
    public void Has_one_deed() => House.Deeds.Select(deed => deed.Effect).ShouldBe(Concrete, ignoreOrder: true);

    [Fact]
    public void Is_declared_by_a_kind() => typeof(Effect).Assembly.GetTypes().Concat(typeof(House).Assembly.GetTypes())
        .Where(type => type.IsAbstract && type.BaseType == typeof(Effect)).ShouldBe(House.Effects.Types, ignoreOrder: true);
}
