using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans.Steps;

namespace Smederijen.Portal.Tests.Plans;

public sealed class Every_step_of_a_plan
{
    [Fact]
    public void Stands_on_the_page_once() => PlanStep.All.ShouldBe(
        typeof(PlanStep).GetProperties().Where(property => property.PropertyType == typeof(PlanStep))
            .Select(property => (PlanStep)property.GetValue(null)!),
        ignoreOrder: true);

    [Fact]
    public void Has_a_name_of_its_own() => PlanStep.All.Select(step => step.Name).ShouldBeUnique();
}
