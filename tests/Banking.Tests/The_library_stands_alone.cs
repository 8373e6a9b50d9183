namespace Smederijen.Banking.Tests;

public sealed class The_library_stands_alone
{
    [Fact]
    public void It_knows_the_domain_and_the_runtime_only() => typeof(Pain001).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
        .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBe(["Smederijen.Domain"]);
}
