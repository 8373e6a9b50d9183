using Microsoft.Azure.Functions.Worker;

namespace Smederijen.Functions.Http;

/// <summary>The books, for those who work with money.</summary>
public sealed class BookFunctions(FrontDoor door)
{
    [Function("ShowBooks")]
    public Task<IResult> ShowBooks([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/boeken")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowBookLines")]
    public Task<IResult> ShowBookLines([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/boeken/regels")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowBooksAsCsv")]
    public Task<IResult> ShowBooksAsCsv([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/boeken/boeken.csv")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowBooksAsExcel")]
    public Task<IResult> ShowBooksAsExcel([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/boeken/boeken.xlsx")] HttpRequest request) =>
        door.Serve(request);
}
