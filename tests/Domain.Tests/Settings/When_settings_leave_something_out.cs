using System.Text.Json;
using Smederijen.Domain.Tests.Ideas;

namespace Smederijen.Domain.Tests.Settings;

public sealed class When_settings_leave_something_out
{
    [Fact]
    public void The_usual_terms_count()
    {
        var written = JsonSerializer.SerializeToNode(ASmederij.WithDefaults(), DomainJson.Default.SmederijSettings)!;
        written["terms"] = new System.Text.Json.Nodes.JsonObject();

        var read = written.Deserialize(DomainJson.Default.SmederijSettings)!.Terms;

        read.ReviewEscalationWorkingDays.ShouldBe(15);
        read.RealisationReminderMonths.ShouldBe([9, 11, 12]);
    }
}
