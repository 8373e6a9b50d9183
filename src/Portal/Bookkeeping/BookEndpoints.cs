namespace Smederijen.Portal.Bookkeeping;

/// <summary>The books, for whoever of the staff works with money in any Smederij. They can only be read.</summary>
public static class BookEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<BooksDesk>("ShowBooks", BooksDesk.Address, (x, http) => x.Show(http), Access.Staff).ForSeveral(StaffWork.Money),
        Endpoint.Get<BookLines>("ShowBookLines", BookLines.Address, (x, http) => x.Show(http), Access.Staff).ForSeveral(StaffWork.Money),
        Endpoint.Get<BooksDesk>("ShowBooksAsCsv", BooksDesk.Csv, (x, http) => x.ShowCsv(http), Access.Staff).ForSeveral(StaffWork.Money),
        Endpoint.Get<BooksDesk>("ShowBooksAsExcel", BooksDesk.Excel, (x, http) => x.ShowExcel(http), Access.Staff).ForSeveral(StaffWork.Money),
    ];

    internal static IServiceCollection AddBooks(this IServiceCollection services) => services
        .AddSingleton<BookReader>()
        .AddSingleton<BooksDesk>()
        .AddSingleton<BookLines>();
}
