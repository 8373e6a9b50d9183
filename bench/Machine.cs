using System.Globalization;
using System.Runtime.InteropServices;

namespace Smederijen.Bench;

/// <summary>Where and when it was measured, and how quiet it was there.</summary>
internal static class Machine
{
    public static void Print()
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} × {processor}, "
            + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        PrintLoad();
    }

    /// <summary>The load average over the last minute: beside other work on the machine the figures mean little.</summary>
    public static void PrintLoad() =>
        Console.WriteLine($"Load average: {double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)}");
}
