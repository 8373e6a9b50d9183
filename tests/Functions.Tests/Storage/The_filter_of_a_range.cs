using Smederijen.Functions.Storage;
using Smederijen.Portal.Storage;

namespace Smederijen.Functions.Tests.Storage;

public sealed class The_filter_of_a_range
{
    [Theory]
    [InlineData("fase|", "fase}", "PartitionKey eq 'dorp' and RowKey ge 'fase|' and RowKey lt 'fase}'")]
    [InlineData("", "b", "PartitionKey eq 'dorp' and RowKey ge '' and RowKey lt 'b'")]
    [InlineData("a\0", "b", "PartitionKey eq 'dorp' and RowKey ge 'a ' and RowKey lt 'b'")]
    [InlineData("aé", "b~\u007f", "PartitionKey eq 'dorp' and RowKey ge 'b' and RowKey lt 'c'")]
    [InlineData("a", "\u007f", "PartitionKey eq 'dorp' and RowKey ge 'a'")]
    [InlineData("a'b", "b", "PartitionKey eq 'dorp' and RowKey ge 'a''b' and RowKey lt 'b'")]
    public void Holds_only_what_a_key_can_hold(string from, string before, string filter) =>
        RowFilter.Of("dorp", new RowRange(from, before)).ShouldBe(filter);

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a", "a")]
    [InlineData("a", "")]
    [InlineData("é", "ê")]
    [InlineData("~\u007f", "é")]
    public void Is_none_where_no_row_can_be(string from, string before) => RowFilter.Of("dorp", new RowRange(from, before)).ShouldBeNull();
}
